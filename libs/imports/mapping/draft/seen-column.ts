/** What the cells of a column have in common: which formats read all of them, and which values there are. */
import type { CellKind } from '../../tabular/table.js'
import { dateReader, type ReadDateText } from '../../values/date-format.js'
import { type Notation, readDecimal } from '../../values/decimal.js'

const datesTried = [
  ...['ISO', 'D.M.YYYY', 'M/D/YYYY', 'D/M/YYYY', 'YYYY/M/D', 'D-M-YYYY', 'YYYYMMDD', 'MM/YYYY'],
  ...['D.M.YYYY H:mm', 'M/D/YYYY H:mm', 'D/M/YYYY H:mm', 'D.M.YYYY H:mm:ss', 'M/D/YYYY H:mm:ss', 'D/M/YYYY H:mm:ss'],
]
const notationsTried: readonly Notation[] = [
  ...['.', ','].map((decimal) => ({ decimal, thousands: '' })),
  ...[',.', '.,', ' ,', ' .', "'."].map((signs) => ({ decimal: signs[1] as string, thousands: signs[0] as string })),
]

/** More different values than these are not translated one by one. */
const mostValues = 20

export class SeenColumn {
  filled = 0
  /** Of a workbook: cells that are dates or numbers by themselves. */
  native = 0
  private dates: [string, ReadDateText][] = datesTried.map((format) => [format, dateReader(format)])
  private notations = [...notationsTried]
  /** Leading zeros mean something in codes and nothing in numbers. */
  private isCode = false
  private readonly values = new Map<string, number>()
  private readonly all = new Set<string>()

  constructor(readonly header: string) {}

  add(text: string, kind: CellKind): void {
    if (text === '') return
    this.filled++
    this.all.add(text)
    if (this.values.size <= mostValues) this.values.set(text, (this.values.get(text) ?? 0) + 1)
    if (kind !== 'text') this.native++
    this.isCode ||= /^0\d/.test(text)
    this.dates = this.dates.filter(([, read]) => typeof read(text) === 'object')
    this.notations = this.notations.filter((notation) => readDecimal(text, notation) !== undefined)
  }

  /** Formats that read every cell, the most usual first; none where the column holds something else. */
  get dateFormats(): readonly string[] {
    return this.filled > 0 ? this.dates.map(([format]) => format) : []
  }

  /** Notations that read every cell as a number; none where it is a date or a code. */
  get numberNotations(): readonly Notation[] {
    return this.filled > 0 && !this.isCode && this.dates.length === 0 ? this.notations : []
  }

  get isUnique(): boolean {
    return this.all.size === this.filled
  }

  /** Value → rows, of a column with a few values that come again and again; else nothing. */
  get valuesToMap(): ReadonlyMap<string, number> {
    const few = this.values.size <= mostValues && this.values.size < this.filled
    return few && this.dateFormats.length + this.numberNotations.length === 0 ? this.values : new Map()
  }
}
