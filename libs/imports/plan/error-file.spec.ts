/** A refused row comes back to its sender whole, and the corrected file is accepted by the same mapping. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { fileOf, listOf, mappingOf, planOf } from '#test/import/testing.js'
import type { ImportFile } from '../tabular/table.js'
import type { TargetCatalogue } from '../targets.js'
import { errorFile } from './error-file.js'
import type { PlannedRow, RefusedRow } from './planned-row.js'

const catalogue: TargetCatalogue = {
  customer: { fields: { name: { kind: 'text' }, size: { kind: 'integer', required: true }, since: { kind: 'day' } } },
}

const mapping = (file: string, formats: string) =>
  mappingOf(`kumppani-mapping: 1
source: old
formats: { dates: D.M.YYYY, ${formats} }
files: { main: ${file} }
rows: [{ file: main, records: [{ target: customer, key: id, at: before, fields: { name: name, size: size, since: since } }] }]
`)

const csv = mapping('{ name: main.csv, headerLine: 2 }', 'encoding: windows-1252, delimiter: ";"')
const plan = (document: typeof csv, main: ImportFile) => planOf({ mapping: document, files: { main }, catalogue })

const isRefused = (row: PlannedRow): row is RefusedRow => row.outcome === 'refused'

async function errorsOf(name: string, rows: PlannedRow[]): Promise<Buffer> {
  return Buffer.concat(await listOf(errorFile(name, rows.filter(isRefused), 'en')))
}

const start = 'Report\nid;name;size;since\n'

describe('an error file', () => {
  it('holds the refused rows under their header, with the problems at the end', async () => {
    const content = `${start}1;Åbo;5;\n2;Oslo;many;31.2.2024\n3;=1+1;;\n4;x\n`
    const rows = await plan(csv, fileOf('main.csv', Buffer.from(content, 'latin1')))
    const text = (await errorsOf('main.csv', rows)).toString()
    const [above, header, ...lines] = text.trimEnd().split('\n')
    expect([above, header, lines.length]).toEqual(['\ufeff', 'id;name;size;since;error', 3])
    expect(lines[0]).toMatch(/^2;Oslo;many;31\.2\.2024;"size: .* · since: .*"$/)
    expect(lines[1]).toMatch(/^3;'=1\+1;;;"size: the field ""size"" needs a value/)
    expect(lines[2]).toMatch(/^4;x;the row has 2 cells/)
  })

  it('is accepted again, corrected or not, with texts as they first were', async () => {
    const first = await plan(csv, fileOf('main.csv', Buffer.from(`${start}1;=Åbo;many;\n2;'=x;none;\n`, 'latin1')))
    const errors = await errorsOf('main.csv', first)
    const corrected = errors.toString().replace('many', '5')
    const second = await plan(csv, fileOf('main.errors.csv', corrected))
    expect(second.map(({ outcome }) => outcome)).toEqual(['planned', 'refused'])
    expect(second[0]).toMatchObject({ records: [{ key: ['1'], fields: { name: '=Åbo', size: 5 } }] })
    const third = (await errorsOf('main.errors.csv', second)).toString()
    expect(third.split('\n').slice(1, 3)).toEqual(['id;name;size;since;error', errors.toString().split('\n')[3]])
  })

  it('does not make a row fit that did not', async () => {
    const content = `${start}1;x\n2;x;5\n3;x;5;;surplus\n4;x;5;;;surplus\n`
    let rows = await plan(csv, fileOf('main.csv', content))
    for (const _ of [1, 2, 3]) {
      expect(rows.map((row) => isRefused(row) && row.problems[0]?.code)).toEqual(Array(4).fill('ragged-row'))
      rows = await plan(csv, fileOf('main.csv', await errorsOf('main.csv', rows)))
    }
  })

  it('brings back any text, runnable or not', async () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'å', ';', '"', '\n', "'", '=', '+', '-', '@', ' ') })
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), async (names) => {
        const quoted = names.map((text) => `1;"${text.replaceAll('"', '""')}";many;`)
        const first = await plan(csv, fileOf('main.csv', Buffer.from(`${start}${quoted.join('\n')}`, 'latin1')))
        const second = await plan(csv, fileOf('main.csv', await errorsOf('main.csv', first)))
        const cells = (rows: PlannedRow[]) => rows.filter(isRefused).map(({ source }) => source.cells.slice(0, 4))
        expect(cells(second)).toEqual(cells(first))
        expect(cells(first).map(([, text]) => text)).toEqual(names.map((text) => text.trim()))
      }),
      { numRuns: 100 },
    )
  })

  it('of a workbook is a workbook, with dates and numbers as they were', async () => {
    const document = mapping('{ name: main.xlsx, format: xlsx, sheet: All }', 'decimal: ","')
    const since = new Date(Date.UTC(2024, 1, 29))
    const sheet = {
      name: 'All',
      rows: [
        ['id', 'name', 'size', 'since'],
        [1.5, '=x', 'many', since],
        ['2', 'y', 7, since],
      ],
    }
    const first = await plan(document, fileOf('main.xlsx', await writeXlsx({ sheets: [sheet] })))
    const errors = await errorsOf('main.xlsx', first)
    const rows = (await readXlsx(errors)).sheets[0]?.rows
    expect(first.map(({ outcome }) => outcome)).toEqual(['refused', 'planned'])
    expect(rows?.[0]).toEqual(['id', 'name', 'size', 'since', 'error'])
    expect(rows?.[1]?.slice(0, 4)).toEqual([1.5, '=x', 'many', since])
    const corrected = { name: 'All', rows: [rows?.[0] ?? [], [1.5, '=x', 7, since, 'x']] }
    const second = await plan(document, fileOf('main.xlsx', await writeXlsx({ sheets: [corrected] })))
    expect(second).toMatchObject([
      { outcome: 'planned', records: [{ key: ['1.5'], fields: { name: '=x', size: 7, since: '2024-02-29' } }] },
    ])
  })

  it('is nothing when no row of the file is refused', async () => {
    expect(await errorsOf('main.csv', await plan(csv, fileOf('main.csv', `${start}1;x;5;\n`)))).toHaveLength(0)
  })
})
