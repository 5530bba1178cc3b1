/** Into which of its periods a question puts each day; days before them count in an opening of their own where it asks for one. */
import { dayNumber, dayOfNumber } from '#read-models'

export type Grain = 'all' | 'day' | 'month'

/** Before any day that is counted. */
export const FIRST_DAY = '0000-01-01'

export class Periods {
  readonly to: string
  readonly from: string
  private readonly first: number
  private readonly last: number
  private readonly firstMonth: number
  private readonly opening: number
  private readonly ofMonths: boolean
  /** Of months, by days since the first. */
  private readonly ofDays: Int32Array | undefined

  constructor(
    { from, to }: { from: string; to: string },
    readonly grain: Grain,
    { opening = false } = {},
  ) {
    this.from = from
    this.to = to
    this.first = dayNumber(from)
    this.last = dayNumber(to)
    this.firstMonth = monthNumber(from)
    this.opening = Number(opening)
    this.ofMonths = grain === 'month'
    if (this.ofMonths && this.last >= this.first) this.ofDays = this.monthsOfDays()
  }

  /** The first day that counts at all. */
  get begin(): string {
    return this.opening ? FIRST_DAY : this.from
  }

  get count(): number {
    if (this.grain === 'all') return this.opening + 1
    const periods = this.ofMonths ? monthNumber(this.to) - this.firstMonth + 1 : this.last - this.first + 1
    return this.opening + Math.max(0, periods)
  }

  /** Whether a period is all that came before. */
  isOpening(index: number): boolean {
    return index < this.opening
  }

  /** Below zero, the day is in none. */
  indexOf(day: number): number {
    if (day > this.last) return -1
    if (day < this.first) return this.opening - 1
    if (this.grain === 'all') return this.opening
    return this.ofDays ? (this.ofDays[day - this.first] as number) : this.opening + day - this.first
  }

  private monthsOfDays(): Int32Array {
    const ofDays = new Int32Array(this.last - this.first + 1)
    for (let index = this.opening; index < this.count; index++) {
      const begin = Math.max(0, dayNumber(this.dayOf(index)) - this.first)
      ofDays.fill(index, begin)
    }
    return ofDays
  }

  /** The first day of a period that is asked for. */
  dayOf(index: number): string {
    const period = index - this.opening
    if (this.grain === 'all' || period <= 0) return this.from
    if (!this.ofMonths) return dayOfNumber(this.first + period)
    const month = this.firstMonth + period
    const year = String(Math.floor(month / 12)).padStart(4, '0')
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
  }
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
