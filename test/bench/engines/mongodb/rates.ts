/**
 * How fast read models are written to MongoDB: by the projector in small batches, and by a rebuild, each beside the bare
 * client that writes as many documents of the same size and knows beforehand which.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { business } from '#crm/business.js'
import { type MongoReadStore, openMongoReadStore } from '#engines/mongodb/read-store/mongo-read-store.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { EventLog, StoredEvent } from '#kernel'
import { Projector } from '#projections/projector.js'
import { Rebuild } from '#projections/rebuild.js'
import { MongodbServer } from '../../../engines/mongodb-server.js'
import { dataSetIn, filesOf } from '../../data-set/data-set.js'
import { atLeast, type Measured } from '../../figure.js'
import { byTurns, type Cost, counting } from '../costs.js'
import { BareWriting } from './bare-writing.js'
import { type DocumentsByCollection, WrittenDocuments } from './written-documents.js'

const events = 10_000
const perBatch = 32
/** Projected before anything is measured: there is something to fold with, and what is compiled once is. */
const warmBatches = 90
const batchesPerTurn = 10
const turns = 15
const rebuilds = 3
const readTogether = 5000
const target = { live: 0.9, rebuild: 0.4 }

interface Measuring {
  url: string
  log: EventLog
  client: MongoClient
}

export async function measureMongodbRates(): Promise<Measured[]> {
  const server = await MongodbServer.start()
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-bench-mongodb-'))
  await dataSetIn(folder, events)
  const log = openSqliteLog({ file: filesOf(folder).log, readOnly: true })
  const url = server.freshUrl()
  const client = await new MongoClient(url).connect()
  try {
    return [await live({ url, log, client }), await rebuild({ url, log, client })]
  } finally {
    await client.close()
    await log.close()
    rmSync(folder, { recursive: true })
    await server.stop()
  }
}

const placeOf = (name: string): string => `bench-${process.pid}-${name}`

async function live({ url, log, client }: Measuring): Promise<Measured> {
  const batches = await batchesOf(log, warmBatches + batchesPerTurn * turns)
  const documents = await writtenFor(batches, { url, log })
  const projecting = await Projecting.open({ url, log }, placeOf('live'))
  const bare = await BareWriting.open(client, placeOf('bare'), documents)
  const project = inTurns(batches, (batch) => projecting.projector.project(batch))
  const write = inTurns(documents, (each) => bare.transaction(each))
  await byTurns([() => write(warmBatches), () => project(warmBatches)], 1)
  const costs = await byTurns([() => write(batchesPerTurn), () => project(batchesPerTurn)], turns)
  await projecting.close()
  return beside(`live projection into MongoDB, batches of ${perBatch}`, costs, target.live)
}

/** The documents that each batch comes to, found out by projecting them once, which nobody measures. */
async function writtenFor(
  batches: readonly StoredEvent[][],
  of: Pick<Measuring, 'url' | 'log'>,
): Promise<DocumentsByCollection[]> {
  const written = new WrittenDocuments()
  const projecting = await Projecting.open(of, placeOf('watched'), written)
  const documents: DocumentsByCollection[] = []
  for (const batch of batches) {
    written.take()
    await projecting.projector.project(batch)
    documents.push(written.take())
  }
  await projecting.close()
  return documents
}

/** Does the next so many at each call. */
function inTurns<T>(all: readonly T[], work: (each: T) => Promise<void>): (count: number) => Promise<Cost> {
  let next = 0
  return async (count) => {
    const costOf = counting()
    for (const each of all.slice(next, next + count)) await work(each)
    next += count
    return costOf(count * perBatch)
  }
}

async function rebuild({ url, log, client }: Measuring): Promise<Measured> {
  const written = new WrittenDocuments()
  const count = (await allOf(log)).length
  const derive = async (name: string, watching?: WrittenDocuments): Promise<Cost> => {
    const store = await openMongoReadStore({ url, place: placeOf(name), locale: 'en', watch: watching?.watch })
    const costOf = counting()
    await new Rebuild({ log, store, ...business }).run()
    const cost = costOf(count)
    await store.close()
    return cost
  }
  await derive('derived-watched', written)
  const documents = written.take()
  let round = 0
  const insert = async (): Promise<Cost> => {
    const bare = await BareWriting.open(client, placeOf(`inserted-${round}`), [documents])
    const costOf = counting()
    await bare.insertMany(documents)
    return costOf(count)
  }
  const costs = await byTurns([insert, () => derive(`derived-${round++}`)], rebuilds)
  return beside('rebuild in MongoDB', costs, target.rebuild)
}

const beside = (what: string, [bare, ours]: readonly [Cost, Cost], least: number): Measured =>
  atLeast(what, { unit: 'events', perSecond: ours.perSecond, baselinePerSecond: bare.perSecond, target: least })

/** A projector on read models of its own. */
class Projecting {
  private constructor(
    readonly projector: Projector,
    private readonly store: MongoReadStore,
  ) {}

  static async open(
    of: Pick<Measuring, 'url' | 'log'>,
    place: string,
    written?: WrittenDocuments,
  ): Promise<Projecting> {
    const store = await openMongoReadStore({
      url: of.url,
      place,
      locale: 'en',
      ...(written && { watch: written.watch }),
    })
    const projector = new Projector({ log: of.log, store, ...business })
    await projector.open()
    await store.claim({ name: 'projection', epoch: 1 })
    return new Projecting(projector, store)
  }

  close(): Promise<void> {
    return this.store.close()
  }
}

async function batchesOf(log: EventLog, count: number): Promise<StoredEvent[][]> {
  const all = await allOf(log)
  return Array.from({ length: count }, (_, at) => all.slice(at * perBatch, (at + 1) * perBatch))
}

async function allOf(log: EventLog): Promise<StoredEvent[]> {
  const all: StoredEvent[] = []
  for (;;) {
    const page = await log.readAll({ after: all.at(-1)?.position ?? 0, limit: readTogether })
    if (page.length === 0) return all
    all.push(...page)
  }
}
