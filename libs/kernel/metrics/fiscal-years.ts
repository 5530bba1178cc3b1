/** Fiscal years: the month in which they start, and from which day on. What moves that month renames nothing before. */
import { addMonths } from '../history/instants.js'

/** From a day on, the empty one from ever, fiscal years start in a month, 1–12. */
interface FiscalRule {
  from: string
  startMonth: number
}

/** Those that say the same are the same object. */
export class FiscalYears {
  private static readonly known = new Map<string, FiscalYears>()

  private constructor(
    readonly key: string,
    private readonly rules: readonly FiscalRule[],
  ) {}

  /** @param startMonth 1–12 */
  static starting(startMonth: number): FiscalYears {
    return FiscalYears.of([{ from: '', startMonth }])
  }

  private static of(rules: readonly FiscalRule[]): FiscalYears {
    const key = rules.map(({ from, startMonth }) => `${from}/${startMonth}`).join()
    const years = FiscalYears.known.get(key) ?? new FiscalYears(key, rules)
    FiscalYears.known.set(key, years)
    return years
  }

  /**
   * Moved to another month by a day: the years go on as they were until that month begins next, and the
   * year that is cut short there is a year of its own.
   * @param day on which it is said; empty for before every day known
   */
  movedTo(startMonth: number, day: string): FiscalYears {
    if (day === '') return FiscalYears.starting(startMonth)
    const begun = this.rules.filter(({ from }) => from < day)
    if (begun.at(-1)?.startMonth === startMonth) return FiscalYears.of(begun)
    return FiscalYears.of([...begun, { from: nextStart(startMonth, day), startMonth }])
  }

  /** The month in which years start on a day, and the days from which and up to which that holds. */
  on(day: string): FiscalRule & { before?: string } {
    const at = this.rules.findLastIndex(({ from }) => from <= day)
    const { from, startMonth } = this.rules[at] as FiscalRule
    return { from, startMonth, before: this.rules[at + 1]?.from }
  }
}

/** Fiscal years that start in January. */
export const calendarYears = FiscalYears.starting(1)

/** The first day of a month, that day or the next time it comes. */
function nextStart(startMonth: number, day: string): string {
  const start = `${day.slice(0, 4)}-${String(startMonth).padStart(2, '0')}-01`
  return start >= day ? start : addMonths(start, 12)
}
