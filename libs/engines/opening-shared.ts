/** Opens log, keys, access log and import files on servers, which any number of processes share. */
import { type AccessEntries, EnginesRefused, type ImportFiles, type KeptSessions, type Leases, NotBegun } from '#kernel'
import type { EngineUrls, EventStoreUrl, MongodbKeys, MongodbUrl } from './engine-urls.js'
import type { EventStoreLog } from './eventstoredb/eventstore-log.js'
import { openEventStoreLog } from './eventstoredb/open.js'
import type { MongoKeyVault, MongoReadStoreOptions } from './mongodb/adapters.js'

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

/** Loaded by those alone who have something there. */
const onMongodb = () => import('./mongodb/adapters.js')

interface OpenShared {
  log: EventStoreLog
  vault: MongoKeyVault
}

/** @throws EnginesRefused, LogRefused with one line; nothing is left open then */
export const openSharedForWriting = (urls: SharedUrls): Promise<OpenShared> =>
  opened(urls, async (log) => {
    // Keys are begun beside a log that is empty, and beside no other.
    const mayBegin = (await log.head()) === 0
    const vault = await openSharedVault(urls.keys, mayBegin)
    await log.adopt(vault.identity).catch(closing(vault))
    return vault
  })

/** @throws EnginesRefused, LogRefused likewise; `filesApart` where the log is not of the group whose keys they are */
export const openSharedForFollowing = (urls: SharedUrls): Promise<OpenShared> =>
  opened(urls, async (log) => {
    const vault = await openSharedVault(urls.keys)
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
  const found = await log.identity()
  if (found === identity) return
  if (found === undefined) throw new NotBegun('the log of EVENT_LOG_URL is not that of a group yet')
  throw new EnginesRefused('filesApart', 'the log of EVENT_LOG_URL is not that of the group whose keys KEYS_URL names')
}

/** What was opened is left open by nobody who could not go on. */
const closing =
  (one: { close(): Promise<void> }) =>
  async (error: unknown): Promise<never> => {
    await one.close()
    throw error
  }

export async function openSharedAccessEntries({ readStore }: SharedUrls): Promise<AccessEntries> {
  const { MongoAccessEntries, MongoConnection } = await onMongodb()
  return MongoAccessEntries.open(await MongoConnection.open(readStore.url))
}

export async function openSharedImportFiles({ readStore }: SharedUrls): Promise<ImportFiles> {
  const { MongoConnection, MongoImportFiles } = await onMongodb()
  return new MongoImportFiles(await MongoConnection.open(readStore.url))
}

export async function openSharedLeases({ url }: MongodbUrl): Promise<Leases> {
  const { MongoConnection, MongoLeases } = await onMongodb()
  return new MongoLeases(await MongoConnection.open(url))
}

export async function openSharedSessions({ url }: MongodbUrl): Promise<KeptSessions> {
  const { MongoConnection, MongoSessions } = await onMongodb()
  return MongoSessions.open(await MongoConnection.open(url))
}

export async function openSharedReadStore({ url }: MongodbUrl, at: Omit<MongoReadStoreOptions, 'url'>) {
  const { openMongoReadStore } = await onMongodb()
  return openMongoReadStore({ ...at, url })
}

export async function openSharedVault({ url, masterKeys }: MongodbKeys, mayBegin = false): Promise<MongoKeyVault> {
  const { MongoKeyVault } = await onMongodb()
  return MongoKeyVault.open({ url, masterKeys, mayBegin })
}
