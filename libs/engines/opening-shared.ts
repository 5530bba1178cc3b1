/** Opens log, keys, access log and import files on servers, which any number of processes share. */
import { type AccessEntries, EnginesRefused, type ImportFiles } from '#kernel'
import type { EngineUrls, EventStoreUrl, MongodbKeys, MongodbUrl } from './engine-urls.js'
import type { EventStoreLog } from './eventstoredb/eventstore-log.js'
import { openEventStoreLog } from './eventstoredb/open.js'
import { MongoAccessEntries } from './mongodb/access-entries/mongo-access-entries.js'
import { MongoImportFiles } from './mongodb/import-files/mongo-import-files.js'
import { MongoKeyVault } from './mongodb/key-vault/mongo-key-vault.js'
import { MongoConnection } from './mongodb/mongo-connection.js'

/** The URLs of engines that are all on servers: what one process records, another reads. */
export interface SharedUrls extends EngineUrls {
  eventLog: EventStoreUrl
  readStore: MongodbUrl
  keys: MongodbKeys
}

export const isShared = (urls: EngineUrls): urls is SharedUrls => urls.eventLog.scheme === 'esdb'

/** @throws EnginesRefused `badSetting` where one of them is a file of the data folder */
export function requireShared(urls: EngineUrls): asserts urls is SharedUrls {
  if (isShared(urls)) return
  throw new EnginesRefused(
    'badSetting',
    'EVENT_LOG_URL names no server, and several processes share one; allowed: esdb://<host>:<port>, with READ_STORE_URL and KEYS_URL',
  )
}

interface OpenShared {
  log: EventStoreLog
  vault: MongoKeyVault
}

/** @throws EnginesRefused, LogRefused with one line; nothing is left open then */
export const openSharedForWriting = (urls: SharedUrls): Promise<OpenShared> =>
  opened(urls, async (log) => {
    // Keys are begun beside a log that is empty, and beside no other.
    const mayBegin = (await log.head()) === 0
    const vault = await MongoKeyVault.open({ ...urls.keys, mayBegin })
    await log.adopt(vault.identity).catch(closing(vault))
    return vault
  })

/** @throws EnginesRefused, LogRefused likewise; `filesApart` where the log is not of the group whose keys they are */
export const openSharedForFollowing = (urls: SharedUrls): Promise<OpenShared> =>
  opened(urls, async (log) => {
    const vault = await MongoKeyVault.open({ ...urls.keys })
    await requireIdentity(log, vault.identity).catch(closing(vault))
    return vault
  })

async function opened(
  urls: SharedUrls,
  openVault: (log: EventStoreLog) => Promise<MongoKeyVault>,
): Promise<OpenShared> {
  const log = await openEventStoreLog(urls.eventLog.url)
  return { log, vault: await openVault(log).catch(closing(log)) }
}

async function requireIdentity(log: EventStoreLog, identity: string): Promise<void> {
  if ((await log.identity()) === identity) return
  throw new EnginesRefused('filesApart', 'the log of EVENT_LOG_URL is not that of the group whose keys KEYS_URL names')
}

/** What was opened is left open by nobody who could not go on. */
const closing =
  (one: { close(): Promise<void> }) =>
  async (error: unknown): Promise<never> => {
    await one.close()
    throw error
  }

export const openSharedAccessEntries = async ({ readStore }: SharedUrls): Promise<AccessEntries> =>
  MongoAccessEntries.open(await MongoConnection.open(readStore.url))

export const openSharedImportFiles = async ({ readStore }: SharedUrls): Promise<ImportFiles> =>
  new MongoImportFiles(await MongoConnection.open(readStore.url))
