/**
 * A decider holds the rules of one kind of record: what its events make of it, and which events a
 * command leads to. It is pure; clock, ids and references come in with the command.
 */
import { type Draft, type EventFamily, kebabCase } from '../events/define-events.js'
import type { Filing } from '../events/stored-event.js'
import type { PayloadClass } from '../fields/field.js'
import type { Fact } from '../history/fact.js'
import type { References } from '../references/reference.js'
import type { Sentence } from '../text/sentence.js'
import type { Resource } from './resource.js'
import type { Viewer } from './viewer.js'

/** What a command brings besides its fields. */
export interface Deciding {
  /** Id of the record: the part of the stream's name after its category. */
  id: string
  viewer: Viewer
  /** Code of the system that says it; absent where a person does. */
  system?: string
  /** ISO instant of the recorder's clock. */
  now: string
  /** ISO instant at which it happened, as far as stated; otherwise now. */
  at: string
  /** References at (at, now): what held when it happened. */
  references: References
  /** References of the present: what there is at all. */
  present: References
  /** An id derived from the command: the same for the same command and label. */
  derive(label: string): string
  /** Whether a record of another stream exists, by the same log, and is the viewer's to see. */
  exists(stream: string): Promise<boolean>
  /** The facts of another stream, in effective order; what is sealed stays sealed. */
  facts(stream: string): Promise<readonly Fact[]>
}

export type Decide<C, S> = (command: C, state: S, by: Deciding) => Draft[] | Promise<Draft[]>

/** What whoever asks is told beside what was recorded: part of it came otherwise than asked. Codes are stable; sentences are for people. */
export interface Notice {
  code: string
  sentence: Sentence
  /** Of what was asked. */
  field?: string
  [detail: string]: unknown
}

export interface CommandSpec<C extends object, S> {
  payload: PayloadClass<C>
  /** A method, so that commands with different payloads stand in one list. */
  decide(command: C, state: S, by: Deciding): Draft[] | Promise<Draft[]>
  /** What there is to say of it besides, by the state after it: the same however often it is sent. */
  notices?(command: C, state: S, by: Deciding): Notice[]
  /**
   * `METHOD /path` under the API's root; `:id` names the record. Derived documents and clients follow
   * it. Absent where the command is a step of a procedure, and of nothing else.
   */
  route?: Route
  /** What it does, in a sentence. */
  about: string
  /** Begins a new record, with an id derived from the command. */
  creates: boolean
  /** The record's id is a keyed hash of these parts of the command: the same parts, the same record. */
  identifiedBy?(command: C): readonly string[]
  /** Stands in the stream that was asked for, also where another stands for that since they were merged. */
  staysThere: boolean
  /** When it is true, whenever it is said: as stated, or since the record's first fact of such a type. */
  occurs: Occurs
  /** The member whom the record itself asks to do this: one who writes anywhere may, whatever unit it belongs to. */
  addressee?(state: S): string | undefined
}

export type Occurs = 'as-stated' | { since: (type: string) => boolean }

export type Route = `${'POST' | 'PATCH' | 'PUT' | 'DELETE'} /${string}`

interface CommandOptions<C, S> {
  route?: Route
  about: string
  creates?: boolean
  staysThere?: boolean
  identifiedBy?(command: C): readonly string[]
  occurs?: Occurs
  notices?(command: C, state: S, by: Deciding): Notice[]
  addressee?(state: S): string | undefined
}

/** States one command of a decider. */
export function command<C extends object, S>(
  payload: PayloadClass<C>,
  options: CommandOptions<NoInfer<C>, NoInfer<S>>,
  decide: Decide<C, S>,
): CommandSpec<C, S> {
  // A record named by the command's own parts needs no id from the caller either.
  const creates = options.identifiedBy !== undefined
  return { payload, decide, creates, staysThere: false, occurs: 'as-stated', ...options }
}

/** Where a record's events are filed, from its state after them. */
export interface Filed extends Filing {
  unit?: string
}

