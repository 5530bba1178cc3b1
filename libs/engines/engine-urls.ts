/**
 * Which engines the URLs of the environment name, read once at start. Unset, they are the embedded ones, in
 * files of the data folder. An engine that this build does not carry is refused in one line, rather than
 * starting on something else than was meant.
 */
import { join, resolve } from 'node:path'
import { EnginesRefused } from '#kernel'
import { isClearFile } from './embedded/clear-files.js'
import { isReadModelFile } from './sqlite/generations/generations.js'

/** Plain values, so that they can be handed to a thread; paths are absolute. */
export interface EngineUrls {
  eventLog: SqliteUrl
  readStore: SqliteUrl | MongodbUrl
  /** Where keys, the access log and erasures stand. */
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
  const stored = textOf(readStore.name)
  const isMongodb = stored !== undefined && ofMongodb.test(stored)
  const urls: EngineUrls = {
    eventLog: urlOf(eventLog),
    readStore: isMongodb ? mongodbUrl(stored) : urlOf(readStore),
    folder: dataFolder,
  }
  requireReadModelsApart(urls)
  return urls
}

function mongodbUrl(url: string): MongodbUrl {
  const [, database] = withDatabase.exec(url) ?? []
  if (database === undefined) refuse(readStore.name, readStore.allowed)
  return { scheme: 'mongodb', url, database }
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
