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
  readStore: SqliteUrl
  /** Where keys, the access log and erasures stand. */
  folder: string
}

export interface SqliteUrl {
  scheme: 'sqlite'
  file: string
}

interface Setting {
  name: string
  /** File in the data folder, where nothing is set. */
  file: string
  /** Schemes of engines that this build does not carry. */
  servers: readonly string[]
}

const eventLog: Setting = { name: 'EVENT_LOG_URL', file: 'log.db', servers: ['esdb:', 'esdb+discover:'] }
const readStore: Setting = { name: 'READ_STORE_URL', file: 'read.db', servers: ['mongodb:', 'mongodb+srv:'] }
const scheme = 'sqlite:'

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
  const urls = { eventLog: urlOf(eventLog), readStore: urlOf(readStore), folder: dataFolder }
  requireReadModelsApart(urls)
  return urls
}

function fileIn(url: string, { name, servers }: Setting): string {
  if (servers.some((server) => url.startsWith(server)))
    refuse(name, 'sqlite:<file>: this build has only the embedded engine')
  if (!url.startsWith(scheme) || url === scheme) refuse(name, 'sqlite:<file>')
  return url.slice(scheme.length)
}

/** The value stays out of the line: URLs may carry passwords. */
function refuse(name: string, allowed: string): never {
  throw new EnginesRefused('badSetting', `${name} cannot be used; allowed: ${allowed}`)
}

/** Read models and plaintext are removed and derived anew by their files' names, so nothing else may be called like them. */
function requireReadModelsApart({ eventLog, readStore, folder }: EngineUrls): void {
  if (isReadModelFile(readStore.file, join(folder, 'clear-0001.db')) || isClearFile(folder, eventLog.file))
    throw new EnginesRefused('badSetting', `files in ${folder} named clear-… hold plaintext: give others another name`)
  for (const file of [eventLog.file, join(folder, 'keys.db')]) {
    if (!isReadModelFile(readStore.file, file)) continue
    throw new EnginesRefused(
      'badSetting',
      `${file} would be taken for read models of ${readStore.file}: give one of them another name`,
    )
  }
}
