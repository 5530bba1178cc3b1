/**
 * Arbitrary logs: a few customers, contacts and units that everything happens to, at a few moments,
 * so that ties, late facts, corrections of corrections and merges meet each other often.
 */
import fc from 'fast-check'
import type { Filing, JsonObject, NewEvent, Precision } from '#kernel'

export const customers = ['c0', 'c1', 'c2'] as const
export const contacts = ['p0', 'p1'] as const
const units = ['fi', 'se'] as const

/** Effective moments: instants of one day, one of them near its end, a day's first, a month's first, and before all. */
export const moments: readonly { at: string; occurredAt: string; precision: Precision }[] = [
  { at: '0000-01-01T00:00:00.000Z', occurredAt: '', precision: 'before' },
  { at: '2026-01-01T00:00:00.000Z', occurredAt: '2026-01', precision: 'month' },
  { at: '2026-02-10T00:00:00.000Z', occurredAt: '2026-02-10', precision: 'day' },
  ...[
    '2026-02-10T08:00:00.000Z',
    '2026-02-10T09:30:00.000Z',
    '2026-02-10T23:30:00.000Z',
    '2026-03-05T12:00:00.000Z',
  ].map((at) => ({ at, occurredAt: at, precision: 'instant' as const })),
]

/** Days around them: which of them a moment lies in depends on where. */
export const days = ['2026-01-01', '2026-02-09', '2026-02-10', '2026-02-11'] as const

const places: Readonly<Record<string, string>> = { fi: 'Pacific/Auckland', se: 'America/Los_Angeles' }

/** UnitZones far apart for the units here; what belongs to none is in Helsinki. */
export const farApart = (unit: string | undefined): string => places[unit ?? ''] ?? 'Europe/Helsinki'

/** One thing that happens; numbers choose among what is there. */
export type Happening = ReturnType<typeof happeningOf>
const happeningOf = (what: string, n: number[]) => ({ what, n })

const choices = fc.array(fc.nat(29), { minLength: 6, maxLength: 6 })
const weighted: readonly [string, number][] = [
  ['register', 3],
  ['profile', 3],
  ['parent', 1],
  ['touch', 7],
  ['plan', 2],
  ['follow-up', 4],
  ['stage', 4],
  ['status', 1],
  ['merge', 2],
  ['merge-contact', 1],
  ['restate', 6],
  ['retract', 4],
]

/** What becomes of few records: their facts come to lie in several customers, go and come back. */
const ofFewRecords: readonly [string, number][] = [
  ['touch', 1],
  ['plan', 1],
  ['follow-up', 5],
  ['restate', 8],
  ['retract', 5],
  ['merge', 1],
  ['merge-contact', 1],
]

const happeningsOf = (
  among: readonly [string, number][],
  { size, most }: { size?: 'medium'; most: number },
): fc.Arbitrary<Happening[]> =>
  fc.array(
    fc
      .tuple(fc.oneof(...among.map(([what, weight]) => ({ weight, arbitrary: fc.constant(what) }))), choices)
      .map(([what, n]) => happeningOf(what, n)),
    { minLength: 1, maxLength: most, size },
  )

export const happenings = (most: number): fc.Arbitrary<Happening[]> =>
  fc.oneof(
    { weight: 2, arbitrary: happeningsOf(weighted, { most }) },
    { weight: 1, arbitrary: happeningsOf(ofFewRecords, { most: Math.min(most, 20), size: 'medium' }) },
  )

export interface Appending {
  stream: string
  event: NewEvent
}

const sectors = ['hospitality', 'retail', 'marine']
const kinds = ['note', 'meeting', 'email']
const functions = ['sales', 'service', undefined]
const stages = ['identified', 'exploratory', 'basic', 'cooperative']

const pick = <T>(from: readonly T[], n: number | undefined): T => from[(n ?? 0) % from.length] as T

/** Categories of streams in which records are said to be one. */
type Merging = 'merge' | 'contactmerge'

const mergings: Readonly<Record<string, { category: Merging; records: readonly string[] }>> = {
  merge: { category: 'merge', records: customers },
  'merge-contact': { category: 'contactmerge', records: contacts },
}

/** What is said, and where it belongs. */
interface Said {
  stream: string
  type: string
  data: JsonObject
  filing: Filing & { unit?: string }
}

