/** What the cells of a column have in common: which formats read them, all or nearly, and which values there are. */
import type { CellKind } from '../../tabular/table.js'
import { dateReader } from '../../values/date-format.js'
import { type Notation, readDecimal } from '../../values/decimal.js'

const datesTried = [
  ...['ISO', 'D.M.YYYY', 'M/D/YYYY', 'D/M/YYYY', 'YYYY/M/D', 'D-M-YYYY', 'YYYYMMDD', 'MM/YYYY'],
  ...['D.M.YYYY H:mm', 'M/D/YYYY H:mm', 'D/M/YYYY H:mm', 'D.M.YYYY H:mm:ss', 'M/D/YYYY H:mm:ss', 'D/M/YYYY H:mm:ss'],
]
const notationsTried: readonly Notation[] = [
  ...['.', ','].map((decimal) => ({ decimal, thousands: '' })),
  ...[',.', '.,', ' ,', ' .', "'."].map((signs) => ({ decimal: signs[1] as string, thousands: signs[0] as string })),
]

/** A format under trial, with how many cells it has read, and how many it has not. */
interface Trial<T> {
  of: T
  reads: (text: string) => boolean
  read: number
  missed: number
}

const trial = <T>(of: T, reads: (text: string) => boolean): Trial<T> => ({ of, reads, read: 0, missed: 0 })

/** Cells after which a format that has failed more often than not is tried no more. */
const patience = 20

function tryOn<T>(trials: readonly Trial<T>[], text: string): Trial<T>[] {
  for (const one of trials) {
    if (one.reads(text)) one.read++
    else one.missed++
  }
  return trials.filter(({ read, missed }) => missed <= read + patience)
}

/** Those that read the most cells, and at least two thirds: `n/a` among amounts makes them no texts. */
function readingMost<T>(trials: readonly Trial<T>[], filled: number): readonly Trial<T>[] {
  const most = Math.max(0, ...trials.map(({ read }) => read))
  return filled > 0 && most * 3 >= filled * 2 ? trials.filter(({ read }) => read === most) : []
}

/** `Kunden-Nr`, `opportunity_id`, `Asiakasnumero`; and `OrderID`, which is not `Paid`. */
const keyHeader = /(?:^|[^\p{L}])(?:id|no|nr|nro|code|koodi|kod|kode|key|tunnus)\.?$|(?:nummer|numero|number)$/iu
const idHeader = /\p{Ll}I[dD]$/u

/** More different values than these are not translated one by one. */
const mostValues = 20

export class SeenColumn {
  filled = 0
  /** Of a workbook: cells that are dates or numbers by themselves. */
  native = 0
  private dates = datesTried.map((format) => {
    const read = dateReader(format)
    return trial(format, (text) => typeof read(text) === 'object')
  })
  private notations = notationsTried.map((notation) =>
    trial(notation, (text) => readDecimal(text, notation) !== undefined),
  )
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
    this.dates = tryOn(this.dates, text)
    this.notations = tryOn(this.notations, text)
  }

  /** Formats that read the cells as dates, the most usual first; none where the column holds something else. */
  get dateFormats(): readonly string[] {
    return readingMost(this.dates, this.filled).map(({ of }) => of)
  }

  /** Notations that read the cells as numbers; none where they are dates or codes. */
  get numberNotations(): readonly Notation[] {
    return this.isCode || this.dateFormats.length > 0
      ? []
      : readingMost(this.notations, this.filled).map(({ of }) => of)
  }

  /** Cells that are no dates or numbers as the others are. */
  get unread(): number {
    const [format] = this.dateFormats
    const [notation] = this.numberNotations
    const counted = this.dates.find(({ of }) => of === format) ?? this.notations.find(({ of }) => of === notation)
    return counted?.missed ?? 0
  }

  /** Whether it hardly ever says the same twice, under a header that promises as much. */
  get isKey(): boolean {
    const isPromised = keyHeader.test(this.header) || idHeader.test(this.header)
    return isPromised && this.all.size * 3 >= this.filled * 2
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
