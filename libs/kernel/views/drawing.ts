/**
 * What the score of a customer shows of a view's documents: the picture of everything over time. A drawing is a
 * function of the document alone; since when something stands there, until when, and from when on that was known
 * follows from the history.
 */
import type { Position } from '../events/position.js'
import type { Precision } from '../events/stored-event.js'
import type { Amount } from '../fields/amount-sum.js'
import type { Guarded } from '../fields/personal.js'

/** What stands in one line of the score. */
export interface Drawn {
  /** What it is an example of, kebab-case: `stage`, `promise`. */
  line: string
  /** Id of the record it is about; left out where a document draws one in this line. */
  thing?: string
  unit?: string
  member?: string
  /** Id of a person. */
  person?: string
  /** Valued when it is shown. */
  amount?: Amount
  /** Codes, days, instants, and texts that are sealed. */
  says?: Readonly<Record<string, Guarded<string> | undefined>>
}

export interface Drawing<D extends object = object> {
  /**
   * Fields that the drawing follows from, now and whatever is folded onto the document next: two documents that agree
   * in them are drawn alike from there on.
   */
  follows: readonly (keyof D & string)[]
  /** Of what there may be very many: what of it still tells them apart where they are counted by week. */
  many?: { countedBy: readonly string[] }
  of(document: D): readonly Drawn[]
}

/** From a moment on this stands in its line, or nothing does, as far as it was known: what a fact changed in the score. */
export interface DrawnStep extends Drawn {
  /** Key of the document it is drawn from; with its line and thing it says what takes the place of what. */
  key: string
  /** Place in effective order: moment and position of the fact that changed it. */
  at: string
  position: Position
  /** As of facts. */
  day?: string
  occurredAt: string
  precision: Precision
  /** Nothing stands there from here on. */
  ends: boolean
  /** Of what there may be very many, as the drawing says. */
  many?: Drawing['many']
}

/** The event by which something became known, and when it was recorded. */
export interface KnownCause {
  position: Position
  recordedAt: string
}

/** A step with when it was known: from one event until another, or still. */
export interface KnownStep extends DrawnStep {
  from: KnownCause
  until?: KnownCause
}

/** What tells in whose place a step comes: of those of one slot, the last that had happened holds. */
export const slotOfStep = ({ line, key, thing = '' }: Pick<DrawnStep, 'line' | 'key' | 'thing'>): string =>
  `${line} ${key} ${thing}`