/** A first event with where its versions were filed, and whether the last of them takes it back. */
interface First {
  said: Said
  id: string
  filings: [Said['filing'], ...Said['filing'][]]
  /** The last of them. */
  filed: Said['filing']
  isRetracted: boolean
}

/** Writes the log that the happenings tell of. */
export class Writer {
  private readonly firsts: First[] = []
  private touchpoints = 0
  private count = 0

  constructor(private readonly tag = '') {}

  /** The event of one happening; undefined when there is nothing it could happen to. */
  write({ what, n }: Happening): Appending | undefined {
    if (what === 'restate' || what === 'retract') return this.correct(what, n)
    const said = this.say(what, n)
    if (!said) return undefined
    const event = this.event(said, pick(moments, n[0]))
    this.firsts.push({ said, id: event.id, filings: [said.filing], filed: said.filing, isRetracted: false })
    return { stream: said.stream, event }
  }

  private say(what: string, n: number[]): Said | undefined {
    const customer = pick(customers, n[1])
    const own = { customers: [customer], contacts: [] }
    const unit = pick(units, n[2])
    if (what === 'register' || what === 'profile') {
      const type = what === 'register' ? 'customer.registered' : 'customer.profile-changed'
      const sector: JsonObject =
        what === 'profile' && n[5] === 0 ? { cleared: ['sector'] } : { sector: pick(sectors, n[4]) }
      return { stream: `customer-${customer}`, type, data: { name: `Name ${n[3]}`, ...sector }, filing: own }
    }
    if (what === 'parent') {
      const data: JsonObject = n[4] === 0 ? {} : { parent: pick(customers, n[3]) }
      return { stream: `customer-${customer}`, type: 'customer.parent-set', data, filing: own }
    }
    if (what === 'stage' || what === 'status') {
      const stream = `relationship-${customer}.${unit}`
      return { stream, ...this.decided(what, n), filing: { ...own, unit } }
    }
    const merging = mergings[what]
    if (merging) return this.merge(merging.category, pick(merging.records, n[1]), n)
    if (what === 'follow-up') return this.followUp(n)
    return this.encounter(what === 'plan' ? 'planned' : pick(kinds, n[5]), `t${this.touchpoints++}`, n)
  }

  /** One merge of a record holds at a time. */
  private merge(category: Merging, record: string, n: number[]): Said | undefined {
    const stream = `${category}-${record}`
    if (this.firsts.some(({ said, isRetracted }) => said.stream === stream && !isRetracted)) return undefined
    return { stream, type: `${category}.made`, ...this.mergedInto(category, record, n) }
  }

  private mergedInto(category: Merging, record: string, n: number[]): Pick<Said, 'data' | 'filing'> {
    const all: readonly string[] = category === 'merge' ? customers : contacts
    const into = pick(
      all.filter((id) => id !== record),
      n[2],
    )
    const both = [into, record]
    const filing = category === 'merge' ? { customers: both, contacts: [] } : { customers: [], contacts: both }
    return { data: { into }, filing }
  }

  private decided(what: string, n: number[]): Pick<Said, 'type' | 'data'> {
    if (what === 'status') return { type: 'relationship.status-corrected', data: { status: 'continuing', why: 'So.' } }
    if (n[3] === 0) return { type: 'relationship.ended', data: { by: 'we', how: 'ran-its-course', why: 'So.' } }
    return { type: 'relationship.stage-changed', data: { from: 'identified', to: pick(stages, n[4]) } }
  }

  private encounter(kind: string, id: string, n: number[]): Said {
    const met = [pick(customers, n[1]), pick(customers, n[3])].filter((c, i, all) => all.indexOf(c) === i)
    const people = contacts.filter((_, i) => ((n[4] ?? 0) >> i) % 2 === 1)
    const unit = pick(units, n[2])
    const by = pick(functions, n[5])
    const data = { customers: met, unit, contacts: people, note: `Note ${n[3]}`, ...(by ? { function: by } : {}) }
    const planned = { ...data, kind: 'meeting', startsAt: '2026-05-01T07:00:00Z' }
    return {
      stream: `touchpoint-${id}`,
      type: `touchpoint.${kind}`,
      data: kind === 'planned' ? planned : data,
      filing: { customers: met, contacts: people, unit },
    }
  }

