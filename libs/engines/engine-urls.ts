/**
 * Which engines the URLs of the environment name, read once at start. Unset, they are the embedded ones, in
 * files of the data folder. An engine that this build does not carry is refused in one line, rather than
 * starting on something else than was meant.
 */
import { join, resolve } from 'node:path'
import { EnginesRefused } from '#kernel'
import { isClearFile } from './embedded/clear-files.js'
import { readMasterKeys, refuseMasterKeys } from './mongodb/key-vault/master-keys.js'
import { isReadModelFile } from './sqlite/generations/generations.js'

/** Plain values, so that they can be handed to a thread; paths are absolute. */
export interface EngineUrls {
  eventLog: SqliteUrl
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
  /** Schemes of engines that this build does not carry. */
  servers: readonly string[]
  /** How it is told what may be said. */
  allowed: string
}

const eventLog: Setting = {
  name: 'EVENT_LOG_URL',
  file: 'log.db',
  servers: ['esdb:', 'esdb+discover:'],
  allowed: 'sqlite:<file>',
}
const readStore: Setting = {
  name: 'READ_STORE_URL',
  file: 'read.db',
  servers: [],
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
  if (textOf('KAFKA_BROKERS')) refuse('KAFKA_BROKERS', 'nothing: this build publishes to no stream')
  const stored = textOf(readStore.name)
  const isMongodb = stored !== undefined && ofMongodb.test(stored)
  const urls: EngineUrls = {
    eventLog: urlOf(eventLog),
    readStore: isMongodb ? mongodbUrl(stored, readStore) : urlOf(readStore),
    ...keysIn(environment, from),
    folder: dataFolder,
  }
  requireKeysApart(urls)
  requireReadModelsApart(urls)
  return urls
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

/** Whoever puts back an older copy of read models must not put back keys with them. */
function requireKeysApart({ readStore, keys }: EngineUrls): void {
  if (!keys || readStore.scheme !== 'mongodb' || keys.database !== readStore.database) return
  throw new EnginesRefused(
    'badSetting',
    'KEYS_URL and READ_STORE_URL name databases that are called alike: give the one of the keys another name',
  )
}

function fileIn(url: string, { name, servers, allowed }: Setting): string {
  if (servers.some((server) => url.startsWith(server)))
    refuse(name, 'sqlite:<file>: this build has only the embedded engine')
  if (!url.startsWith(scheme) || url === scheme) refuse(name, allowed)
  return url.slice(scheme.length)
}

/** The value stays out of the line: URLs may carry passwords. */
function refuse(name: string, allowed: string): never {
  throw new EnginesRefused('badSetting', `${name} cannot be used; allowed: ${allowed}`)
}

/** Read models and plaintext are removed and derived anew by their files' names, so nothing else may be called like them. */
function requireReadModelsApart({ eventLog, readStore, folder }: EngineUrls): void {
  const file = readStore.scheme === 'sqlite' ? readStore.file : undefined
  if ((file && isReadModelFile(file, join(folder, 'clear-0001.db'))) || isClearFile(folder, eventLog.file))
    throw new EnginesRefused('badSetting', `files in ${folder} named clear-… hold plaintext: give others another name`)
  if (!file) return
  for (const other of [eventLog.file, join(folder, 'keys.db')]) {
    if (!isReadModelFile(file, other)) continue
    throw new EnginesRefused(
      'badSetting',
      `${other} would be taken for read models of ${file}: give one of them another name`,
    )
  }
}
