/**
 * Which engines the URLs of the environment name, read once at start. Unset, they are the embedded ones, in
 * files of the data folder. An engine that this build does not carry is refused in one line, rather than
 * starting on something else than was meant.
 */
import { join, resolve } from 'node:path'
import { EnginesRefused } from '#kernel'
import { isClearFile } from './embedded/clear-files.js'
import { allowedUrls, isEventStoreUrl, requireEventStoreUrl } from './eventstoredb/url.js'
import { readMasterKeys, refuseMasterKeys } from './mongodb/key-vault/master-keys.js'
import { isReadModelFile } from './sqlite/generations/generations.js'

/** Plain values, so that they can be handed to a thread; paths are absolute. */
export interface EngineUrls {
  eventLog: SqliteUrl | EventStoreUrl
  readStore: SqliteUrl | MongodbUrl
  /** Absent where they stand in a file of the data folder. */
  keys?: MongodbKeys
  /** Where the access log stands, and keys and erasures unless they stand elsewhere. */
  folder: string
}

export interface SqliteUrl {
  scheme: 'sqlite'
  file: string
}

export interface EventStoreUrl {
  scheme: 'esdb'
  /** With everything that the client is to know, perhaps a password. */
  url: string
}

export interface MongodbUrl {
  scheme: 'mongodb'
  /** With everything that the driver is to know, perhaps a password. */
  url: string
  database: string
}

export interface MongodbKeys extends MongodbUrl {
  /** By which keys are wrapped there, the current one first; base64. To be shown to nobody. */
  masterKeys: string[]
}

interface Setting {
  name: string
  /** File in the data folder, where nothing is set. */
  file: string
  /** How it is told what may be said. */
  allowed: string
}

const eventLog: Setting = {
  name: 'EVENT_LOG_URL',
  file: 'log.db',
  allowed: `sqlite:<file>, ${allowedUrls}`,
}
const readStore: Setting = {
  name: 'READ_STORE_URL',
  file: 'read.db',
  allowed: 'sqlite:<file> or mongodb://<host>/<database>',
}
const keys = { name: 'KEYS_URL', allowed: 'mongodb://<host>/<database>' }
const scheme = 'sqlite:'
const ofMongodb = /^mongodb(\+srv)?:/
/** The database is named in files as well. */
const withDatabase = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([A-Za-z0-9_-]{1,40})(?:\?|$)/

/**
 * @param environment as in `process.env`; an empty value counts as absent
 * @param from what relative paths start from
 * @throws EnginesRefused `badSetting` for a server's URL, for what is no URL of an engine, and for files in each other's way
 */
export function readEngineUrls(
  environment: Record<string, string | undefined>,
  { dataFolder, from = process.cwd() }: { dataFolder: string; from?: string },
): EngineUrls {
  const textOf = (name: string) => environment[name]?.trim() || undefined
  const urlOf = (setting: Setting): SqliteUrl => {
    const url = textOf(setting.name)
    const file = url === undefined ? join(dataFolder, setting.file) : resolve(from, fileIn(url, setting))
    return { scheme: 'sqlite', file }
  }
  const [logged, stored] = [textOf(eventLog.name), textOf(readStore.name)]
  const isMongodb = stored !== undefined && ofMongodb.test(stored)
  const urls: EngineUrls = {
    eventLog: logged && isEventStoreUrl(logged) ? eventStoreUrl(logged) : urlOf(eventLog),
    readStore: isMongodb ? mongodbUrl(stored, readStore) : urlOf(readStore),
    ...keysIn(environment, from),
    folder: dataFolder,
  }
  requireServersBesideServer(urls)
  requireKeysApart(urls)
  requireReadModelsApart(urls)
  return urls
}

/**
 * The file of a log that is one.
 * @throws EnginesRefused for a program that has its log in a file, and is given a server
 */
export function logFileOf({ eventLog: log }: Pick<EngineUrls, 'eventLog'>): string {
  if (log.scheme === 'sqlite') return log.file
  throw new EnginesRefused(
    'badSetting',
    `${eventLog.name} names a server, and this program keeps its log in a file; allowed: sqlite:<file>`,
  )
}

function eventStoreUrl(url: string): EventStoreUrl {
  requireEventStoreUrl(url, eventLog.name)
  return { scheme: 'esdb', url }
}

function mongodbUrl(url: string, { name, allowed }: Pick<Setting, 'name' | 'allowed'>): MongodbUrl {
  const [, database] = withDatabase.exec(url) ?? []
  if (database === undefined) refuse(name, allowed)
  return { scheme: 'mongodb', url, database }
}

function keysIn(environment: Record<string, string | undefined>, from: string): Pick<EngineUrls, 'keys'> {
  const url = environment[keys.name]?.trim()
  if (!url) {
    refuseMasterKeys(environment)
    return {}
  }
  return { keys: { ...mongodbUrl(url, keys), masterKeys: readMasterKeys(environment, from) } }
}

/** Whoever shares a log with others shares everything: keys in a file of one would open nothing for the others. */
function requireServersBesideServer({ eventLog: log, readStore: store, keys: kept }: EngineUrls): void {
  if (log.scheme !== 'esdb') return
  if (store.scheme !== 'mongodb') refuse(readStore.name, 'mongodb://<host>/<database>, as EVENT_LOG_URL names a server')
  if (!kept) refuse(keys.name, `${keys.allowed}, as EVENT_LOG_URL names a server`)
}

/** Whoever puts back an older copy of read models must not put back keys with them. */
function requireKeysApart({ readStore, keys }: EngineUrls): void {
  if (!keys || readStore.scheme !== 'mongodb' || keys.database !== readStore.database) return
  throw new EnginesRefused(
    'badSetting',
    'KEYS_URL and READ_STORE_URL name databases that are called alike: give the one of the keys another name',
  )
}

function fileIn(url: string, { name, allowed }: Setting): string {
  if (!url.startsWith(scheme) || url === scheme) refuse(name, allowed)
  return url.slice(scheme.length)
}

/** The value stays out of the line: URLs may carry passwords. */
function refuse(name: string, allowed: string): never {
  throw new EnginesRefused('badSetting', `${name} cannot be used; allowed: ${allowed}`)
}

/** Read models and plaintext are removed and derived anew by their files' names, so nothing else may be called like them. */
function requireReadModelsApart({ eventLog, readStore, folder }: EngineUrls): void {
  const logFile = eventLog.scheme === 'sqlite' ? eventLog.file : undefined
  const file = readStore.scheme === 'sqlite' ? readStore.file : undefined
  if ((file && isReadModelFile(file, join(folder, 'clear-0001.db'))) || (logFile && isClearFile(folder, logFile)))
    throw new EnginesRefused('badSetting', `files in ${folder} named clear-… hold plaintext: give others another name`)
  if (!file) return
  for (const other of [logFile, join(folder, 'keys.db')]) {
    if (other === undefined || !isReadModelFile(file, other)) continue
    throw new EnginesRefused(
      'badSetting',
      `${other} would be taken for read models of ${file}: give one of them another name`,
    )
  }
}