  /** A further event of a touchpoint, filed as its first was. */
  private followUp(n: number[]): Said | undefined {
    const begun = this.firsts.filter(({ said }) => said.stream.startsWith('touchpoint-'))
    if (begun.length === 0) return undefined
    const first = pick(begun, n[1])
    const current =
      this.standing(first.said).at(-1) ?? this.firsts.findLast(({ said }) => said.stream === first.said.stream)
    const said = { ...first.said, filing: (current ?? first).filed }
    const { customers: met, contacts: people, unit = 'fi' } = said.filing
    const heldData = { customers: met, contacts: people, unit, note: 'Held.' }
    const further: Pick<Said, 'type' | 'data'>[] = [
      { type: 'touchpoint.moved', data: { startsAt: `2026-06-0${1 + ((n[2] ?? 0) % 9)}T07:00:00Z` } },
      { type: 'touchpoint.cancelled', data: { by: 'they' } },
      { type: 'touchpoint.evaluated', data: { reached: true } },
      { type: 'touchpoint.meeting', data: heldData },
    ]
    return { ...said, ...pick(further, n[3]) }
  }

  private correct(what: 'restate' | 'retract', n: number[]): Appending | undefined {
    if (this.firsts.length === 0) return undefined
    const first = pick(this.firsts, n[1])
    const said = what === 'restate' ? this.restated(first, n) : first.said
    const filing = what === 'restate' ? said.filing : first.filed
    const data = what === 'restate' ? { ...said.data, '~because': 'So.' } : { '~because': 'So.' }
    const event = this.event({ ...said, data, filing }, pick(moments, n[0]))
    const gone = (of: 'customers' | 'contacts') => [
      ...new Set(first.filings.flatMap((earlier) => earlier[of]).filter((id) => !filing[of].includes(id))),
    ]
    event.metadata.corrects = { eventId: first.id, mode: what }
    event.metadata.formerly = { customers: gone('customers'), contacts: gone('contacts') }
    first.filings.push(filing)
    first.filed = filing
    first.isRetracted = what === 'retract'
    return { stream: said.stream, event }
  }

  private standing({ stream }: Said): First[] {
    return this.firsts.filter(({ said, isRetracted }) => said.stream === stream && !isRetracted)
  }

  /** The same kind of fact, saying something else, of other customers where it states them itself. */
  private restated({ id, ...first }: First, n: number[]): Said {
    const said = { ...first.said, filing: first.filed }
    const [, fact = ''] = said.type.split('.')
    if (said.stream.startsWith('touchpoint-')) {
      // What is said of a record in several facts mostly moves as a whole, which one event cannot tell: it stays
      // where the rest of it stands.
      const isApart = (n[5] ?? 0) % 3 === 0
      const other = this.standing(said).findLast((one) => one.id !== id)
      if (other && !isApart) return { ...said, filing: other.filed }
      const { data, filing } = this.encounter(fact, said.stream, n)
      return { ...said, data: { ...said.data, ...data }, filing }
    }
    const [category = '', record = ''] = said.stream.split('-')
    if (category === 'merge' || category === 'contactmerge') return { ...said, ...this.mergedInto(category, record, n) }
    const what = said.stream.startsWith('relationship-') ? 'stage' : 'profile'
    const again = this.say(said.type === 'customer.parent-set' ? 'parent' : what, n)
    return again?.type === said.type || what === 'profile' ? { ...said, data: again?.data ?? said.data } : said
  }

  private event({ type, data, filing }: Said, moment: (typeof moments)[number]): NewEvent {
    const count = this.count++
    const id = `${this.tag}00000000-0000-8000-8000-${String(count).padStart(12, '0')}`
    const { unit, customers: of, contacts: people } = filing
    return {
      id,
      type,
      data,
      metadata: {
        schemaVersion: 1,
        occurredAt: moment.occurredAt,
        occurredPrecision: moment.precision,
        effectiveAt: moment.at,
        recordedAt: new Date(Date.UTC(2026, 3, 1, 8, count)).toISOString(),
        actor: 'aino',
        customers: [...of],
        contacts: [...people],
        commandId: id,
        fingerprint: 'f',
        ...(unit === undefined ? {} : { unit }),
      },
    }
  }
}
