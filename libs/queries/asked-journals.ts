/** The journals, the events filed in partitions, as one question sees them: at its moment, as far as its reader may. */
import {
  type Calendar,
  type ClearReads,
  claim,
  comparePositions,
  earlierPosition,
  type Fact,
  type FilingsCondition,
  type FilingsQuery,
  type Find,
  factOf,
  history,
  type IdentitySets,
  isRetracted,
  type Journals,
  type JsonObject,
  type KnownStep,
  type Moment,
  type Partition,
  type Position,
  type ReadScope,
  type ReferenceHolder,
  type Registry,
  type Replayed,
  type ReplaySteps,
  type RowPage,
  refuse,
  type Search,
  type Stop,
  type StoredEvent,
  type UnitZones,
  type View,
  versionsOf,
  zonesOf,
} from '#kernel'
import { draws, keysOfPartition, PARKED, readWhatCan, WRITINGS } from '#read-models'
import { through } from './documents/gate.js'
import type { GatheredReads } from './documents/gathered-reads.js'
import { partitionOf } from './documents/partitions.js'
import { drawnHistory } from './documents/past/drawn-history.js'
import type { FoldedDocuments, PartitionPast } from './documents/past/partition-past.js'
import { replay } from './documents/past/replay.js'
import { standingHere } from './documents/past/standing-here.js'
import type { MarkedTimes } from './moments/positions.js'
import type { RecentJournals } from './recent-journals.js'

export interface JournalSource {
  registry: Registry
  identitySets: Pick<IdentitySets, 'setOf' | 'changedBy'>
  calendar: Pick<Calendar, 'zoneOf'>
  reads: GatheredReads
  clear: Pick<ClearReads, 'search'>
  /** Up to which events are known. */
  position: Position
  references: ReferenceHolder
  journals: RecentJournals
  times: MarkedTimes
  moment: Moment
  reading: ReadScope
  /** Aborted once nobody waits for the answer. */
  gone?: AbortSignal | undefined
  /** Units that deal with one of the customers today. */
  unitsAround(customers: readonly string[]): Promise<readonly string[]>
}

const isReadable = ({ metadata: { unit } }: StoredEvent, { units }: ReadScope): boolean =>
  unit === undefined || units.has('*') || units.has(unit)

export class AskedJournals implements Journals {
  private readonly read = new Map<string, Promise<PartitionPast>>()

  private readonly zones: UnitZones

  constructor(private readonly s: JournalSource) {
    this.zones = zonesOf(s.calendar, s.references)
  }

  async events(partition: Partition): Promise<readonly StoredEvent[]> {
    const { past, moment } = await this.upToStop(partition)
    return past.events.filter(({ position }) => moment.knownAt === undefined || position <= moment.knownAt)
  }

  async wasEver(partition: Partition, unit?: string): Promise<boolean> {
    const { filings } = this.s.reads.all
    const keys = keysOfPartition(partition)
    if (unit === undefined) return (await filings.unfiled(keys)).size < keys.length
    return (await filings.history(keys)).some(({ metadata }) => metadata.unit === unit)
  }

  async history(partition: Partition, of?: 'all'): Promise<readonly Fact[]> {
    if (of === 'all') return (await this.past(partition)).facts(this.s.moment)
    const { past, moment } = await this.upToStop(partition)
    return past.facts(moment)
  }

  async documents(view: View, partition: Partition): Promise<FoldedDocuments> {
    const { reads, position } = this.s
    const { past, moment } = await this.upToStop(partition)
    const stream = (name: string) => reads.stream(name, position)
    return standingHere({ view, partition, past, moment }, { ...this.s, zones: this.zones, stream })
  }

  /** Where the partition cannot be read further, if that was known at the moment. */
  async stopOf(partition: Partition): Promise<Stop | undefined> {
    const { reads, position } = this.s
    const rows = await reads.getMany(PARKED, keysOfPartition(partition))
    const stops = rows.flatMap(({ doc }) => (doc as unknown as Stop | null) ?? [])
    const [first] = stops.sort((a, b) => comparePositions(a.position, b.position))
    return first && comparePositions(first.position, position) <= 0 ? first : undefined
  }

  /** The past of a partition with the moment asked about, or the last before it that can be read. */
  private async upToStop(partition: Partition): Promise<{ past: PartitionPast; moment: Moment }> {
    const { moment } = this.s
    const [past, stop] = await Promise.all([this.past(partition), this.stopOf(partition)])
    const end = past.events.findIndex(({ unreadable, position }) => unreadable || position === stop?.position)
    if (end < 0) return { past, moment }
    const last = past.events[end - 1]?.position ?? 0
    return { past, moment: { ...moment, knownAt: earlierPosition(last, moment.knownAt ?? last) } }
  }

  private past(partition: Partition): Promise<PartitionPast> {
    const key = `${partition.kind} ${partition.ids.join(' ')}`
    const found = this.read.get(key) ?? this.s.journals.read(partition, this.s.reads.all, this.s.moment.knownAt)
    this.read.set(key, found)
    return found
  }

