/** Columns that rows and marks of the score have in common: when it happened, and from when until when that was known. */
import {
  AnyValue,
  BEFORE_ALL,
  Choice,
  Code,
  Codes,
  comparePositions,
  Id,
  Integer,
  Integers,
  type KnownCause,
  type KnownStep,
  Label,
  ListOf,
  Optional,
  type Position,
  precisions,
} from '#kernel'

/** An answer lists no more of anything. */
export const mostListed = 10_000_000

/** The events by which anything became known, in recorded order. */
export class KnownColumns {
  /** In the log: each less the one before. */
  @Integers({ max: mostListed }) position!: number[]
  /** When each was recorded: milliseconds after the one before, the first after 1970. */
  @Integers({ max: mostListed }) recordedMs!: number[]
}

/** What stands in a line of the score. */
export class ScoreLine {
  /** What it is an example of: `stage`, `touch`, `promise`. */
  @Code() line!: string
  /** Absent where it is the customer’s own. */
  @Optional() @Id('unit') unit?: string
  @Optional() @Label({ max: 80 }) member?: string
  @Optional() @Id('contact') contact?: string
  /** Codes, days, instants and texts, by name. */
  @Optional() @AnyValue() says?: unknown
  /** How exactly it is known when it happened: to the instant where it does not say. */
  @Optional() @Choice(precisions) precision?: (typeof precisions)[number]
}

/** Something of which something else is known by now. */
export class Superseded {
  /** Its place in the columns. */
  @Integer({ min: 0, max: mostListed }) place!: number
  /** By which event: a place in `known`. */
  @Integer({ min: 0, max: mostListed }) until!: number
}

/** The same place in each column is the same row or mark; in the order in which they happened. */
export class StepColumns {
  /** A place in `kinds`. */
  @Integers({ max: mostListed }) kind!: number[]
  /** How long before it became known it happened: milliseconds before its event was recorded; of what lies before all, 0. */
  @Integers({ max: mostListed }) beforeMs!: number[]
  /** Since which event it is known: a place in `known`, less that of the one before. */
  @Integers({ max: mostListed }) from!: number[]
  @ListOf(Superseded, { max: mostListed }) superseded!: Superseded[]
  /** As stated, where that is a day or a month, else `instant`; absent where all are instants. */
  @Optional() @Codes({ max: mostListed }) occurred?: string[]
}

/** Stands for what is stated as an instant. */
const exact = 'instant'

/** @param placeOf of what a step is an example of */
export function stepColumnsOf(
  steps: readonly KnownStep[],
  known: KnownEvents,
  placeOf: (step: KnownStep, at: number) => number,
): StepColumns {
  const occurred = steps.map(({ precision, occurredAt }) =>
    precision === 'day' || precision === 'month' ? occurredAt : exact,
  )
  return {
    kind: steps.map(placeOf),
    beforeMs: steps.map(({ at, from }) => (at === BEFORE_ALL ? 0 : Date.parse(from.recordedAt) - Date.parse(at))),
    from: differencesOf(steps.map(({ from }) => known.placeOf(from))),
    superseded: supersededAmong(steps, known),
    occurred: occurred.some((stated) => stated !== exact) ? occurred : undefined,
  }
}

export const supersededAmong = (steps: readonly Pick<KnownStep, 'until'>[], known: KnownEvents): Superseded[] =>
  steps.flatMap(({ until }, place) => (until ? [{ place, until: known.placeOf(until) }] : []))

/** The events by which anything became known, each once. */
export class KnownEvents {
  readonly shown: KnownColumns
  private readonly places: ReadonlyMap<Position, number>

  constructor(steps: readonly Pick<KnownStep, 'from' | 'until'>[]) {
    const events = new Map<Position, KnownCause>()
    for (const { from, until } of steps) for (const by of until ? [from, until] : [from]) events.set(by.position, by)
    const inOrder = [...events.values()].sort((a, b) => comparePositions(a.position, b.position))
    this.shown = {
      position: differencesOf(inOrder.map(({ position }) => position)),
      recordedMs: differencesOf(inOrder.map(({ recordedAt }) => Date.parse(recordedAt))),
    }
    this.places = new Map(inOrder.map(({ position }, place) => [position, place]))
  }

  placeOf({ position }: KnownCause): number {
    return this.places.get(position) ?? 0
  }
}

/** Each number less the one before. */
export const differencesOf = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (numbers[at - 1] ?? 0))

/** What rows are examples of, each once: columns name it by its place. */
export class Kinds<K extends object> {
  readonly all: K[] = []
  private readonly places = new Map<string, number>()

  placeOf(kind: K): number {
    const name = JSON.stringify(kind)
    const place = this.places.get(name) ?? this.all.push(kind) - 1
    this.places.set(name, place)
    return place
  }
}

/** What a step says besides when. */
export const lineOf = ({ line, unit, member, person, says, precision }: KnownStep): ScoreLine => ({
  line,
  unit,
  member,
  contact: person,
  says,
  precision: precision === 'instant' ? undefined : precision,
})
