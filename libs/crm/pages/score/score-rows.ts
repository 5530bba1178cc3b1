/** Rows of the score: what stands in its lines, when it happened, and from when until when that was known. */
import {
  AnyValue,
  Choice,
  Code,
  Codes,
  Currency,
  comparePositions,
  Flag,
  Id,
  Instant,
  Integer,
  Integers,
  instantOf,
  type KnownCause,
  type KnownStep,
  Label,
  mostMinor,
  Optional,
  type Position,
  precisions,
  type Worth,
} from '#kernel'

/** An answer lists no more of anything. */
export const mostListed = 10_000_000

/** The events by which anything became known, in recorded order. */
export class KnownColumns {
  @Codes({ max: mostListed }) position!: string[]
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

/** From a moment on this stands in its line. Of rows alike in line, unit and thing, the last that had happened holds. */
export class ScoreRow extends ScoreLine {
  /** What it is about, where a line has several: mostly the id of a record. */
  @Optional() @Label({ max: 200 }) thing?: string
  /** Its place on the axis; absent when it is only known to lie before everything else. */
  @Optional() @Instant() at?: string
  /** As stated, where that is no instant: a day or a month. */
  @Optional() @Label({ max: 10 }) occurred?: string
  /** Since which event it is known: a place in `known`. */
  @Integer({ min: 0, max: mostListed }) from!: number
  /** By which event it was found to be otherwise; absent while it holds. */
  @Optional() @Integer({ min: 0, max: mostListed }) until?: number
  /** Nothing stands there from here on. */
  @Optional() @Flag() ends?: boolean
  /** Minor units of group currency. */
  @Optional() @Integer({ min: -mostMinor, max: mostMinor }) groupMinor?: number
  /** Currency of an amount that no rate is known for. */
  @Optional() @Currency() unvalued?: string
}

/** The events by which anything became known, each once. */
export class KnownEvents {
  readonly shown: KnownColumns
  private readonly places: ReadonlyMap<Position, number>

  constructor(steps: readonly Pick<KnownStep, 'from' | 'until'>[]) {
    const events = new Map<Position, KnownCause>()
    for (const { from, until } of steps) for (const by of until ? [from, until] : [from]) events.set(by.position, by)
    const inOrder = [...events.values()].sort((a, b) => comparePositions(a.position, b.position))
    this.shown = {
      position: inOrder.map(({ position }) => String(position)),
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

/** What a step says besides when. */
export const lineOf = ({ line, unit, member, person, says, precision }: KnownStep): ScoreLine => ({
  line,
  unit,
  member,
  contact: person,
  says,
  precision: precision === 'instant' ? undefined : precision,
})

/** As stated, where that is a day or a month. */
export const occurredOf = ({ precision, occurredAt }: KnownStep): string | undefined =>
  precision === 'day' || precision === 'month' ? occurredAt : undefined

export const scoreRowOf = (step: KnownStep, { known, worth }: { known: KnownEvents; worth: Worth }): ScoreRow => ({
  ...lineOf(step),
  thing: step.thing,
  at: instantOf(step.at),
  occurred: occurredOf(step),
  from: known.placeOf(step.from),
  until: step.until && known.placeOf(step.until),
  ends: step.ends || undefined,
  ...valued(step, worth),
})

function valued({ amount }: KnownStep, worth: Worth): Pick<ScoreRow, 'groupMinor' | 'unvalued'> {
  if (!amount) return {}
  if ('groupMinor' in amount) return amount
  const groupMinor = worth(amount)
  return groupMinor === undefined ? { unvalued: amount.currency } : { groupMinor }
}