  async facts(query: FilingsQuery): Promise<{ facts: Fact[]; next?: string }> {
    const units = this.readable(query.units)
    const page = await this.s.reads.all.filings.timeline({ ...query, units })
    return { ...page, facts: page.facts.flatMap(({ first, last }) => this.factOf([first, last]) ?? []) }
  }

  factCount(query: FilingsCondition): Promise<number> {
    return this.s.reads.all.filings.timelineCount({ ...query, units: this.readable(query.units) })
  }

  async recorded(customers: readonly string[], after: Position | string): Promise<readonly StoredEvent[]> {
    const { reads, times, position: upTo, registry, reading } = this.s
    const since = typeof after === 'string' ? await times.at(reads.all).positionAt(after) : after
    const keys = [...new Set(customers.flatMap((id) => keysOfPartition(this.partitionOf(id))))]
    if (keys.length === 0 || since >= upTo) return []
    const events = await reads.all.filings.history(keys, { after: since, upTo })
    // Of what was moved meanwhile also what it said first is there.
    const later = events.filter(({ position }) => position > since)
    return later.filter((event) => isReadable(event, reading)).map((event) => registry.catalogue.readOrMark(event))
  }

  /** Units of those asked for that the reader reads; what belongs to none is everybody's. */
  private readable(asked: FilingsQuery['units']): FilingsQuery['units'] {
    const { units } = this.s.reading
    if (units.has('*')) return asked
    const isReadable = (unit: string | undefined) => unit === undefined || units.has(unit)
    return asked ? asked.filter(isReadable) : [...units, undefined]
  }

  async named(partition: Partition, firsts: readonly (string | Position)[]): Promise<Fact[]> {
    const wanted = [...new Set(firsts)].filter((first) => first !== '')
    const keys = keysOfPartition(partition)
    const facts = await Promise.all(wanted.map((first) => this.s.reads.versions(keys, first)))
    const versions = facts.map((events) => this.knownOf(events)).filter((events) => events.length > 0)
    return versions
      .sort(([a], [b]) => comparePositions(a?.position ?? 0, b?.position ?? 0))
      .flatMap((each) => {
        const fact = this.factOf(each)
        return fact && claim(partition, fact) ? [fact] : []
      })
  }

  positions(partition: Partition, firsts: readonly string[]): Promise<ReadonlyMap<string, Position>> {
    return this.s.reads.positions(keysOfPartition(partition), firsts)
  }

  async drawn({ ids: [customer] }: Partition): Promise<readonly KnownStep[]> {
    const { registry, reading, moment } = this.s
    const unitsToday = await this.s.unitsAround([customer])
    return drawnHistory({
      ...this.s,
      customer,
      moment,
      zones: this.zones,
      views: [...registry.views.values()].filter(draws),
      seen: (view, document) => through(reading, view, document as JsonObject, unitsToday),
      events: (ids) => this.events({ kind: 'customer', ids }),
    })
  }

  async search(query: Search): Promise<RowPage> {
    // Whether a word is found tells what was written.
    if (!this.s.reading.personal) refuse('reason-needed')
    return this.s.clear.search(WRITINGS, { ...this.gated(query), text: query.text })
  }

  async replay(partition: Partition, steps: ReplaySteps): Promise<Replayed> {
    const { reading, moment, registry, gone } = this.s
    const events = await this.events(partition)
    const unitsToday = await this.s.unitsAround(partition.ids)
    const { zones } = this
    const source = {
      registry,
      partition,
      events,
      moment,
      zones,
      reading,
      unitsToday,
      gone,
      isReadable: (event: StoredEvent) => isReadable(event, reading),
    }
    return replay(source, steps)
  }

  partitionOf(id: string, kind?: Partition['kind']): Partition {
    return partitionOf(id, { ...this.s, knownAt: this.s.moment.knownAt }, kind)
  }

  unitsToday(customer: string): Promise<readonly string[]> {
    return this.s.unitsAround([customer])
  }

  async stream(stream: string): Promise<readonly StoredEvent[]> {
    const { catalogue } = this.s.registry
    const events = await this.s.reads.stream(stream, this.s.position)
    return readWhatCan(events, catalogue).events
  }

  factsOf(events: readonly StoredEvent[]): Fact[] {
    return history(events, { ...this.s.moment, zones: this.zones })
  }

  private knownOf(events: readonly StoredEvent[]): readonly StoredEvent[] {
    const { knownAt } = this.s.moment
    return knownAt === undefined ? events : events.filter((event) => event.position <= knownAt)
  }

  /** The fact that a first event with its corrections states, if it still holds. */
  private factOf(events: readonly StoredEvent[]): Fact | undefined {
    const { catalogue } = this.s.registry
    const [version] = versionsOf(events).values()
    if (!version || isRetracted(version)) return undefined
    const last = catalogue.readOrMark(version.last)
    return factOf(version.first === version.last ? last : version.first, last, this.zones)
  }

  private gated<Q extends Find>(query: Q): Q {
    const { reading } = this.s
    if (reading.units.has('*')) return query
    const own = {
      or: [
        { column: 'unit', in: [...reading.units] },
        { column: 'unit', eq: null },
      ],
    }
    return { ...query, where: query.where ? { and: [query.where, own] } : own }
  }
}
