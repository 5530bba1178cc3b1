/** Everything known of one customer or contact, for questions about its past: its facts, and the documents they fold into. */
import {
  countWhile,
  type Fact,
  firstMomentOf,
  hadHappened,
  historyOf,
  isDay,
  type Moment,
  type Partition,
  type Position,
  type StoredEvent,
  type UnitZones,
  type View,
} from '#kernel'
import { type Folded, foldAll, foldFurther } from './folding.js'

export type FoldedDocuments = ReadonlyMap<string, Folded>

/** A view's documents after so many of the facts. */
interface Remembered {
  count: number
  documents: FoldedDocuments
}

interface Older extends Moment {
  facts: readonly Fact[]
  documents: Map<View, FoldedDocuments>
}

/** Questions step through a few moments: so many are kept per view. */
const mostRemembered = 3

export class PartitionPast {
  private all: readonly Fact[] | undefined
  private readonly remembered = new Map<View, Remembered[]>()
  private older: Older | undefined
  /** Positions of events that began a stream. */
  private beginnings: ReadonlySet<Position> | undefined

  /** The documents of a day asked about last, which one query asks about many times. */
  private ofDay: { day: string; documents: Map<View, FoldedDocuments> } = { day: '', documents: new Map() }

  /** @param events in recorded order; all there are up to every position that is asked about */
  constructor(
    private readonly partition: Partition,
    readonly events: readonly StoredEvent[],
    private readonly zones: UnitZones,
  ) {}

  /** The facts that hold at a moment, in effective order. */
  facts(moment: Moment): readonly Fact[] {
    if (!this.isNewest(moment)) return this.olderAt(moment).facts
    const { asOf } = moment
    if (asOf === undefined) return this.newest()
    return isDay(asOf)
      ? this.newest().filter((fact) => hadHappened(fact, asOf))
      : this.newest().slice(0, this.countAt(asOf))
  }

  /** A view's documents at a moment, folded from the nearest earlier moment that was asked about. */
  documents(view: View, moment: Moment): FoldedDocuments {
    if (!this.isNewest(moment)) return this.olderDocuments(view, moment)
    const { asOf } = moment
    if (asOf === undefined) return this.documentsAfter(this.newest().length, view)
    return isDay(asOf) ? this.documentsOfDay(view, asOf) : this.documentsAfter(this.countAt(asOf), view)
  }

  /**
   * Until a day begins somewhere, no fact is of that day or a later one, so that one prefix serves all
   * units; of the rest those count that are of no later day where their unit is.
   */
  private documentsOfDay(view: View, day: string): FoldedDocuments {
    if (this.ofDay.day !== day) this.ofDay = { day, documents: new Map() }
    const known = this.ofDay.documents.get(view)
    if (known) return known
    const begun = firstMomentOf(day)
    const count = countWhile(this.newest(), ({ at }) => at < begun)
    const rest = this.newest()
      .slice(count)
      .filter((fact) => hadHappened(fact, day))
    const documents = foldFurther(new Map(this.documentsAfter(count, view)), rest, view)
    this.ofDay.documents.set(view, documents)
    return documents
  }

  private documentsAfter(count: number, view: View): FoldedDocuments {
    const facts = this.newest()
    const known = this.remembered.get(view) ?? []
    const nearest = known.filter((each) => each.count <= count).sort((a, b) => b.count - a.count)[0]
    if (nearest?.count === count) return nearest.documents
    const documents = foldFurther(new Map(nearest?.documents), facts.slice(nearest?.count ?? 0, count), view)
    this.remembered.set(view, [...known, { count, documents }].slice(-mostRemembered))
    return documents
  }

  private olderDocuments(view: View, moment: Moment): FoldedDocuments {
    const { facts, documents } = this.olderAt(moment)
    const found = documents.get(view) ?? foldAll(facts, view)
    documents.set(view, found)
    return found
  }

  /** Ids of records that began here. */
  begun(moment: Moment): ReadonlySet<string> {
    this.beginnings ??= new Set(
      this.events.flatMap(({ revision, position, metadata }) =>
        revision === 0 && !metadata.corrects ? [position] : [],
      ),
    )
    const { beginnings } = this
    const began = this.facts(moment).filter(({ position, leads }) => leads && beginnings.has(position))
    return new Set(began.map(({ entity }) => entity))
  }

  /** As it was known earlier: the last such moment, which one query asks about many times. */
  private olderAt({ asOf, knownAt }: Moment): Older {
    if (this.older?.asOf !== asOf || this.older?.knownAt !== knownAt) {
      const facts = historyOf(this.partition, this.events, { asOf, knownAt, zones: this.zones })
      this.older = { asOf, knownAt, facts, documents: new Map() }
    }
    return this.older as Older
  }

  /** Whether a moment knows every event there is. */
  private isNewest({ knownAt }: Moment): boolean {
    return knownAt === undefined || knownAt >= (this.events.at(-1)?.position ?? 0)
  }

  private newest(): readonly Fact[] {
    this.all ??= historyOf(this.partition, this.events, { zones: this.zones })
    return this.all
  }

  /** How many of the newest facts had happened by an instant. */
  private countAt(asOf: string): number {
    return countWhile(this.newest(), ({ at }) => at <= asOf)
  }
}
