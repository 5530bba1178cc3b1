/** The periods that a range of days is told in: worked out once for an answer, however many groups are told in them. */
import { laterOf, type Period, periodsBetween, type Span } from '#kernel'

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

  /** The whole range under '' when no period is asked. @param fiscalStart 1–12, see `periodOf` */
  of(fiscalStart: number): readonly Span[] {
    return this.once(String(fiscalStart), () =>
      this.period === undefined
        ? [{ name: '', from: this.range.from, to: this.range.to }]
        : periodsBetween(this.range.from, this.range.to, { period: this.period, fiscalStart }),
    )
  }

  /** Where fiscal years differ, those of one name together. */
  ofAll(fiscalStarts: ReadonlySet<number>): readonly Span[] {
    const [only] = fiscalStarts
    if (fiscalStarts.size === 1 && only !== undefined) return this.of(only)
    return this.once([...fiscalStarts].sort().join(), () => {
      const byName = new Map<string, Span>()
      for (const span of [...fiscalStarts].flatMap((start) => this.of(start))) {
        const known = byName.get(span.name) ?? span
        const [from = span.from] = [known.from, span.from].sort()
        byName.set(span.name, { name: span.name, from, to: laterOf(known.to, span.to) })
      }
      return [...byName.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
    })
  }

  private once(key: string, work: () => readonly Span[]): readonly Span[] {
    const known = this.known.get(key) ?? work()
    this.known.set(key, known)
    return known
  }
}