type Evolves<S, M> = { readonly [K in keyof M & string]: (state: S, fact: Fact<string, M[K]>) => S }

type Restates<S, M> = {
  readonly [K in keyof M & string]?: (data: M[K], state: S, by: Deciding, before: M[K]) => M[K] | Promise<M[K]>
}

export interface Decider<S = unknown, K extends string = string> {
  name: string
  category: string
  initial: S
  evolve(state: S, fact: Fact): S
  /** Where an event is filed, from the state after it. */
  filedIn(state: S, id: string, draft: Draft): Filed
  /** Where a record belongs before anything is recorded of it, where its id says so. */
  emptyState?(id: string): Filed
  commands: Readonly<Record<K, CommandSpec<object, S>>>
  /** By which it is told who may write it. */
  resource: Resource
  /** Whether a fact recorded for a later time could still happen in this state; those that could in the initial one begin a record. */
  allows(state: S, fact: Fact): boolean
  /** Stored types that no correction changes: a fact of its own says what holds instead. */
  immutable: ReadonlySet<string>
  /** Fields of payloads that nobody states: a restated fact keeps them. */
  derived: readonly string[]
  /** What a restated fact says, which said something else before: held against the rules of its command, and priced anew. */
  restate(fact: Draft & { before: object }, state: S, by: Deciding): object | Promise<object>
}

export interface DeciderOptions<S, M, K extends string> {
  name: string
  resource: Resource
  initial: S
  /** Total: histories with late and corrected facts need not be legal ones. */
  evolve: Evolves<S, M>
  /** For types of the category that belong to another family. */
  otherwise?: (state: S, fact: Fact<string, never>) => S
  filedIn: (state: S, id: string, draft: Draft) => Filed
  emptyState?: (id: string) => Filed
  allows?: (state: S, fact: Fact) => boolean
  /** Facts that are not corrected. */
  immutable?: readonly (keyof M & string)[]
  derived?: readonly string[]
  /** By fact; what is not here is restated as its payload allows. */
  restates?: Restates<S, M>
  /** The same for types of the category that belong to another family. */
  restatesOther?: (fact: Draft & { before: object }, state: S, by: Deciding) => object | Promise<object>
  commands: Readonly<Record<K, CommandSpec<object, S>>>
}

/** Defines the decider of one family of events, over states of one type. */
export function defineDecider<S>() {
  return <C extends string, M extends Record<string, object>, K extends string>(
    family: EventFamily<C, M>,
    options: DeciderOptions<S, M, K>,
  ): Decider<S, K> => {
    const typeOf = (fact: string): string => `${family.category}.${kebabCase(fact)}`
    const byType = new Map<string, (state: S, fact: Fact) => S>()
    for (const [fact, evolve] of Object.entries(options.evolve)) {
      byType.set(typeOf(fact), evolve as (state: S, fact: Fact) => S)
    }
    const restates = new Map<
      string,
      (data: object, state: S, by: Deciding, before: object) => object | Promise<object>
    >()
    for (const [fact, restate] of Object.entries(options.restates ?? {})) restates.set(typeOf(fact), restate as never)
    const otherwise = options.otherwise as ((state: S, fact: Fact) => S) | undefined
    return {
      name: options.name,
      category: family.category,
      initial: options.initial,
      evolve: (state, fact) => (byType.get(fact.type) ?? otherwise)?.(state, fact) ?? state,
      filedIn: options.filedIn,
      emptyState: options.emptyState,
      commands: options.commands,
      resource: options.resource,
      allows: options.allows ?? (() => true),
      immutable: new Set(options.immutable?.map(typeOf)),
      derived: options.derived ?? [],
      restate: (fact, state, by) => {
        const known = restates.get(fact.type)
        if (known) return known(fact.data, state, by, fact.before)
        return byType.has(fact.type) ? fact.data : (options.restatesOther?.(fact, state, by) ?? fact.data)
      },
    }
  }
}
