/**
 * A process is what spans several streams: a command that carries more than its own fields, and the
 * commands that follow from those. A slice states which; either all of it is recorded, or it is refused as a whole.
 */
import { Optional } from '../fields/decorators.js'
import { copyField, fieldsOf, type PayloadClass } from '../fields/field.js'
import type { Stated } from '../history/instants.js'
import type { References } from '../references/reference.js'
import type { Documents } from '../views/documents.js'
import { mostSteps } from './process-events.js'

/** The command that carries the others, as it was found possible. */
export interface CarryingStep<C extends object = object> {
  /** Of the record it is about. */
  id: string
  body: C
  occurred: Stated
}

/** A command that follows. */
export interface FollowingStep {
  /** Dot path in what was asked: `promises.0`. */
  place: string
  category: string
  command: string
  /** Of the record it is about; absent where it begins one. */
  id?: string
  body: object
}

/** By what is carried is said in full. */
export interface Resolving<C extends object = object> {
  /** Of the command that carries it. */
  body: C
  /** As far as whoever asks reads them. */
  documents: Pick<Documents, 'find'>
  present: References
  /** ISO instant of the recorder's clock. */
  now: string
}

/** So many commands follow at most. */
export const mostFollowing = mostSteps - 1

export interface Process<A extends object = object, C extends object = object> {
  /** Kebab-case. */
  name: string
  about: string
  /** The commands that may carry more, by category. */
  of: { category: string; commands: readonly string[] }
  /** What they may carry besides their own fields; any of it may be left out. */
  carries: PayloadClass<A>
  examples: readonly [A, ...A[]]
  /** Whether the command comes to nothing by itself: it is refused where it carries nothing. */
  alone?: 'refused'
  /**
   * What is carried in full, where it may be said in short: by what the read models know when it is asked for, which may
   * lag behind what is recorded.
   */
  resolves?(carried: Partial<A>, by: Resolving<C>): Promise<Partial<A>>
  /** What follows, in order; pure. They happened when the first did. */
  follows(carried: Partial<A>, first: CarryingStep<C>): readonly FollowingStep[]
}

/** States a process. */
export const defineProcess = <A extends object, C extends object>(process: Process<A, C>): Process<A, C> => process

const bodies = new WeakMap<Process, Map<PayloadClass, PayloadClass>>()

/**
 * The payload class of a command with what it may carry.
 * @throws Error when both have a field of one name
 */
export function carryingBody(payload: PayloadClass, process: Process): PayloadClass {
  const known = bodies.get(process) ?? new Map<PayloadClass, PayloadClass>()
  bodies.set(process, known)
  const body = known.get(payload) ?? combined(payload, process)
  known.set(payload, body)
  return body
}

function combined(payload: PayloadClass, { name: process, carries }: Process): PayloadClass {
  class Carrying extends payload {}
  const own = new Set(fieldsOf(payload).map(({ name }) => name))
  for (const { name } of fieldsOf(carries)) {
    if (own.has(name)) throw new Error(`the process ${process} carries ${name}, which ${payload.name} has itself`)
    copyField({ from: carries, name }, { to: Carrying, name })
    Optional()(Carrying.prototype, name)
  }
  return Carrying
}
