/**
 * A reference is a small fold that every process holds in memory and can read at any moment:
 * units, members, rates, which customer was merged into which.
 */

import type { Family, TypesOf } from '../events/define-events.js'
import type { StoredEvent } from '../events/stored-event.js'
import { countWhile } from '../history/count-while.js'
import type { Fact } from '../history/fact.js'
import { history, type Moment } from '../history/history.js'
import type { Position } from '../ports/event-log.js'

type ReferenceFolds<S, Types> = { readonly [K in keyof Types & string]?: (state: S, fact: Fact<K, Types[K]>) => S }
type Intersection<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never

export interface Reference<S = unknown> {
  name: string
  /** Stored types it folds. */
  types: ReadonlySet<string>
  /** Stream name prefixes under which those are found. */
  prefixes: readonly string[]
  /** Depends on what is known alone, not on the moment asked about. */
  timeless: boolean
  initial: S
  fold(state: S, fact: Fact): S
}

/** Defines a reference over families of events. */
export function defineReference<S>() {
  return <const O extends readonly Family[]>(options: {
    name: string
    of: O
    timeless?: boolean
    initial: S
    on: ReferenceFolds<S, Intersection<TypesOf<O[number]>>>
  }): Reference<S> => {
    const on = options.on as unknown as Record<string, (state: S, fact: Fact) => S>
    return {
      name: options.name,
      types: new Set(Object.keys(on)),
      prefixes: options.of.map((family) => `${family.category}-`),
      timeless: options.timeless ?? false,
      initial: options.initial,
      fold: (state, fact) => on[fact.type]?.(state, fact) ?? state,
    }
  }
}

/** What deciders, pages and folds may ask of references, at one moment. */
export interface References {
  get<S>(reference: Reference<S>): S
  /** What a reference is folded from, as far as known at the moment: all events and corrections in recorded order. */
  events<S>(reference: Reference<S>): readonly StoredEvent[]
}

/** Holds the events of all references in memory; answers for any moment. */
export class ReferenceHolder {
  private readonly events = new Map<Reference, StoredEvent[]>()
  private readonly snapshots = new Map<string, unknown>()
  private readonly moments = new Map<readonly StoredEvent[], string[]>()
  private head: Position = 0

  constructor(readonly references: readonly Reference[]) {
    for (const reference of references) this.events.set(reference, [])
  }

  get prefixes(): string[] {
    return [...new Set(this.references.flatMap((reference) => [...reference.prefixes]))]
  }

  get position(): Position {
    return this.head
  }

  /** Takes an event in; true when some reference folds it. Repeats are passed over. */
  take(event: StoredEvent): boolean {
    if (event.position <= this.head) return false
    let taken = false
    for (const [reference, events] of this.events) {
      if (!reference.types.has(event.type)) continue
      events.push(event)
      taken = true
    }
    if (taken) this.head = event.position
    return taken
  }

  at(moment: Moment = {}): References {
    return {
      get: <S>(reference: Reference<S>) => this.stateOf(reference, moment),
      events: <S>(reference: Reference<S>) => this.known(reference as Reference, moment),
    }
  }

  private known(reference: Reference, { knownAt }: Moment): readonly StoredEvent[] {
    const events = this.events.get(reference)
    if (!events) throw new Error(`the reference ${reference.name} is not registered`)
    return knownAt === undefined ? events : events.slice(0, countUpTo(events, knownAt))
  }

  private stateOf<S>(reference: Reference<S>, moment: Moment): S {
    const events = this.events.get(reference as Reference)
    if (!events) throw new Error(`the reference ${reference.name} is not registered`)
    const known = moment.knownAt === undefined ? events.length : countUpTo(events, moment.knownAt)
    // Facts are few and change rarely: one snapshot serves every moment between two of them.
    const asOf = moment.asOf === undefined || reference.timeless ? '' : this.lastMomentUpTo(events, known, moment.asOf)
    const cacheKey = `${reference.name} ${known} ${asOf}`
    if (!this.snapshots.has(cacheKey)) {
      if (this.snapshots.size > 500) this.snapshots.clear()
      const facts = history(events.slice(0, known), asOf === '' ? {} : { asOf })
      this.snapshots.set(
        cacheKey,
        facts.reduce((state, fact) => reference.fold(state, fact), reference.initial),
      )
    }
    return this.snapshots.get(cacheKey) as S
  }

  /** The latest effective moment at or before `asOf`, so that equal states share a snapshot; '-' when all lie later. */
  private lastMomentUpTo(events: readonly StoredEvent[], known: number, asOf: string): string {
    const sorted = this.momentsOf(events, known)
    return sorted[countWhile(sorted, (moment) => moment <= asOf) - 1] ?? '-'
  }

  /** Effective moments of the first so many events, sorted; the last list asked for is kept for each reference. */
  private momentsOf(events: readonly StoredEvent[], known: number): string[] {
    const kept = this.moments.get(events)
    if (kept?.length === known) return kept
    const sorted = events.slice(0, known).map(({ metadata }) => metadata.effectiveAt)
    sorted.sort()
    this.moments.set(events, sorted)
    return sorted
  }
}

const countUpTo = (events: readonly StoredEvent[], position: Position): number =>
  countWhile(events, (event) => event.position <= position)
