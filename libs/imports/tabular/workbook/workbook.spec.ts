/** Workbooks read row by row: as another reader reads them whole, in spellings that programs differ in, and no more than is asked for. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import { zipOf } from '#test/faults/hostile/shared-string.js'
import { workbookIn } from './parts.js'
import { rowsOfSheet, type SheetRow } from './sheet.js'
import { XmlScanner } from './xml.js'

async function rows(bytes: Uint8Array): Promise<SheetRow[]> {
  const [file, found] = [Buffer.from(bytes), [] as SheetRow[]]
  const parts = await workbookIn(file)
  for await (const row of rowsOfSheet(file, parts.sheets[0] as never, parts)) found.push(row)
  return found
}

/** Of a sheet of one's own spelling, with shared texts and styles. */
async function written(sheet: string, { texts = '', styles = '', book = '' } = {}): Promise<unknown[][]> {
  const of = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const found = await rows(
    zipOfTexts({
      '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<?xml version="1.0"?><x:workbook ${of} xmlns:r="r">${book}<x:sheets><x:sheet name="A &amp; B" r:id="one"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('one', 'worksheet', 'worksheets/sheet1.xml')}${relation('two', 'sharedStrings', 'sharedStrings.xml')}${relation('three', 'styles', 'styles.xml')}</Relationships>`,
      'xl/sharedStrings.xml': `<sst ${of}>${texts}</sst>`,
      'xl/styles.xml': `<styleSheet ${of}>${styles}</styleSheet>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${of}><sheetData>${sheet}</sheetData></worksheet>`,
    }),
  )
  return found.map(({ line, cells }) => [line, ...Array.from(cells, (cell) => cell?.value ?? null)])
}

const zipOfTexts = (parts: Readonly<Record<string, string>>): Buffer =>
  zipOf(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })))

describe('a workbook', () => {
  const day = fc.integer({ min: 100, max: 60_000 }).map((days) => new Date(Date.UTC(1899, 11, 30) + days * 86_400_000))
  const text = fc.string({ unit: 'binary', maxLength: 8 }).map((all) => all.replace(/[^\P{C}\n\t]|_x/gu, '·'))
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  const cell = fc.oneof<fc.Arbitrary<CellValue>[]>(text, number, fc.boolean(), day, fc.constant(null))

  it('is read as another reader reads it whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
        fc.constantFrom('shared' as const, 'inline' as const),
        fc.constantFrom('1900' as const, '1904' as const),
        async (grid, stringMode, dateSystem) => {
          const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: grid }], stringMode, dateSystem })
          const whole = (await readXlsx(bytes)).sheets[0]?.rows ?? []
          const ours: unknown[][] = []
          for (const { line, cells } of await rows(bytes))
            ours[line - 1] = Array.from(cells, (one) => one?.value ?? null)
          const trimmed = (all: readonly unknown[] = []) => all.slice(0, all.findLastIndex((one) => one !== null) + 1)
          for (const [at, row] of whole.entries()) expect(trimmed(ours[at])).toEqual(trimmed(row))
          expect(ours.length).toBeLessThanOrEqual(whole.length)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('says where its rows and cells stand, or leaves it to their order', async () => {
    const sheet =
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c t="b"><v>true</v></c></row><row r="9"/>'
    expect(await written(sheet)).toEqual([[3, null, 1, 2], [4, true], [9]])
  })

  it('has texts in pieces, entities and numbers for what XML does not take, and not how they are spoken', async () => {
    const texts =
      '<si><r><rPr><b/></rPr><t>A&amp;</t></r><r><t xml:space="preserve"> &#xE4;&#246;</t></r><rPh sb="0"><t>spoken</t></rPh></si><si><t><![CDATA[<x>]]></t></si><si/>'
    const cells = [0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`).join('')
    const inline = '<c t="inlineStr"><is><t>_x0009_in</t></is></c><c t="str"><f>A1</f><v>&lt;made&gt;</v></c>'
    expect(await written(`<!-- a > b --><row>${cells}${inline}</row>`, { texts })).toEqual([
      [1, 'A& äö', '<x>', '', null, '\tin', '<made>'],
    ])
  })

  it('has dates by their styles, from 1900 or from 1904 on', async () => {
    const formats = ['General', 'yyyy', '[Red]0.00', '"day "0', '[h]:mm', 'mmm', '0\\d']
    const styles = `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, ...formats.map((_, at) => 200 + at)].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
    const sheet = `<row>${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((style) => `<c s="${style}"><v>61.5</v></c>`).join('')}</row>`
    const date = (iso: string) => new Date(`${iso}T12:00:00Z`)
    const of = (day: Date) => [1, 61.5, day, 61.5, day, 61.5, 61.5, day, day, 61.5]
    expect(await written(sheet, { styles })).toEqual([of(date('1900-03-01'))])
    const book = '<x:workbookPr date1904="1"/>'
    expect(await written(sheet, { styles, book })).toEqual([of(date('1904-03-02'))])
  })

  it.each([
    ['a column beyond the last', '<row><c r="XFE1"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['a row of no number', '<row r="x"/>'],
    ['a tag that does not end', '<row><c r="A1'],
  ])('with %s is none', (_, sheet) => expect(written(sheet)).rejects.toThrow())

  it('is read no further than is asked for', async () => {
    const grid = Array.from({ length: 50_000 }, (_, nth) => [nth, `text ${nth}`])
    const file = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: grid }], stringMode: 'inline' }))
    const parts = await workbookIn(file)
    const sheet = parts.sheets[0] as (typeof parts.sheets)[number]
    // Whoever read on would come to what is wrong at the end.
    const wrong = { ...sheet, entry: { ...sheet.entry, crc: 0 } }
    const reading = rowsOfSheet(file, wrong, parts)
    for (let line = 1; line < 40_000; line++) expect((await reading.next()).value?.line).toBe(line)
    await reading.return(undefined)
    const toItsEnd = async () => {
      for await (const _ of rowsOfSheet(file, wrong, parts));
    }
    await expect(toItsEnd()).rejects.toThrow('not what the directory says')
  })
})

describe('XML in pieces', () => {
  const document =
    '<?xml version="1.0"?><!-- <no> --><a:b c="1 > 0" d=\'"\'>x &amp; y<e/>&#x1F600;<![CDATA[ <&amp;> ]]></a:b><long>texttexttext</long>'

  function heard(pieces: readonly string[]): string {
    const all: string[] = []
    const scanner = new XmlScanner({
      opened: (name, attributes) => all.push(`<${name}${attributes}>`),
      closed: (name) => all.push(`</${name}>`),
      text: (text) => all.push(text),
    })
    for (const piece of pieces) scanner.push(piece)
    scanner.end()
    return all.join('')
  }

  it('is told alike however it is cut', () => {
    const whole = heard([document])
    expect(whole).toBe('<b c="1 > 0" d=\'"\'>x & y<e></e>\u{1F600} <&amp;> </b><long>texttexttext</long>')
    for (let cut = 1; cut < document.length; cut++)
      expect(heard([document.slice(0, cut), document.slice(cut)])).toBe(whole)
    expect(heard([...document])).toBe(whole)
  })

  it('keeps no long text', () => {
    const long = 'x'.repeat(3_000_000)
    expect(heard(['<t>', long, long, '</t>'])).toHaveLength(2 * long.length + 7)
    expect(() => heard(['<t ', long])).toThrow('does not end')
  })
})
