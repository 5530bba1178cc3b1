/**
 * The score of a customer, from everything known of it: each step with the event from which on it was known and the
 * one that took it away, so that the picture of any moment, as known at any other, is a choice among them. Whom a
 * customer counted as one with depends on what was known: a merge brings what the other had, and its end takes it away.
 */
import {
  type DrawnStep,
  hadHappened,
  type IdentitySets,
  inEffectiveOrder,
  type KnownCause,
  type KnownStep,
  type Moment,
  type Partition,
  type Position,
  type ReferenceHolder,
  type StoredEvent,
  slotOfStep,
  Yields,
} from '#kernel'
import { type DrawingParts, DrawnFold } from '#read-models'

export interface DrawnSource extends DrawingParts {
  /** Id of the customer that stands for the others at the moment. */
  customer: string
  moment: Moment
  references: ReferenceHolder
  identitySets: Pick<IdentitySets, 'setOf' | 'changedBy'>
  /** Everything filed with some customers that is known at the moment, in recorded order. */
  events(ids: readonly [string, ...string[]]): Promise<readonly StoredEvent[]>
  /** Aborted once nobody waits for it. */
  gone?: AbortSignal | undefined
}

/** Whom it counted as one with from a position on, until the next. */
interface Era {
  from: Position
  ids: Partition['ids']
}

/** In effective order; those of one moment as they became known. @throws NobodyWaits */
export async function drawnHistory(source: DrawnSource): Promise<KnownStep[]> {
  const { events, eras } = await erasOf(source)
  const ledger = new Ledger()
  const yields = new Yields(source.gone)
  for (const [at, { from, ids }] of eras.entries()) {
    const until = eras[at + 1]?.from
    const before = events.filter(({ position }) => position <= from)
    const fold = DrawnFold.over({ kind: 'customer', ids }, source, before)
    const last = before.at(-1)
    if (last) ledger.become(fold.steps(), causeOf(last))
    for (const event of events.slice(before.length)) {
      if (until !== undefined && event.position >= until) break
      ledger.change(fold.take(event), causeOf(event))
      await yields.next()
    }
  }
  const { asOf } = source.moment
  return ledger.steps().filter((step) => hadHappened(step, asOf))
}

const beginning: Position = 0

/** All events of whoever ever was one with the customer, and who that was when. */
async function erasOf(source: DrawnSource): Promise<{ events: readonly StoredEvent[]; eras: Era[] }> {
  const setAt = (knownAt: Position) =>
    source.identitySets.setOf('customer', source.customer, source.references.at({ knownAt }))
  const ids = new Set<string>([source.customer])
  for (;;) {
    const events = await source.events([...ids] as [string, ...string[]])
    const changes = events.filter(({ type }) => source.identitySets.changedBy.has(type))
    const eras = [beginning, ...changes.map(({ position }) => position)].map((from) => ({ from, ids: setAt(from) }))
    const others = eras.flatMap((era) => era.ids).filter((id) => !ids.has(id))
    if (others.length === 0) return { events, eras: eras.filter((era, at) => !isSame(era, eras[at - 1])) }
    for (const id of others) ids.add(id)
  }
}

const isSame = (era: Era, before: Era | undefined): boolean => before?.ids.join(' ') === era.ids.join(' ')

const causeOf = ({ position, metadata }: StoredEvent): KnownCause => ({ position, recordedAt: metadata.recordedAt })

/** What stands in the picture, and what has stood there. */
class Ledger {
  private readonly standing = new Map<string, KnownStep>()
  private readonly past: KnownStep[] = []

  change({ gone, come }: { gone: readonly DrawnStep[]; come: readonly DrawnStep[] }, cause: KnownCause): void {
    const stays = new Set(come.map(identityOf))
    for (const step of gone) if (!stays.has(identityOf(step))) this.end(identityOf(step), cause)
    for (const step of come) this.begin(step, cause)
  }

  /** From here on these stand there, and nothing else does. */
  become(steps: readonly DrawnStep[], cause: KnownCause): void {
    const stays = new Set(steps.map(identityOf))
    for (const name of [...this.standing.keys()]) if (!stays.has(name)) this.end(name, cause)
    for (const step of steps) this.begin(step, cause)
  }

  steps(): KnownStep[] {
    return [...this.past, ...this.standing.values()].sort(inEffectiveOrder)
  }

  private begin(step: DrawnStep, cause: KnownCause): void {
    const name = identityOf(step)
    if (!this.standing.has(name)) this.standing.set(name, { ...step, from: cause })
  }

  private end(name: string, cause: KnownCause): void {
    const step = this.standing.get(name)
    if (!step) return
    this.standing.delete(name)
    this.past.push({ ...step, until: cause })
  }
}

/** Steps alike in this are one. */
const identityOf = (step: DrawnStep): string =>
  `${step.position} ${step.at} ${step.day} ${step.occurredAt} ${step.ends} ${slotOfStep(step)} ${sayingOf(step)}`

const sayingOf = ({ unit, member, person, amount, says }: DrawnStep): string =>
  JSON.stringify([unit, member, person, amount, says])
