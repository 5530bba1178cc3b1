/**
 * Where a record has its document. Facts of one record may lie in several partitions; its document stands in one of
 * them, which follows from the facts alone, in whatever order and batches they came.
 */
import {
  BEYOND,
  comparePositions,
  type Fact,
  historyOf,
  keyOf,
  type Partition,
  type Position,
  type Seen,
  type StoredEvent,
  type View,
} from '#kernel'
import { folded } from './document-slot.js'

/** The earliest fact of a record in a partition: on it the record's document stands there. */
export interface Ground {
  /** Whether the record began with it. */
  isBeginning: boolean
  /** Position of its first event. */
  first: Position
  /** Position of the version that is known there: a partition that stopped does not know the later ones. */
  last: Position
}

/** Below zero: of two partitions that fold a document of a record, it stands in the one of `a`. */
export function compareGrounds(a: Ground, b: Ground): number {
  if (a.isBeginning !== b.isBeginning) return a.isBeginning ? -1 : 1
  return comparePositions(a.first, b.first) || comparePositions(b.last, a.last)
}

/** A document with the partition in which it stands. */
export interface StandingDocument {
  partition: string
  document: object
  /** Effective moment and position of the last fact folded. */
  at: string
  position: Position
}

/** A partition in which facts of a record may lie. */
export interface RecordPlace {
  partition: Partition
  /** Position of the event that stopped it, where one did: it knows what precedes that. */
  stoppedAt?: Position
}

/**
 * The document of a record, in the partition in which it stands.
 * @param events of all its streams, in recorded order, in their newest version
 * @returns nothing where none of the places folds one
 */
export function standingOf(
  { view, key }: { view: View; key: string },
  events: readonly StoredEvent[],
  { places, seen }: { places: Iterable<RecordPlace>; seen: Seen },
): StandingDocument | undefined {
  let standing: { document: StandingDocument; ground: Ground } | undefined
  for (const { partition, stoppedAt } of places) {
    const known = stoppedAt === undefined ? events : events.filter(({ position }) => position < stoppedAt)
    const facts = historyOf(partition, known, seen).filter((fact) => isFolded({ view, key }, fact))
    const last = facts.at(-1)
    const document = facts.reduce<object | undefined>((before, fact) => folded(view, before, fact), undefined)
    if (!last || !document) continue
    const ground = groundIn(facts, known, seen.knownAt)
    if (standing && compareGrounds(standing.ground, ground) < 0) continue
    standing = { document: { partition: partition.ids[0], document, at: last.at, position: last.position }, ground }
  }
  return standing?.document
}

/** The earliest of facts, by when they were recorded first. */
export const earliestOf = (facts: readonly Fact[]): Fact | undefined =>
  facts.reduce<Fact | undefined>(
    (earliest, fact) => (earliest && comparePositions(earliest.position, fact.position) <= 0 ? earliest : fact),
    undefined,
  )

const isFolded = ({ view, key }: { view: View; key: string }, fact: Fact): boolean =>
  view.foldFor(fact.type) !== undefined && keyOf(view, fact) === key

function groundIn(facts: readonly Fact[], events: readonly StoredEvent[], knownAt: Position = BEYOND): Ground {
  const id = earliestOf(facts)?.id
  const versions = events.filter(
    ({ id: own, position, metadata }) => position <= knownAt && (own === id || metadata.corrects?.eventId === id),
  )
  const [first, last] = [versions[0] as StoredEvent, versions.at(-1) as StoredEvent]
  return { isBeginning: first.revision === 0, first: first.position, last: last.position }
}
