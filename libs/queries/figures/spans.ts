/** The periods that a range of days is told in: worked out once for an answer, however many groups are told in them. */
import { type FiscalYears, laterOf, type Period, periodsBetween, type Span } from '#kernel'

export interface Range {
  from: string
  to: string
}

export class Spans {
  private readonly known = new Map<string, readonly Span[]>()

  constructor(
    private readonly range: Range,
    private readonly period: Period | undefined,
  ) {}

  /** The whole range under '' when no period is asked. */
  of(fiscal: FiscalYears): readonly Span[] {
    return this.once(fiscal.key, () =>
      this.period === undefined
        ? [{ name: '', from: this.range.from, to: this.range.to }]
        : periodsBetween(this.range.from, this.range.to, { period: this.period, fiscal }),
    )
  }

  /** Where fiscal years differ, those of one name together. */
  ofAll(fiscalYears: ReadonlySet<FiscalYears>): readonly Span[] {
    const [only] = fiscalYears
    if (fiscalYears.size === 1 && only !== undefined) return this.of(only)
    return this.once(
      [...fiscalYears]
        .map(({ key }) => key)
        .sort()
        .join(),
      () => {
        const byName = new Map<string, Span>()
        for (const span of [...fiscalYears].flatMap((fiscal) => this.of(fiscal))) {
          const known = byName.get(span.name) ?? span
          const [from = span.from] = [known.from, span.from].sort()
          byName.set(span.name, { name: span.name, from, to: laterOf(known.to, span.to) })
        }
        return [...byName.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
      },
    )
  }

  private once(key: string, work: () => readonly Span[]): readonly Span[] {
    const known = this.known.get(key) ?? work()
    this.known.set(key, known)
    return known
  }
}
