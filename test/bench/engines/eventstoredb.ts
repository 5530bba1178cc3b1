/**
 * Appends and catching up through the adapter of EventStoreDB beside the bare client, on the same server with the same
 * bytes: by turns, so that whatever else the machine does falls on both. The processor counted is this process's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventStoreDBClient, jsonEvent, NO_STREAM, START } from '@eventstore/db-client'
import { sampleEvent } from '#engines/contracts/event-log/sample-event.js'
import { openEventStoreLog } from '#engines/eventstoredb/open.js'
import type { NewEvent } from '#kernel'
import { StandInProcess } from '../../engines/eventstoredb/stand-in-process.js'
import type { Measured } from '../figure.js'
import { byTurns, type Cost, counting } from './costs.js'

const inFlight = 64
const appendsPerRound = 8_000
const rounds = 5
const followed = 40_000
const leastRatio = 0.8
const mostMoreUs = 20

export async function measureEventStore(): Promise<Measured[]> {
  const given = process.env.EVENTSTORE_TEST_URL
  if (given) return await measuredAt(given)
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-bench-eventstoredb-'))
  const server = await StandInProcess.start(folder)
  try {
    return await measuredAt(server.url)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true })
  }
}

async function measuredAt(url: string): Promise<Measured[]> {
  const log = await openEventStoreLog(url)
  const client = EventStoreDBClient.connectionString(url)
  const bare = async (event: NewEvent) => {
    await client.appendToStream(streamOf(event), jsonEvent(event), { expectedRevision: NO_STREAM })
  }
  const adapted = async (event: NewEvent) => {
    await log.append(streamOf(event), 'no-stream', [event])
  }
  await byTurns([() => appending(bare, inFlight), () => appending(adapted, inFlight)], 1)
  const appends = await byTurns([() => appending(bare), () => appending(adapted)], rounds)
  const begin = await log.head()
  for (let nth = 0; nth < followed; nth += 30)
    await log.append(
      `touchpoint-${crypto.randomUUID()}`,
      'no-stream',
      Array.from({ length: 30 }, () => sampleEvent()),
    )
  const count = Math.ceil(followed / 30) * 30
  const place = { commit: BigInt(begin), prepare: BigInt(begin) }
  const follows = await byTurns(
    [
      () => following(count, () => client.subscribeToAll({ fromPosition: begin === 0 ? START : place })),
      async () => {
        const costOf = counting()
        const ended = new AbortController()
        let seen = 0
        for await (const { events } of log.subscribe({ after: begin, signal: ended.signal })) {
          seen += events.length
          if (seen >= count) ended.abort()
        }
        return costOf(seen)
      },
    ],
    rounds,
  )
  await log.close()
  await client.dispose()
  return [
    ...lines(`append to EventStoreDB, ${inFlight} in flight`, appends),
    ...lines('catch up with EventStoreDB', follows),
  ]
}

async function appending(append: (event: NewEvent) => Promise<void>, count = appendsPerRound): Promise<Cost> {
  const events = Array.from({ length: count }, () => sampleEvent())
  const costOf = counting()
  let next = 0
  const writer = async () => {
    for (let event = events[next++]; event; event = events[next++]) await append(event)
  }
  await Promise.all(Array.from({ length: inFlight }, writer))
  return costOf(count)
}

async function following(
  count: number,
  subscribe: () => ReturnType<EventStoreDBClient['subscribeToAll']>,
): Promise<Cost> {
  const costOf = counting()
  let seen = 0
  const subscription = subscribe()
  for await (const { event } of subscription) {
    if (event && ++seen === count) break
  }
  await subscription.unsubscribe()
  return costOf(seen)
}

const streamOf = ({ id }: NewEvent): string => `touchpoint-${id}`

function lines(what: string, [bare, adapted]: readonly [Cost, Cost]): Measured[] {
  const ratio = adapted.perSecond / bare.perSecond
  const rate = ({ perSecond }: Cost) => `${Math.round(perSecond).toLocaleString('en-US')} events/s`
  const processor = ({ us }: Cost) => `${us.toFixed(1)} µs an event`
  return [
    { what, measured: rate(adapted), baseline: rate(bare), ratio, target: `≥ ${leastRatio}`, met: ratio >= leastRatio },
    {
      what: `${what}, processor`,
      measured: processor(adapted),
      baseline: processor(bare),
      target: `≤ ${mostMoreUs} µs more`,
      met: adapted.us - bare.us <= mostMoreUs,
    },
  ]
}
