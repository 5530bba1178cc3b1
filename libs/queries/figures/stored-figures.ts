/**
 * Answers questions about figures from the read store: sums, states, shares, lengths and counts of
 * any metric, by any of its dimensions and periods, as known now or at the end of a past day.
 */
import {
  addDays,
  type Calendar,
  calendarYears,
  dayIn,
  earlier,
  endOf,
  type Figure,
  type FigureEvents,
  type FigureQuestion,
  type Figures,
  type FiguresPort,
  InvalidInput,
  isDay,
  type Metric,
  type Position,
  periodOf,
  type ReadAccess,
  type ReadScope,
  type ReferenceHolder,
  type Registry,
  type StoredEvent,
  type Valuation,
  type Viewer,
  Yields,
} from '#kernel'
import type { ContributionReader } from '#read-models'
import { Valuing } from './amounts/valuing.js'
import { type DrilledQuestion, drill } from './drill-down.js'
import { type Group, Groups, groupKeyOf, requireFew } from './groups.js'
import { Places } from './places.js'
import { type Asked, askedOf } from './question.js'
import { scopesOf } from './scopes.js'
import { type Range, Spans } from './spans.js'
import type { Summed } from './sums.js'
import { Tally } from './tally.js'

export interface FiguresParts {
  contributions: ContributionReader
  registry: Registry
  calendar: Pick<Calendar, 'zoneOf' | 'fiscalYearsOf'>
  valuation: Pick<Valuation, 'rateOn'>
  readAccess: Pick<ReadAccess, 'figureReadingOf'>
  references: Pick<ReferenceHolder, 'at'>
  /** Position of the last event up to which nothing was recorded after the instant; 0 if there is none. */
  positionAt(instant: string): Promise<Position>
  /** The newest time of recording up to a position. */
  newestAt(position: Position): Promise<string>
  /** The event at a position, as stored. */
  eventOf(position: Position): Promise<StoredEvent | undefined>
  clock(): Date
}

interface Sources extends Summed {
  places: Places
}

/** Days before figures begin: a comparison with nothing. */
const none: ReadonlyMap<string, Group> = new Map()

export class StoredFigures implements FiguresPort {
  constructor(
    private readonly p: FiguresParts,
    private readonly reader: { viewer: Viewer; reading: ReadScope; gone?: AbortSignal },
  ) {}

  get metrics(): readonly Metric[] {
    return [...this.p.registry.metrics.values()]
  }

  async ask(question: FigureQuestion): Promise<Figures> {
    const from = await this.sources(question.known)
    const figures: Figure[] = []
    let complete: number | undefined
    for (const scope of this.scopesOf(question)) {
      const answered = await this.answer(scope.question, from)
      complete ??= answered.complete
      const own = answered.figures.filter(({ of }) => scope.without === undefined || of.member !== scope.without)
      figures.push(...(scope.team ? own.map((figure) => ({ ...figure, of: { ...figure.of, member: '*' } })) : own))
    }
    requireFew(figures.length)
    return { figures, complete }
  }

  async events(question: DrilledQuestion, page: { cursor?: string; limit?: number } = {}): Promise<FigureEvents> {
    const from = await this.sources(question.known)
    const [scope] = this.scopesOf({ ...question, by: [] })
    const asked = this.asked(scope?.question ?? { ...question, by: [] }, from)
    return drill(
      { ...this.p, reading: this.reader.reading, ...from, dayKnown: (event) => this.dayKnown(event) },
      { asked, range: this.counted(question, asked) },
      page,
    )
  }

  private scopesOf(question: FigureQuestion) {
    const { viewer } = this.reader
    return scopesOf(question, { member: viewer.member, reading: this.p.readAccess.figureReadingOf(viewer) })
  }

  private async answer(question: FigureQuestion, from: Sources): Promise<Figures> {
    const asked = this.asked(question, from)
    const groups = await new Groups(asked, from).over(this.counted(question, asked))
    if (asked.dims.length === 0 && groups.size === 0) groups.set(groupKeyOf({}), emptyGroup())
    const before = question.compare ? await this.before(question, asked, from) : none
    const shown = [...groups.values(), ...onlyBefore(before, groups)]
    const spans = new Spans(question, asked.period)
    requireFew(shown.length * spans.of(calendarYears).length)
    const figures = shown.flatMap((group) => this.figuresOf(group, question, { asked, before, spans }))
    return { figures, complete: completeness(asked, groups.values()) }
  }

