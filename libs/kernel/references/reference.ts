/**
 * A reference is a small fold that every process holds in memory and can read at any moment:
 * units, members, rates, which customer was merged into which.
 */

import type { Family, TypesOf } from '../events/define-events.js'
import { comparePositions, type Position } from '../events/position.js'
import type { StoredEvent } from '../events/stored-event.js'
import { countWhile } from '../history/count-while.js'
import { type Fact, factOf } from '../history/fact.js'
import { history, type Moment } from '../history/history.js'

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

/** What deciders, queries and folds may ask of references, at one moment. */
export interface References {
  get<S>(reference: Reference<S>): S
  /** What a reference is folded from, as far as known at the moment: all events and corrections in recorded order. */
  events<S>(reference: Reference<S>): readonly StoredEvent[]
}

const mostSnapshots = 500
const mostMarks = 512

/** A state after so many events, and the latest moment among its facts. */
interface Mark {
  known: number
  state: unknown
  latest: string
}

/**
 * The states of a reference along the log. Most facts come after all others, so a state follows from
 * the one kept before it; where a correction or a late fact lies between, it is folded from the start.
 */
class Trail {
  /** By how much is known, ascending. */
  private marks: Mark[] = []

  constructor(
    private readonly reference: Reference,
    private readonly events: readonly StoredEvent[],
  ) {}

  /** @param known how many events, from the first one on */
  at(known: number): unknown {
    const before = countWhile(this.marks, (mark) => mark.known <= known)
    const nearest = this.marks[before - 1]
    if (nearest?.known === known) return nearest.state
    const mark = this.advanced(nearest ?? { known: 0, state: this.reference.initial, latest: '' }, known)
    this.marks.splice(before, 0, mark)
    // Every second one is enough to begin from.
    if (this.marks.length > mostMarks) this.marks = this.marks.filter((_, index) => index % 2 === 1)
    return mark.state
  }

  private advanced(from: Mark, known: number): Mark {
    const next = this.events.slice(from.known, known)
    let latest = from.latest
    for (const { metadata } of next) {
      if (metadata.corrects || metadata.effectiveAt < latest) return this.anew(known)
      latest = metadata.effectiveAt
    }
    const state = next.reduce((s, event) => this.reference.fold(s, factOf(event, event)), from.state)
    return { known, state, latest }
  }

  private anew(known: number): Mark {
    const facts = history(this.events.slice(0, known))
    const state = facts.reduce((s, fact) => this.reference.fold(s, fact), this.reference.initial)
    return { known, state, latest: facts.at(-1)?.at ?? '' }
  }
}

/** Holds the events of all references in memory; answers for any moment. */
export class ReferenceHolder {
  private readonly events = new Map<Reference, StoredEvent[]>()
  /** States as of past moments. */
  private readonly snapshots = new Map<string, unknown>()
  private readonly trails = new Map<Reference, Trail>()
  private readonly moments = new Map<readonly StoredEvent[], string[]>()
  private taken: Position = 0
  private looked: Position = 0

  constructor(readonly references: readonly Reference[]) {
    for (const reference of references) this.events.set(reference, [])
  }

  get prefixes(): string[] {
    return [...new Set(this.references.flatMap((reference) => [...reference.prefixes]))]
  }

  /** Of the last event that some reference folds. */
  get position(): Position {
    return this.taken
  }

  /** Everything up to here has been looked at, whether it is of a reference or not. */
  get upTo(): Position {
    return this.looked
  }

  /** Notes that the log holds nothing for references up to here but what was taken. */
  passed(upTo: Position): void {
    if (upTo > this.looked) this.looked = upTo
  }

  /** Takes an event in; true when some reference folds it. Repeats are passed over. */
  take(event: StoredEvent): boolean {
    if (event.position <= this.looked) return false
    let taken = false
    for (const [reference, events] of this.events) {
      if (!reference.types.has(event.type)) continue
      events.push(event)
      taken = true
    }
    if (taken) this.taken = event.position
    this.looked = event.position
    return taken
  }

  /** What was taken in between two positions, the later one included: each event once, in recorded order. */
  between(after: Position, upTo: Position): StoredEvent[] {
    const found = new Map<Position, StoredEvent>()
    for (const events of this.events.values())
      for (const event of events.slice(countUpTo(events, after), countUpTo(events, upTo)))
        found.set(event.position, event)
    return [...found.values()].sort((a, b) => comparePositions(a.position, b.position))
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
    if (asOf === '') return this.trailOf(reference as Reference, events).at(known) as S
    const cacheKey = `${reference.name} ${known} ${asOf}`
    const found = this.snapshots.get(cacheKey)
    if (found !== undefined) return found as S
    const facts = history(events.slice(0, known), { asOf })
    const state = facts.reduce((s, fact) => reference.fold(s, fact), reference.initial)
    this.snapshots.set(cacheKey, state)
    for (const oldest of this.snapshots.keys()) {
      if (this.snapshots.size <= mostSnapshots) break
      this.snapshots.delete(oldest)
    }
    return state
  }

  private trailOf(reference: Reference, events: readonly StoredEvent[]): Trail {
    const known = this.trails.get(reference) ?? new Trail(reference, events)
    this.trails.set(reference, known)
    return known
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
