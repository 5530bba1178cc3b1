/** The contract of event logs on EventStoreDB, against the stand-in that needs nothing. */
import { describeEventLog } from '#engines/contracts/event-log/event-log.contract.js'
import { StandIn } from '#test/engines/eventstoredb/stand-in.js'
import { openEventStoreLog } from './open.js'

describeEventLog('EventStoreDB', async () => {
  const server = await StandIn.start()
  const log = await openEventStoreLog(server.url)
  const close = log.close.bind(log)
  return Object.assign(log, { close: () => close().then(() => server.stop()) })
})