  /** The groups of the days that each period is compared with. */
  private before(question: FigureQuestion, asked: Asked, from: Sources): Promise<Map<string, Group>> {
    const spans = new Spans(question, asked.period).of(calendarYears)
    const [first, last] = [spans[0] ?? question, spans.at(-1) ?? question]
    const by = question.compare ?? 'previous'
    const range = { from: earlier(first, by, asked.period).from, to: earlier(last, by, asked.period).to }
    return new Groups(asked, from).over(this.counted(range, asked))
  }

  /** The days of a range that count: where a day counts once it is over, those over now, and by the moment of knowing. */
  private counted({ from, to }: Range, { metric, known }: Asked): Range {
    if (metric.counts !== 'once-over') return { from, to }
    const over = addDays(dayIn(this.p.clock().toISOString(), this.groupZone()), -1)
    return { from, to: [to, over, known ?? over].sort()[0] as string }
  }

  /** The day on which the group came to know of an event. */
  private async dayKnown({ position }: StoredEvent): Promise<string> {
    return dayIn(
      await this.p.newestAt(position),
      this.p.calendar.zoneOf(undefined, this.p.references.at({ knownAt: position })),
    )
  }

  private groupZone(): string {
    return this.p.calendar.zoneOf(undefined, this.p.references.at())
  }

  private figuresOf(
    group: Group,
    question: FigureQuestion,
    { asked, before, spans }: { asked: Asked; before: ReadonlyMap<string, Group>; spans: Spans },
  ): Figure[] {
    const { metric, period } = asked
    return spans.ofAll(group.fiscalYears).map((span) => {
      const numbers = (group.tallies.get(span.name) ?? new Tally()).numbers(metric)
      const figure: Figure = { of: group.of, ...numbers }
      if (period !== undefined) figure.period = span
      if (question.compare === undefined) return figure
      const then = earlier(span, question.compare, period)
      const [fiscal = calendarYears] = group.fiscalYears
      const name = period === undefined ? '' : periodOf(then.from, period, fiscal).name
      const tally = before.get(groupKeyOf(group.of))?.tallies.get(name) ?? new Tally()
      const { value: compared, amounts, unvalued } = tally.numbers(metric)
      const change = compared === null || numbers.value === null ? null : numbers.value - compared
      return { ...figure, compared, ...(unvalued && { comparedAmounts: amounts, comparedUnvalued: unvalued }), change }
    })
  }

  /** All that an answer is made of, as known at one moment. */
  private async sources(known: string | undefined): Promise<Sources> {
    const knownAt = await this.knownAt(known)
    const { contributions: reader, valuation, references } = this.p
    const valuing = new Valuing(reader, { valuation, references: references.at({ knownAt }) })
    return { reader, places: new Places(this.p, knownAt), valuing, yields: new Yields(this.reader.gone) }
  }

  private asked(question: Omit<FigureQuestion, 'compare'>, { places: { knownAt } }: Sources): Asked {
    return askedOf(question, { registry: this.p.registry, knownAt })
  }

  /** The last position recorded by the end of a day, in the zone that the group had then. */
  private async knownAt(known: string | undefined): Promise<Position | undefined> {
    if (known === undefined) return undefined
    if (!isDay(known)) throw new InvalidInput([{ path: 'known', code: 'k-day' }])
    const lastIn = (zone: string) => this.p.positionAt(new Date(Date.parse(endOf(known, zone)) - 1).toISOString())
    const position = await lastIn(this.groupZone())
    return lastIn(this.p.calendar.zoneOf(undefined, this.p.references.at({ knownAt: position })))
  }
}

const emptyGroup = (): Group => ({ of: {}, tallies: new Map(), fiscalYears: new Set([calendarYears]) })

/** Groups that only the days compared with have, with nothing counted. */
const onlyBefore = (before: ReadonlyMap<string, Group>, groups: ReadonlyMap<string, Group>): Group[] =>
  [...before].flatMap(([key, group]) => (groups.has(key) ? [] : [{ ...group, tallies: new Map() }]))

/** Percent of what was counted that states every dimension; of a state, over the periods asked. */
function completeness({ metric, dims }: Asked, groups: Iterable<Group>): number | undefined {
  if (dims.length === 0 || metric.kind === 'distinct') return undefined
  let [stated, all] = [0, 0]
  for (const { of, tallies } of groups) {
    const weight = [...tallies.values()].reduce((sum, tally) => sum + tally.weight(metric), 0)
    all += weight
    if (dims.every(({ name }) => of[name] !== null)) stated += weight
  }
  return all === 0 ? undefined : (stated / all) * 100
}
