/**
 * The faults of engines that are shared: recorders, projectors, insights and relays as processes of their own on a
 * stand-in of EventStoreDB, a MongoDB server and Kafka, with a network of ours in between.
 */
import { join } from 'node:path'
import { readEngineUrls } from '#engines'
import { startsKafka } from '../../engines/kafka-server.js'
import { startsMongodb } from '../../engines/mongodb-server.js'
import { leftOut, type Report } from '../report.js'
import { rowsPerImport, type World } from './faults.js'
import { foundGroup } from './group.js'
import { Load } from './load.js'
import { Oracle } from './oracle/oracle.js'
import { Published } from './oracle/published.js'
import { type Length, mostMinutes, planned } from './plan.js'
import { Rounds } from './rounds.js'
import { Fleet } from './running/fleet.js'
import { faketimeLibrary, ShiftedClock } from './running/shifted-clock.js'
import type { ProgramKind } from './running/supervised.js'
import { freshMasterKey, MongodbEngine } from './servers/engines.js'
import { startEventStore } from './servers/event-store-engine.js'
import { KafkaEngine } from './servers/kafka-engine.js'
import { within } from './within.js'

const kinds = ['recorder', 'projector', 'insights', 'relay'] as const satisfies readonly ProgramKind[]
const every = 'engines: all processes'
const prefix = 'faults'
const mostStoppingMs = 60_000

export interface LaneOptions {
  length: Length
  /** Rounds alone in which the name of a fault fits that regular expression. */
  only?: string | undefined
  say: (line: string) => void
}

/** @returns one report that says why, where the engines cannot be had */
export async function faultsOnEngines(folder: string, options: LaneOptions): Promise<Report[]> {
  const missing = [startsMongodb, startsKafka].find(({ holds }) => !holds)
  if (missing) return [leftOut(every, missing.otherwise)]
  const stopping: (() => Promise<void>)[] = []
  const { length, say } = options
  const minutes = mostMinutes[length]
  try {
    const reports = await within(
      minutes * 60_000,
      run(folder, options, (stop) => stopping.push(stop)),
    )
    if (reports) return reports
    const wrong = `it has not ended within ${minutes} minutes: the line before says how far it came`
    say(wrong)
    return [{ ...leftOut(every, ''), said: wrong, wrong }]
  } finally {
    const stopped = stopping.reverse().reduce((before, stop) => before.then(stop), Promise.resolve())
    // What does not stop ends with this process.
    await within(mostStoppingMs, stopped)
  }
}

async function run(
  folder: string,
  { length, only = '', say }: LaneOptions,
  closing: (stop: () => Promise<void>) => void,
): Promise<Report[]> {
  const eventStore = await startEventStore(folder)
  closing(() => eventStore.stop())
  const mongodb = await MongodbEngine.start()
  closing(() => mongodb.stop())
  const kafka = await KafkaEngine.start()
  closing(() => kafka.stop())
  const environment = {
    EVENT_LOG_URL: eventStore.url,
    READ_STORE_URL: mongodb.freshUrl(),
    KEYS_URL: mongodb.freshUrl(),
    KEYS_MASTER_KEY: freshMasterKey(),
  }
  const fleet = new Fleet(folder)
  closing(() => fleet.stop())
  const topics = { KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC_PREFIX: prefix, KAFKA_PARTITIONS: '4' }
  fleet.start([...kinds, ...kinds], (kind) => ({ ...environment, ...(kind === 'relay' && topics) }))
  await fleet.allServe()
  const load = new Load(fleet, await foundGroup(fleet))
  closing(() => load.giveUp())
  say('all processes serve, and the group is founded')
  const direct = { ...environment, EVENT_LOG_URL: eventStore.directUrl }
  const engines = readEngineUrls(direct, { dataFolder: join(folder, 'oracle') })
  const published = await Published.start({ brokers: kafka.directBrokers, prefix, engines })
  closing(() => published.stop())
  const oracle = new Oracle({ fleet, load, eventStore, followers: [published] })
  const world: World = { fleet, eventStore, engines: [eventStore, mongodb, kafka] }
  const rounds = new Rounds({ world, load, oracle, say })
  const library = faketimeLibrary()
  const clock = library === undefined ? undefined : new ShiftedClock(library, join(folder, 'clock'))
  for (const faults of planned(world, { length, clock, kinds })) {
    if (!faults.some(({ name }) => new RegExp(only).test(name))) continue
    if (!(await rounds.round(faults))) return [...rounds.sofar(), ...supervised(fleet, load)]
  }
  return [
    ...(await rounds.end()),
    ...(clock ? [] : [leftOut('clock jumps', 'no libfaketime: run "npm run engines" once on Debian')]),
    ...(eventStore.takenDown ? [] : [leftOut('EventStoreDB killed', 'the server of EVENTSTORE_TEST_URL is not ours')]),
    await importsDone(oracle, fleet),
    ...supervised(fleet, load),
  ]
}

/** Each row of each import made one customer, whatever happened meanwhile; what died goes on by itself. */
async function importsDone(oracle: Oracle, fleet: Fleet): Promise<Report> {
  type Imports = { state: string }[]
  const { body } = await fleet.settle('insights', '/imports', {
    settled: ({ status, body }) =>
      status === 200 && (body.rows as unknown as Imports).every(({ state }) => state === 'completed'),
    withinMs: 240_000,
  })
  await oracle.look()
  const times = (body.rows as unknown as Imports).length
  const [there, expected] = [oracle.seen.imported, times * rowsPerImport]
  const said = `${there} of ${expected} imported rows are there once`
  return {
    ...leftOut('imports, with all that befell them', ''),
    ...{ times, said },
    ...(there !== expected && { wrong: said }),
  }
}

/** What was started again because it had ended by itself, as a supervisor does, and what callers had to send again. */
function supervised(fleet: Fleet, load: Load): Report[] {
  const ends = [...fleet.ends()].map(([said, times]) => ({
    ...leftOut('ended by itself, started again', ''),
    times,
    said,
  }))
  const again = [...load.again].map(([said, times]) => `${times} × ${said}`).join(', ')
  const waited = `the longest wait ${(load.longestWaitMs / 1000).toFixed(1)} s`
  const times = [...load.again.values()].reduce((sum, one) => sum + one, 0)
  return [...ends, { ...leftOut('notes sent again', ''), times, said: `${again || 'none'}; ${waited}` }]
}
