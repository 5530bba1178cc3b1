/** The rows of one sheet, one after the other as they stand in the file: no more of them is held than is read at once. */

import { heard, RichText, type SheetPart, unescaped, type WorkbookParts } from './parts.js'
import { attribute, type XmlListener } from './xml.js'

export type CellValue = string | number | boolean | Date | null

export interface SheetCell {
  value: CellValue
  /** Without `=`; empty where it is that of another cell. */
  formula?: string
  isError?: boolean
}

export interface SheetRow {
  /** Its number, from 1 on. */
  line: number
  /** By column; those that the row leaves out are undefined. */
  cells: (SheetCell | undefined)[]
}

type ValueParts = Pick<WorkbookParts, 'sharedTexts' | 'dateStyles' | 'from1904'>

const mostRows = 1_048_576
const mostColumns = 16_384

/** @throws Error where it cannot be read further */
export async function* rowsOfSheet(file: Buffer, sheet: SheetPart, parts: WorkbookParts): AsyncGenerator<SheetRow> {
  const found = new Rows(parts)
  for await (const _ of heard(file, sheet.entry, found)) yield* found.take()
}

/** Hears what stands in a sheet. */
class Rows implements XmlListener {
  private whole: SheetRow[] = []
  private row: SheetRow | undefined
  private line = 0
  private column = 0
  private cell: HeardCell | undefined

  constructor(private readonly parts: ValueParts) {}

  take(): SheetRow[] {
    const { whole } = this
    this.whole = []
    return whole
  }

  opened(element: string, attributes: string): void {
    if (this.cell) this.cell.opened(element, attributes)
    else if (element === 'row') this.begin(attribute(attributes, 'r'))
    else if (element === 'c' && this.row) this.beginCell(attributes)
  }

  closed(element: string): void {
    if (element === 'c' && this.cell && this.row) {
      this.row.cells[this.column++] = this.cell.done(this.parts)
      this.cell = undefined
    } else if (this.cell) this.cell.closed(element)
    else if (element === 'row' && this.row) {
      this.whole.push(this.row)
      this.row = undefined
    }
  }

  text(text: string): void {
    this.cell?.text(text)
  }

  private begin(number: string | undefined): void {
    this.line = number === undefined ? this.line + 1 : Number(number)
    if (!(this.line >= 1 && this.line <= mostRows)) throw new Error('a row has no number that rows have')
    this.row = { line: this.line, cells: [] }
    this.column = 0
  }

  private beginCell(attributes: string): void {
    const letters = /^[A-Z]{1,3}/i.exec(attribute(attributes, 'r') ?? '')?.[0]
    if (letters) this.column = columnOf(letters)
    if (this.column >= mostColumns) throw new Error('a row has more columns than rows have')
    this.cell = new HeardCell(attribute(attributes, 't') ?? 'n', Number(attribute(attributes, 's') ?? -1))
  }
}

class HeardCell {
  private value = ''
  private formula: string | undefined
  private within: 'v' | 'f' | undefined
  private readonly inline = new RichText()

  constructor(
    private readonly type: string,
    private readonly style: number,
  ) {}

  opened(element: string, attributes: string): void {
    if (element === 'v' || element === 'f') this.within = element
    // One that is shared by others is written where it was first.
    if (element === 'f' && attribute(attributes, 't') === 'shared') this.formula ??= ''
    this.inline.opened(element)
  }

  closed(element: string): void {
    if (element === this.within) this.within = undefined
    this.inline.closed(element)
  }

  text(text: string): void {
    if (this.within === 'v') this.value += text
    else if (this.within === 'f') this.formula = (this.formula ?? '') + text
    else this.inline.text(text)
  }

  done({ sharedTexts, dateStyles, from1904 }: ValueParts): SheetCell {
    const { type, value, style, formula } = this
    const readers: Readonly<Record<string, () => CellValue>> = {
      s: () => sharedTexts[value === '' ? -1 : Number(value)] ?? null,
      inlineStr: () => this.inline.whole(),
      str: () => unescaped(value),
      b: () => value === '1' || value.toLowerCase() === 'true',
      e: () => value,
      d: () => instantOf(value),
    }
    const read = readers[type] ?? (() => numberOf(value, dateStyles.has(style) ? from1904 : undefined))
    return { value: read(), ...(formula !== undefined && { formula }), ...(type === 'e' && { isError: true }) }
  }
}

/** @param from1904 of a number that is a date; undefined of any other. Text where it is no number. */
function numberOf(value: string, from1904: boolean | undefined): CellValue {
  if (value.trim() === '') return null
  const number = Number(value)
  if (Number.isNaN(number)) return value
  return from1904 === undefined ? number : dateOf(number, from1904)
}

/** A date that is written out: without a zone it is one of no zone, as all of a workbook are. */
const instantOf = (value: string): CellValue =>
  value === '' ? null : new Date(/[zZ]|T.*[+-]\d\d:?\d\d$/.test(value) || !value.includes('T') ? value : `${value}Z`)

/** From 0 on. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

const dayMs = 86_400_000
const first1904 = Date.UTC(1904, 0, 1)
const first1900 = Date.UTC(1899, 11, 31)
/** The 29th of February 1900, a day that workbooks count and there never was. */
const noDay = 60

/** @param days since the day before the first of 1900, or since the first of 1904; a part of one is a time of day */
function dateOf(days: number, from1904: boolean): Date {
  if (from1904) return new Date(first1904 + Math.round(days * dayMs))
  const counted = days >= noDay ? days - 1 : days
  return new Date(first1900 + Math.round(counted * dayMs))
}
