/** The answer of the score, unpacked: what stands in each line from when on, and from when until when that was known. */
import type { Schemas } from '../../api/schema.generated.js'

export type ScoreAnswer = Schemas['ScoreAnswer']

/** A personal text as answers carry it. */
export type Worded = string | { erased: true } | { withheld: true }

/** When something was known. */
export interface Knowing {
  /** ms; recorded at. */
  knownFrom: number
  /** ms; found to be otherwise at; never where it holds. */
  knownUntil: number
  /** Position of the event that made it known. */
  position: string
}

/** From a moment on this stands in its line, or nothing does. */
export interface Fact extends Knowing {
  line: string
  unit?: string
  /** Of facts of one slot, the last that had happened holds. */
  slot: string
  thing?: string
  /** ms; before everything where only that is known. */
  at: number
  /** As stated, where that is a day or a month. */
  occurred?: string
  member?: string
  contact?: string
  says: Readonly<Record<string, Worded | undefined>>
  ends: boolean
  minor?: number
  /** Currency of an amount without a rate. */
  unvalued?: string
}

export type StartedBy = 'they' | 'we-unasked' | 'we-asked' | 'private'

/** An encounter, or all those of one kind and one week. */
export interface Touch extends Knowing {
  at: number
  unit?: string
  by: StartedBy
  count: number
  /** It stands for a week, and has no event of its own. */
  isWeek: boolean
  occurred?: string
  kind?: string
  function?: string
  member?: string
}

/** A customer over time. Times are ms. */
export interface ScoreFacts {
  now: number
  /** The first that is known to have happened; now where nothing has. */
  begins: number
  writtenSince?: number
  units: readonly { id: string; name: string }[]
  facts: readonly Fact[]
  touches: readonly Touch[]
  /** Touches are counted by week: each is to be asked for by its days. */
  isCounted: boolean
  members: ReadonlyMap<string, Worded>
  contacts: ReadonlyMap<string, Worded>
}

export const dayMs = 86_400_000
export const weekMs = 7 * dayMs
const firstMonday = Date.UTC(1970, 0, 5)
const never = Number.POSITIVE_INFINITY
const beforeAll = Number.NEGATIVE_INFINITY

type Says = Record<string, Worded | undefined>
type KindOfTouch = NonNullable<ScoreAnswer['marks']>['kinds'][number]

/** Each number is given less the one before. */
function summed(differences: readonly number[]): number[] {
  let sum = 0
  return differences.map((difference) => {
    sum += difference
    return sum
  })
}

function knowingIn({ known }: ScoreAnswer): (from: number, until?: number) => Knowing {
  const recorded = summed(known.recordedMs)
  return (from, until) => ({
    knownFrom: recorded[from] ?? 0,
    knownUntil: until === undefined ? never : (recorded[until] ?? never),
    position: known.position[from] ?? '',
  })
}

const startedBy = (line: string, { startedBy: by, direction }: Says): StartedBy => {
  if (line === 'private-note') return 'private'
  if (by === 'they' || by === 'we-unasked' || by === 'we-asked') return by
  return direction === 'inbound' ? 'they' : 'we-asked'
}

function touchOf(kind: KindOfTouch | undefined): Pick<Touch, 'unit' | 'by' | 'kind' | 'function' | 'member'> {
  const says = (kind?.says ?? {}) as Says
  const text = (value: Worded | undefined) => (typeof value === 'string' ? value : undefined)
  return {
    unit: kind?.unit,
    by: startedBy(kind?.line ?? '', says),
    kind: kind?.line === 'private-note' ? 'private-note' : text(says.kind),
    function: text(says.function),
    member: kind?.member,
  }
}

/** Encounters one by one, in the order in which they happened. */
export function touchesOf(answer: ScoreAnswer): Touch[] {
  const { marks } = answer
  if (!marks) return []
  const knowing = knowingIn(answer)
  const kinds = marks.kinds.map(touchOf)
  const until = new Map(marks.superseded.map(({ mark, until: by }) => [mark, by]))
  const at = summed(marks.atMs)
  const from = summed(marks.from)
  return marks.kind.map((kind, place) => {
    const occurred = marks.occurred?.[place]
    return {
      ...(kinds[kind] ?? touchOf(undefined)),
      ...knowing(from[place] ?? 0, until.get(place)),
      at: marks.kinds[kind]?.precision === 'before' ? beforeAll : (at[place] ?? 0),
      ...(occurred !== undefined && occurred !== 'instant' && { occurred }),
      count: 1,
      isWeek: false,
    }
  })
}

function countedTouchesOf(answer: ScoreAnswer): Touch[] {
  const { weeks } = answer
  if (!weeks) return []
  const knowing = knowingIn(answer)
  const kinds = weeks.kinds.map(touchOf)
  const until = new Map(weeks.superseded.map(({ week, until: by }) => [week, by]))
  const week = summed(weeks.week)
  const from = summed(weeks.from)
  return weeks.kind.map((kind, place) => ({
    ...(kinds[kind] ?? touchOf(undefined)),
    ...knowing(from[place] ?? 0, until.get(place)),
    at: weeks.kinds[kind]?.precision === 'before' ? beforeAll : firstMonday + (week[place] ?? 0) * weekMs,
    count: weeks.count[place] ?? 0,
    isWeek: true,
  }))
}

const named = (all: readonly { id: string; name?: Worded }[]): ReadonlyMap<string, Worded> =>
  new Map(all.map(({ id, name }) => [id, name ?? id]))

export function factsOf(answer: ScoreAnswer): ScoreFacts {
  const knowing = knowingIn(answer)
  const now = Date.parse(answer.now)
  return {
    now,
    begins: answer.begins === undefined ? now : Date.parse(answer.begins),
    ...(answer.writtenSince !== undefined && { writtenSince: Date.parse(answer.writtenSince) }),
    units: answer.units.map(({ id, name }) => ({ id, name: name ?? id })),
    facts: answer.rows.map(({ from, until, at, says, ends = false, groupMinor, ...row }) => ({
      ...row,
      ...knowing(from, until),
      slot: `${row.line} ${row.unit ?? ''} ${row.thing ?? ''}`,
      at: at === undefined ? beforeAll : Date.parse(at),
      says: (says ?? {}) as Says,
      ends,
      ...(groupMinor !== undefined && { minor: groupMinor }),
    })),
    touches: answer.weeks ? countedTouchesOf(answer) : touchesOf(answer),
    isCounted: answer.weeks !== undefined,
    members: named(answer.members),
    contacts: named(answer.contacts),
  }
}
