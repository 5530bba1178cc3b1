/**
 * The contract of event logs on EventStoreDB: against the stand-in, which needs nothing, alone and beside other logs; and
 * against the server of `EVENTSTORE_TEST_URL`, which may hold anything and keeps what it is given.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { describeEventLog } from '#engines/contracts/event-log/event-log.contract.js'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { hasEventStore, LogWithin } from '#test/engines/eventstoredb/log-within.js'
import { StandIn } from '#test/engines/eventstoredb/stand-in.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { openEventStoreLog } from './open.js'

describeEventLog('EventStoreDB', async () => {
  const server = await StandIn.start()
  const log = await openEventStoreLog(server.url)
  const close = log.close.bind(log)
  return Object.assign(log, { close: () => close().then(() => server.stop()) })
})

describe('a server that holds more than the log', () => {
  let server: StandIn
  beforeAll(async () => {
    server = await StandIn.start()
    const log = await openEventStoreLog(server.url)
    for (let nth = 0; nth < 20; nth++) await log.append(`customer-${nth}`, 'no-stream', sampleEvents(5))
    await log.close()
  })
  afterAll(() => server.stop())

  describeEventLog('EventStoreDB', async () => {
    server.addSystemEvents(2)
    return LogWithin.in(await openEventStoreLog(server.url))
  })
})

describe('a server that several groups share', () => {
  let server: StandIn
  const logOf = (prefix: string) => openEventStoreLog(`${server.url}&streamPrefix=${prefix}`)
  beforeAll(async () => {
    server = await StandIn.start()
  })
  afterAll(() => server.stop())

  let groups = 0
  describeEventLog('EventStoreDB, in streams of its own', async () => logOf(`group-${++groups}`))

  it('keeps them apart, and whose log each is', async () => {
    const [one, other] = [await logOf('one'), await logOf('one-more')]
    await one.adopt('first')
    await other.adopt('second')
    await one.append('customer-1', 'no-stream', sampleEvents(2))
    const { position } = await other.append('customer-1', 'no-stream', sampleEvents(1))
    expect(await one.readStream('customer-1')).toHaveLength(2)
    const all = await other.readAll({ after: 0, limit: 10 })
    expect(all.map(({ stream }) => stream)).toEqual(['customer-1'])
    expect(await one.eventAt(position)).toBeUndefined()
    expect([await one.identity(), await other.identity()]).toEqual(['first', 'second'])
    const again = other.append('customer-1', 'no-stream', sampleEvents(1))
    await expect(again).rejects.toMatchObject({ stream: 'customer-1', actual: 0 })
    for (const log of [one, other]) await log.close()
  })
})

describeWhen(hasEventStore, 'the server of EVENTSTORE_TEST_URL', () => {
  describeEventLog('EventStoreDB', async () =>
    LogWithin.in(await openEventStoreLog(process.env.EVENTSTORE_TEST_URL ?? '')),
  )
})
