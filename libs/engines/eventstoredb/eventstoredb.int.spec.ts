/**
 * The contract of event logs on EventStoreDB: against the stand-in, which needs nothing, alone and beside other logs; and
 * against the server of `EVENTSTORE_TEST_URL`, which may hold anything and keeps what it is given.
 */
import { afterAll, beforeAll, describe } from '@jest/globals'
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

describeWhen(hasEventStore, 'the server of EVENTSTORE_TEST_URL', () => {
  describeEventLog('EventStoreDB', async () =>
    LogWithin.in(await openEventStoreLog(process.env.EVENTSTORE_TEST_URL ?? '')),
  )
})
