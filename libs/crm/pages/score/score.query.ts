/**
 * The score of a customer: everything over time in one answer, with all that was known of it when, so that its picture
 * at any moment, as it was and as it was known, is a choice among its rows. Which lines there are, views declare.
 */
import {
  Day,
  defineQuery,
  type Guarded,
  hadHappened,
  Id,
  Instant,
  InvalidInput,
  instantOf,
  type KnownStep,
  Label,
  ListOf,
  Nested,
  Optional,
  Personal,
  type QueryContext,
} from '#kernel'
import { contactOf, standingContact } from '../../contacts/people.queries.js'
import { customersView } from '../../customers/customers.view.js'
import { worthIn } from '../../organization/valuation.queries.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import { NamedCustomer, NamedMember, NamedUnit, Names } from '../shown/names.js'
import { KnownColumns, KnownEvents } from './score-columns.js'
import { MarkColumns, markColumnsOf } from './score-marks.js'
import { RowColumns, rowColumnsOf } from './score-rows.js'
import { countedByWeek, WeekColumns, weekColumnsOf } from './score-weeks.js'

/** So many marks are drawn one by one. */
const mostMarks = 1500

export class ScoreQuery {
  /** Marks of these days alone, both included, where the unit of each is; one by one however many they are. */
  @Optional() @Day() from?: string
  @Optional() @Day() to?: string
}

class NamedContact {
  @Id('contact') id!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
}

const unlimited = { max: 1_000_000 }

export class ScoreAnswer {
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  /** What counts as now. */
  @Instant() now!: string
  /** The first that is known to have happened. */
  @Optional() @Instant() begins?: string
  /** Since when anything was written down: before that, silence means that nothing was recorded. */
  @Optional() @Instant() writtenSince?: string
  /** Those named in rows. */
  @ListOf(NamedUnit, unlimited) units!: NamedUnit[]
  @ListOf(NamedMember, unlimited) members!: NamedMember[]
  @ListOf(NamedContact, unlimited) contacts!: NamedContact[]
  /** The events by which it became known, in recorded order; rows and marks name them by their places here. */
  @Nested(KnownColumns) known!: KnownColumns
  /** Of what stands in a line until something else does. */
  @Nested(RowColumns) rows!: RowColumns
  /** Of what there is much, as encounters; absent where they are too many and are counted by week. */
  @Optional() @Nested(MarkColumns) marks?: MarkColumns
  @Optional() @Nested(WeekColumns) weeks?: WeekColumns
}

/** @throws InvalidInput for days in the wrong order */
function requireInOrder({ from, to }: ScoreQuery): void {
  if (from !== undefined && to !== undefined && to < from)
    throw new InvalidInput([{ path: 'to', code: 'too-early', limit: from }])
}

const idsIn = (steps: readonly KnownStep[], of: 'unit' | 'member' | 'person'): string[] =>
  [...new Set(steps.flatMap((step) => step[of] ?? []))].sort()

async function contactsIn(steps: readonly KnownStep[], ask: QueryContext<ScoreQuery>): Promise<NamedContact[]> {
  const named = idsIn(steps, 'person').map(async (id) => ({
    id,
    name: (await contactOf(id, ask))?.name,
  }))
  return Promise.all(named)
}

/** Persons as they count now: a step may name a record that was merged since. */
const ofWhoStands =
  (ask: QueryContext<ScoreQuery>) =>
  (step: KnownStep): KnownStep =>
    step.person === undefined ? step : { ...step, person: standingContact(step.person, ask) }

const earliest = (moments: readonly string[]): string | undefined =>
  moments.reduce<string | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined)

export const scoreQuery = defineQuery({
  name: 'score',
  about:
    'Everything that happened with a customer over time, each with when it was known: what its picture is drawn from.',
  route: '/customers/:id/score',
  query: ScoreQuery,
  answer: ScoreAnswer,
  past: { param: 'id', of: customersView, open: 'retracted' },
  folds: true,
  async read(ask): Promise<ScoreAnswer> {
    requireInOrder(ask.query)
    const { subject } = ask
    const { from = '', to } = ask.query
    const asksDays = ask.query.from !== undefined || to !== undefined
    const drawn = (await ask.journals.drawn(subject.partition)).map(ofWhoStands(ask))
    const steps = drawn.filter((step) => !step.many || ((step.day ?? '') >= from && hadHappened(step, to)))
    const marks = steps.filter(({ many }) => many)
    const lines = steps.filter(({ many }) => !many)
    const weeks = !asksDays && marks.length > mostMarks ? countedByWeek(marks) : undefined
    const known = new KnownEvents([...lines, ...(weeks ?? marks)])
    const names = new Names(ask)
    const worth = worthIn(ask.references)
    return ask.open({
      customer: await names.customer(subject.id),
      stopped: shownStop(ask),
      now: ask.nowIn(),
      begins: earliest(drawn.flatMap(({ at }) => instantOf(at) ?? [])),
      writtenSince: earliest(drawn.map((step) => step.from.recordedAt)),
      units: idsIn(steps, 'unit').map((id) => names.unit(id)),
      members: idsIn(steps, 'member').map((id) => names.member(id)),
      contacts: await contactsIn(steps, ask),
      known: known.shown,
      rows: rowColumnsOf(lines, { known, worth }),
      ...(weeks ? { weeks: weekColumnsOf(weeks, known) } : { marks: markColumnsOf(marks, known) }),
    })
  },
})
