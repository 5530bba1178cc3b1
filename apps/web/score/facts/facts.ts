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

/** Nobody says of every encounter who began it. */
export type StartedBy = 'they' | 'we-unasked' | 'we-asked' | 'unstated' | 'private'

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
type Marks = NonNullable<ScoreAnswer['marks']>
type KindOfTouch = Marks['kinds'][number]

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
  const position = summed(known.position)
  return (from, until) => ({
    knownFrom: recorded[from] ?? 0,
    knownUntil: until === undefined ? never : (recorded[until] ?? never),
    position: String(position[from] ?? ''),
  })
}

type Timed = Knowing & Pick<Fact, 'at' | 'occurred'>

function timesOf(
  { kind, kinds, beforeMs, from, superseded, occurred }: Marks | ScoreAnswer['rows'],
  answer: ScoreAnswer,
): Timed[] {
  const knowing = knowingIn(answer)
  const until = new Map(superseded.map(({ place, until: by }) => [place, by]))
  const since = summed(from)
  return kind.map((of, place) => {
    const known = knowing(since[place] ?? 0, until.get(place))
    const stated = occurred?.[place]
    return {
      ...known,
      at: kinds[of]?.precision === 'before' ? beforeAll : known.knownFrom - (beforeMs[place] ?? 0),
      ...(stated !== undefined && stated !== 'instant' && { occurred: stated }),
    }
  })
}

const startedBy = (line: string, { startedBy: by, direction }: Says): StartedBy => {
  if (line === 'private-note') return 'private'
  if (by === 'they' || by === 'we-unasked' || by === 'we-asked') return by
  return direction === 'inbound' ? 'they' : 'unstated'
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
  const kinds = marks.kinds.map(touchOf)
  return timesOf(marks, answer).map((times, place) => ({
    ...(kinds[marks.kind[place] ?? -1] ?? touchOf(undefined)),
    ...times,
    count: 1,
    isWeek: false,
  }))
}

/** What stands in each line from when on, in the order in which it happened. */
function rowsOf(answer: ScoreAnswer): Fact[] {
  const { rows } = answer
  const minor = new Map(rows.amounts.map(({ row, groupMinor }) => [row, groupMinor]))
  const first: number[] = []
  return timesOf(rows, answer).map((times, row) => {
    const { line, says, ends = false, ...kind } = rows.kinds[rows.kind[row] ?? -1] ?? { line: '' }
    const back = rows.back[row] ?? 0
    first[row] = back === 0 ? row : (first[row - back] ?? row)
    const amount = minor.get(row)
    return {
      ...kind,
      ...times,
      line,
      slot: `${line} ${first[row]}`,
      says: (says ?? {}) as Says,
      ends,
      ...(amount !== undefined && { minor: amount }),
    }
  })
}

function countedTouchesOf(answer: ScoreAnswer): Touch[] {
  const { weeks } = answer
  if (!weeks) return []
  const knowing = knowingIn(answer)
  const kinds = weeks.kinds.map(touchOf)
  const until = new Map(weeks.superseded.map(({ place, until: by }) => [place, by]))
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
  const now = Date.parse(answer.now)
  return {
    now,
    begins: answer.begins === undefined ? now : Date.parse(answer.begins),
    ...(answer.writtenSince !== undefined && { writtenSince: Date.parse(answer.writtenSince) }),
    units: answer.units.map(({ id, name }) => ({ id, name: name ?? id })),
    facts: rowsOf(answer),
    touches: answer.weeks ? countedTouchesOf(answer) : touchesOf(answer),
    isCounted: answer.weeks !== undefined,
    members: named(answer.members),
    contacts: named(answer.contacts),
  }
}
