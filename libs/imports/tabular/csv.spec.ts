/** CSV as it arrives: encodings, line ends, headers, and files that are broken at a place we can name. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fileOf, listOf } from '#test/import/testing.js'
import { FileFault } from '../problem.js'
import { openTable } from './open-table.js'
import { columnIndex, type Dialect } from './table.js'

const plain: Dialect = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  sheet: '',
  formulas: 'refuse',
  headerLine: 1,
}

async function read(content: string | Uint8Array, dialect: Partial<Dialect> = {}, chunkBytes?: number) {
  const table = await openTable(fileOf('a.csv', content, chunkBytes), { ...plain, ...dialect })
  const rows = (await listOf(table.pieces)).flat()
  return { table, rows, cells: rows.map(({ cells }) => cells) }
}

async function faultOf(content: string | Uint8Array, dialect: Partial<Dialect> = {}) {
  const fault = await read(content, dialect).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(fault instanceof FileFault)) throw new Error('the file was read')
  return [fault.problem.code, fault.problem.line]
}

describe('a CSV file', () => {
  it('tells the line where each row begins, over breaks inside quotes and blank lines', async () => {
    const { rows } = await read('a,b\r\n1,"x\r\ny"\r\n\r\n3,4\r\n5,6')
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', 'x\ny'],
      [5, '3', '4'],
      [6, '5', '6'],
    ])
  })

  it('passes over any number of empty lines, and knows the line behind them', async () => {
    const { rows } = await read(`a,b${'\n'.repeat(65_000)}1,2\n\n\n"3\n",4\n`)
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [65_001, '1', '2'],
      [65_004, '3', '4'],
    ])
    expect(await faultOf('a,b\n\n\n1,"x"y\n')).toEqual(['malformed-quotes', 4])
  })

  it.each([
    ['UTF-8 with a mark, whatever is declared', Buffer.from('\ufeffa\nÄiti\n'), 'windows-1252'],
    ['windows-1252', Buffer.from('a\nÄiti\n', 'latin1'), 'windows-1252'],
    ['utf-16le with a mark', Buffer.from('\ufeffa\nÄiti\n', 'utf16le'), 'utf-16le'],
  ])('reads %s', async (_, bytes, encoding) => {
    expect((await read(bytes, { encoding }, 3)).cells).toEqual([['Äiti']])
  })

  it('unifies composed and decomposed letters', async () => {
    expect((await read('a\nA\u0308iti\n')).cells).toEqual([['Äiti']])
  })

  it('counts and passes over repeated headers and blank rows', async () => {
    const { table, cells } = await read('a,b\n1,2\na,b\n,\n3,4\n')
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(table.passedOver).toEqual({ repeatedHeaders: 1, blankRows: 1 })
  })

  it('finds the header on its declared line', async () => {
    const { table, cells } = await read('Report of May\n\na;b\n1;2\n', { headerLine: 3, delimiter: ';' })
    expect([table.head.headers, cells]).toEqual([['a', 'b'], [['1', '2']]])
  })

  it('keeps a leading = + - @ as text', async () => {
    expect((await read("a,b,c,d\n=1+1,+358,-5,'@home\n")).cells).toEqual([['=1+1', '+358', '-5', "'@home"]])
  })

  it.each([
    ['ragged-row', '1,2,3'],
    ['ragged-row', '1'],
    ['control-character', '1,a\u0000b'],
    ['control-character', '1,a\u007fb'],
    ['direction-character', '1,a\u202eb'],
  ])('marks a row with %s and reads on', async (code, line) => {
    const { rows } = await read(`a,b\n1,2\n${line}\n3,4\n`)
    expect(rows.map(({ line: at, problem }) => [at, problem?.code])).toEqual([
      [2, undefined],
      [3, code],
      [4, undefined],
    ])
  })

  it('fills rows that end early where the mapping says so, and only those', async () => {
    const { rows } = await read('a,b,c\n1\n1,2,3,4\n', { shortRows: 'fill' })
    expect(rows.map(({ cells, problem }) => [cells.length, problem?.code])).toEqual([
      [3, undefined],
      [4, 'ragged-row'],
    ])
  })

  it.each([
    ['empty', '', 'file-empty', 1],
    ['only blank lines', '\n\n', 'file-empty', 1],
    ['a quote never closed', 'a,b\n1,2\n3,"x\n5,6\n', 'malformed-quotes', 3],
    ['text after a closing quote', 'a,b\n1,2\n\n3,"x"y\n', 'malformed-quotes', 4],
    ['a quote inside a bare text', 'a,b\n1,24" screen\n', 'malformed-quotes', 2],
    ['an endless row', `a,b\n1,"${'x'.repeat(1_100_000)}`, 'row-too-long', 2],
    ['another encoding', Buffer.from('a\nb\nÄiti\n', 'latin1'), 'wrong-encoding', 3],
    ['a cut character', Buffer.from('a\nÄ').subarray(0, 3), 'wrong-encoding', 2],
  ])('stops at its place: %s', async (_, content, code, line) => {
    expect(await faultOf(content)).toEqual([code, line])
  })

  it('finds the line of a wrong byte beyond the first piece', async () => {
    const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.from('ää\n'.repeat(999)), Buffer.from([0xe4, 0x0a])])
    for (const chunkBytes of [3, 5, 7, 11, 64, 1001]) {
      const table = await openTable(fileOf('a.csv', bytes, chunkBytes), plain)
      await expect(listOf(table.pieces)).rejects.toMatchObject({ problem: { line: 1001 } })
    }
  })

  it('delivers the rows before the place where it stops', async () => {
    const table = await openTable(fileOf('a.csv', 'a,b\n1,2\n3,"x\n'), plain)
    const pieces = table.pieces[Symbol.asyncIterator]()
    const first = [...(await pieces.next()).value, ...(await pieces.next()).value]
    expect(first).toMatchObject([{ line: 2, cells: ['1', '2'] }])
  })

  it('matches headers without regard to case and space, and refuses to choose between two', async () => {
    const { head } = await openTable(fileOf('a.csv', ' Name ,PHONE,phone\n'), plain)
    expect(columnIndex(head, 'name')).toBe(0)
    expect(() => columnIndex(head, 'Phone')).toThrow('2 times')
    expect(() => columnIndex(head, 'mail')).toThrow('there is no column "mail"')
  })

  it('reads any cells back, in pieces of any size', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '€', '😀', ',', '"', '\n', "'", '=', ' ') })
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (written, chunkBytes) => {
        const quoted = written.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        const { cells } = await read(`k,l,m\n${quoted.join('\n')}`, {}, chunkBytes)
        expect(cells).toEqual(written.map((line) => line.map((one) => one.trim())))
      }),
      { numRuns: 100 },
    )
  })
})
