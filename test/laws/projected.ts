/** A log and read models of their own for one run of a law, and everything that stands in them. */

import type { Business } from '#crm/business.js'
import { openSqliteClearStore, type SqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import { openMemoryLog, type SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import { openSqliteReadStore, type SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import {
  BEYOND,
  type EventLog,
  type Partition,
  type Position,
  ReferenceHolder,
  type Seen,
  type StandingFiling,
  type StoredEvent,
  type UnitZones,
  zonesOf,
} from '#kernel'
import { ClearFollower } from '#projections/clear/clear-follower.js'
import { Projector } from '#projections/projector.js'
import { PartitionPast } from '#queries/documents/past/partition-past.js'
import { PastDocuments } from '#queries/documents/past/past-documents.js'
import { standingHere } from '#queries/documents/past/standing-here.js'
import { ContributionReader } from '#read-models/contributions/contribution-reader.js'
import { type Counted, causeOf } from '#read-models/contributions/counted.js'
import { keyOfPartition, keysOfPartition } from '#read-models/fold/identity-sets.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { tableOf } from '#read-models/rows/tables.js'
import { type Happening, Writer } from './generated.js'
import { lawful } from './law-views.js'

/** Documents by `<view> <key>`. */
export type Documents = Record<string, unknown>

/** Writes the happenings into a log of their own. */
export async function logOf(happenings: readonly Happening[]): Promise<{ log: SqliteEventLog; events: StoredEvent[] }> {
  const log = openMemoryLog()
  const writer = new Writer()
  const revisions = new Map<string, number>()
  for (const happening of happenings) {
    const written = writer.write(happening)
    if (!written) continue
    const { stream, event } = written
    const { revision } = await log.append(stream, revisions.get(stream) ?? 'no-stream', [event])
    revisions.set(stream, revision)
  }
  return { log, events: await log.readAll({ after: 0, limit: 10_000 }) }
}

export class Projected {
  business = lawful
  projector: Projector
  readonly clear: SqliteClearStore = openSqliteClearStore({ file: ':memory:', locale: 'fi' })

  private constructor(
    readonly log: EventLog & EventsBeside,
    readonly store: SqliteReadStore,
  ) {
    this.projector = this.projectorOf(this.followerOf())
  }

  /** @param options `empty`: read models without tables, for a rebuild */
  static async over(log: EventLog & EventsBeside, options: { empty?: boolean } = {}): Promise<Projected> {
    const store = openSqliteReadStore({ file: ':memory:', locale: 'fi', log })
    const projected = new Projected(log, store)
    if (!options.empty) await projected.restart()
    return projected
  }

  /** Nothing is sealed here. */
  get opening() {
    return { into: this.clear, openerOf: async () => asIs }
  }

  private followerOf(): ClearFollower {
    const { log, store, clear, business, opening } = this
    return new ClearFollower({ ...business, log, store, clear, ...opening })
  }

  private projectorOf(listener: ClearFollower, onReferencesAnew?: (reason: string) => void): Projector {
    return new Projector({ log: this.log, store: this.store, ...this.business, listener, onReferencesAnew })
  }

  /** A projector that starts where the store's checkpoint says, perhaps of another program. */
  async restart(business: Business = this.business, onReferencesAnew?: (reason: string) => void): Promise<void> {
    this.business = business
    const follower = this.followerOf()
    this.projector = this.projectorOf(follower, onReferencesAnew)
    await this.projector.open()
    await follower.open()
  }

  async close(): Promise<void> {
    for (const each of [this.store, this.clear]) await each.close()
  }

  async documents(): Promise<Documents> {
    const documents: Documents = {}
    for (const view of this.business.registry.views.values()) {
      if (!view.kept) continue
      for await (const rows of this.store.scan(tableOf(view), {})) {
        for (const { key, doc } of rows) documents[`${view.name} ${key}`] = doc
      }
    }
    return documents
  }

  /**
   * Documents as queries about the past get them, of every customer and contact that the events name: those
   * asked for, and under their view's name how many there are besides.
   */
  async past(events: readonly StoredEvent[], asked: readonly string[], knownAt?: Position): Promise<Documents> {
    const documents: Documents = {}
    const references = new ReferenceHolder(this.business.registry.references)
    for (const event of events) references.take(event)
    const known = references.at({ knownAt })
    const partitions = new Map<string, Partition>()
    for (const { metadata } of events)
      for (const [kind, named] of [
        ['customer', metadata.customers],
        ['contact', metadata.contacts],
      ] as const)
        for (const id of named) {
          const partition = { kind, ids: this.business.identitySets.setOf(kind, id, known) }
          partitions.set(keyOfPartition(partition), partition)
        }
    const zones = zonesOf(this.business.calendar, references)
    for (const partition of partitions.values())
      Object.assign(documents, await this.pastOf(partition, asked, { knownAt, zones }))
    return documents
  }

  private async pastOf(partition: Partition, asked: readonly string[], { knownAt, zones }: Seen): Promise<Documents> {
    const documents: Documents = {}
    const { catalogue } = this.business.registry
    const everything = new Set(['*'])
    const reading = { units: everything, outline: true, personal: true, members: everything }
    const docs = new PastDocuments(
      {
        reading,
        locale: 'fi',
        partitionOf: () => partition,
        unitsToday: async () => [],
        documents: async (view, of) => {
          const events = await this.store.filings.history(keysOfPartition(of))
          const read = events.map((event) => catalogue.read(event))
          const past = new PartitionPast(of, read, zones as UnitZones)
          const upTo = await this.store.checkpoint(CHECKPOINT)
          const stream = (name: string) => this.store.filings.ofStreams([name], upTo)
          const source = { ...this.business, references: this.projector.references, zones: zones as UnitZones, stream }
          return standingHere({ view, partition: of, past, moment: { knownAt } }, source)
        },
      },
      partition,
    )
    for (const view of this.business.registry.views.values()) {
      if (!view.kept || view.partition !== partition.kind) continue
      const found: Documents = {}
      for (const slot of asked.filter((one) => one.startsWith(`${view.name} `))) {
        const document = await docs.get(view, slot.slice(view.name.length + 1))
        if (document) found[slot] = document
      }
      Object.assign(documents, found)
      const all = await docs.find(view, { limit: 500 })
      const besides = all.documents.length - Object.keys(found).length
      if (besides > 0) documents[view.name] = besides
    }
    return plain(documents)
  }

  /** Contributions as they are stored, of events up to a position. */
  async contributions(until: Position = BEYOND): Promise<Counted[]> {
    const found: Counted[] = []
    for await (const rows of new ContributionReader(this.store).rows())
      found.push(...rows.filter((row) => causeOf(row) <= until))
    return found
  }

  /** Figures netted by everything but their cause, zeros left out. */
  async figures(until?: Position): Promise<Record<string, number>> {
    const names = ['unit', 'function', 'stage', 'sector']
    const sums: Record<string, number> = {}
    for (const row of await this.contributions(until)) {
      const { metric, partition, entity, day, of } = row
      const key = [metric, partition, entity, day, ...names.map((name) => of[name] ?? '')].join('/')
      sums[key] = (sums[key] ?? 0) + row.value
    }
    return withoutZeros(sums)
  }

  async filings(): Promise<StandingFiling[]> {
    const filings: StandingFiling[] = []
    for await (const rows of this.store.filings.standing()) filings.push(...rows)
    return filings
  }

  /** Everything that must not depend on how the events arrived. */
  async state(): Promise<object> {
    return {
      documents: await this.documents(),
      figures: await this.figures(),
      filings: await this.filings(),
      parked: this.projector.parking.list(),
    }
  }
}

const asIs = <T>(value: T): T => value

/** As JSON keeps it: members without a value are absent. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const withoutZeros = (sums: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
