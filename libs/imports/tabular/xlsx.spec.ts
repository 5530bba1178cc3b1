/** Workbooks: their own dates and numbers, formulas that are not facts, and files that are none. */
import { describe, expect, it } from '@jest/globals'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { sharedStringWorkbook } from '#test/faults/hostile/shared-string.js'
import { fileOf, listOf } from '#test/import/testing.js'
import { openTable } from './open-table.js'
import type { Dialect } from './table.js'

const workbook: Dialect = {
  format: 'xlsx',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  sheet: '',
  formulas: 'refuse',
  headerLine: 1,
}

const formulaAt = (at: string, formulaResult?: CellValue) => new Map([[at, { formula: 'SUM(1,5)', formulaResult }]])

async function read(rows: CellValue[][], dialect: Partial<Dialect> = {}, cells = new Map()) {
  const bytes = await writeXlsx({ sheets: [{ name: 'Customers', rows, cells }] })
  const table = await openTable(fileOf('a.xlsx', bytes), { ...workbook, ...dialect })
  return (await listOf(table.pieces)).flat()
}

describe('a workbook', () => {
  it('gives dates as ISO, numbers as plain decimals, and texts as they are', async () => {
    const when = new Date(Date.UTC(2024, 1, 29))
    const [row] = await read([
      ['id', 'day', 'moment', 'sum', 'large', 'yes'],
      ['007', when, new Date(when.getTime() + 48_600_000), 0.1 + 0.2, 1e21, true],
    ])
    const day = '2024-02-29'
    expect(row?.cells).toEqual(['007', day, `${day}T13:30:00`, '0.3', `1${'0'.repeat(21)}`, 'true'])
    expect(row?.kinds).toEqual(['text', 'date', 'date', 'number', 'number', 'text'])
  })

  it('gives its first sheet that is not hidden, and a hidden one only by its name', async () => {
    const sheets = [
      { name: 'Old', rows: [['id'], ['old']], hidden: true },
      { name: 'Older', rows: [['id'], ['older']], veryHidden: true },
      { name: 'New', rows: [['id'], ['new']] },
    ]
    const read = async (of: typeof sheets, sheet: string) => {
      const table = await openTable(fileOf('a.xlsx', await writeXlsx({ sheets: of })), { ...workbook, sheet })
      return (await listOf(table.pieces)).flat().map(({ cells }) => cells[0])
    }
    expect(await read(sheets, '')).toEqual(['new'])
    expect(await read(sheets, 'Old')).toEqual(['old'])
    const hidden = sheets.slice(0, 1)
    await expect(read(hidden, '')).rejects.toMatchObject({ problem: { code: 'sheet-missing' } })
  })

  it('is read while others are answered', async () => {
    const rows: CellValue[][] = Array.from({ length: 60_000 }, (_, nth) => [nth, 'x'])
    const bytes = await writeXlsx({ sheets: [{ name: 'Customers', rows: [['id', 'b'], ...rows] }] })
    let longest = 0
    let last = performance.now()
    const watching = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const started = performance.now()
    const found = (await listOf((await openTable(fileOf('a.xlsx', bytes), workbook)).pieces)).flat()
    clearInterval(watching)
    expect([found.length, found.at(-1)?.line]).toEqual([60_000, 60_001])
    expect(longest).toBeLessThan((performance.now() - started) / 2)
  })

  it('names the row of the sheet, and passes over blank ones', async () => {
    const rows = await read([['id', 'b'], ['1', 'x'], [], ['2', 'y']])
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
  })

  it('takes the cells that a row leaves out at its end as empty', async () => {
    const [row] = await read([['id', 'b', 'c'], ['1']])
    expect([row?.cells, row?.problem]).toEqual([['1', '', ''], undefined])
  })

  it('refuses a formula at its cell', async () => {
    const [row] = await read(
      [
        ['id', 'sum'],
        ['1', null],
      ],
      {},
      formulaAt('1,1', 6),
    )
    expect(row?.problem).toMatchObject({ code: 'formula-cell', line: 2, column: 'sum' })
    expect(row?.cells).toEqual(['1', '=SUM(1,5)'])
  })

  it('takes the last value of a formula where the mapping says so, if there is one', async () => {
    const rows: CellValue[][] = [
      ['id', 'sum'],
      ['1', null],
    ]
    const [valued] = await read(rows, { formulas: 'cached' }, formulaAt('1,1', 6))
    const [empty] = await read(rows, { formulas: 'cached' }, formulaAt('1,1'))
    expect([valued?.cells, valued?.problem]).toEqual([['1', '6'], undefined])
    expect(empty?.problem?.code).toBe('formula-cell')
    const [text] = await read(rows, { formulas: 'cached' }, formulaAt('1,1', 'six'))
    expect([text?.cells, text?.problem]).toEqual([['1', 'six'], undefined])
  })

  it('refuses the error of a cell', async () => {
    const cells = new Map([['1,1', { type: 'error', value: '#N/A' }]])
    const [row] = await read(
      [
        ['id', 'sum'],
        ['1', '#N/A'],
      ],
      {},
      cells,
    )
    expect(row?.problem).toMatchObject({ code: 'cell-error', column: 'sum' })
  })

  it('names the sheets there are when the declared one is missing', async () => {
    await expect(read([['id']], { sheet: 'Products' })).rejects.toThrow('the workbook has "Customers"')
  })

  it.each([
    ['empty', new Uint8Array(), 'file-empty'],
    ['a CSV by another name', Buffer.from('id,name\n1,x\n'), 'file-unreadable'],
  ])('stops at a file that is %s', async (_, bytes, code) => {
    await expect(openTable(fileOf('a.xlsx', bytes), workbook)).rejects.toMatchObject({ problem: { code } })
  })

  it('is not opened when it would unpack to more than memory should hold', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: [['id'], ['1']] }] }))
    const entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
    for (const unpackedBytes of [0, 600 * 1024 * 1024]) {
      bytes.writeUInt32LE(unpackedBytes, entry + 24)
      await expect(openTable(fileOf('a.xlsx', bytes), workbook)).rejects.toThrow('larger than 64 MB')
    }
  })

  it.each([
    ['row-too-long', { characters: 600_000, rows: 2, columns: 2 }],
    ['file-unreadable', { characters: 900_000, rows: 300, columns: 1 }],
  ])('stops with %s where cells that share a text come to more than rows may hold', async (code, shape) => {
    const opened = openTable(fileOf('a.xlsx', sharedStringWorkbook(shape)), workbook)
    await expect(opened.then(({ pieces }) => listOf(pieces))).rejects.toMatchObject({ problem: { code } })
  })

  it('stops at a file that is cut short, wherever', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['id'], ['1']] }] })
    for (const share of [0.2, 0.5, 0.9, 0.99]) {
      const cut = fileOf('a.xlsx', bytes.slice(0, bytes.length * share))
      await expect(openTable(cut, workbook)).rejects.toMatchObject({ problem: { code: 'file-unreadable' } })
    }
  })
})
