/** Opens the log on EventStoreDB; its client, which takes a while to load, is loaded by those alone who have such a log. */
import type { EventStoreLog, OpenEventStoreLog } from './eventstore-log.js'

/**
 * @param url `esdb://` or `esdb+discover://`, as `readEngineUrls` lets it through
 * @throws EnginesRefused `badSetting` for a URL it does not take; LogRefused when no server that can be used answers
 */
export async function openEventStoreLog(url: string, options?: OpenEventStoreLog): Promise<EventStoreLog> {
  const { EventStoreLog } = await import('./eventstore-log.js')
  return await EventStoreLog.open(url, options)
}
