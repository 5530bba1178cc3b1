/** A first mapping says what is seen in the files, and is a mapping. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { fileOf } from '#test/import/testing.js'
import { readMapping } from '../read-mapping.js'
import { draftMapping } from './draft-mapping.js'
import { seenFile } from './seen-file.js'

const draftOf = async (name: string, content: string | Uint8Array) =>
  draftMapping([await seenFile('main', fileOf(name, content))])

describe('a draft', () => {
  it('tells encoding, delimiter, formats, types and the values to map', async () => {
    const csv = `No;Name;Field;Since;Turnover;Code
1001;Åbo Hotell;hotell;14.1.2025;4,25;007
1002;Varvet;shipyard;3.3.2025;1 000,5;010
1003;Norr;hotell;;;
`
    const draft = await draftOf('customers.csv', Buffer.from(csv, 'latin1'))
    const { mapping } = readMapping(draft, 'draft')
    const formats = { encoding: 'windows-1252', delimiter: ';', dates: 'D.M.YYYY', decimal: ',', thousands: ' ' }
    expect(mapping.files.main).toEqual({ name: 'customers.csv', formats })
    expect(mapping.values).toEqual({ 'main-3': { hotell: 'hotell', shipyard: 'shipyard' } })
    expect(mapping.rows[0]?.records).toMatchObject([{ key: 'No', fields: { name: 'Name' } }])
    expect(draft).toContain('#   Since: dates, D.M.YYYY, all different, 2 filled\n')
    expect(draft).toContain('#   Code: text, all different, 2 filled\n')
    expect(draft).toContain('#   Field: text, { column: Field, values: main-3 }\n')
  })

  it('says so where a format cannot be told from what is there', async () => {
    const draft = await draftOf('a.csv', 'id,day,sum\na,1/2/2025,"1,234"\nb,3/4/2025,"5,678"\n')
    expect(draft).toContain('dates, M/D/YYYY or D/M/YYYY')
    expect(draft).toContain('numbers, whose decimal sign cannot be seen')
  })

  it('sees numbers and dates where a few cells hold something else, and a key where rows repeat it', async () => {
    const csv = `Kunden-Nr;Firma;Umsatz;Seit
10;Adler;1.234,50;03.02.2019
11;Müller;850.000,00;31.12.2020
11;Müller KG;n/a;29.02.2021
`
    const draft = await draftOf('kunden.csv', csv)
    const { mapping } = readMapping(draft, 'draft')
    expect(mapping.files.main?.formats).toMatchObject({ dates: 'D.M.YYYY', decimal: ',', thousands: '.' })
    expect(mapping.rows[0]?.records).toMatchObject([{ key: 'Kunden-Nr', fields: { name: 'Firma' } }])
    expect(draft).toContain('key: "Kunden-Nr" # rows repeat it')
    expect(draft).toContain('#   Seit: dates, D.M.YYYY, but 1 that can be read as none, all different\n')
    expect(mapping.values ?? {}).not.toHaveProperty('main-4')
  })

  it('is made of a workbook by what is shown of it', async () => {
    const sheets = [
      { name: 'Old', rows: [['x']], hidden: true },
      {
        name: 'New',
        rows: [
          ['id', 'name'],
          ['a', 'b'],
        ],
      },
    ]
    const draft = await draftOf('a.xlsx', await writeXlsx({ sheets }))
    expect(readMapping(draft, 'draft').mapping.rows[0]?.records[0]?.key).toBe('id')
  })

  it('is a mapping whatever headers and cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', ':', '#', '{', "'", '*', '-', ' ', '!', '\\', 'yes') })
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (cells) => {
        const header = `h,${cells[0]}x`
        const rows = [...cells, ...cells].map((text) => `1,${text}`)
        readMapping(await draftOf('a.csv', [header, ...rows].join('\n')), 'draft')
      }),
      { numRuns: 100 },
    )
  })
})
