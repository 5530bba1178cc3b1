/**
 * Which engines the URLs name. This build carries the embedded ones only, and says so in one line
 * where a server is asked for, rather than starting on something else than was meant.
 */
import type { SettingReader } from './setting-reader.js'

const scheme = 'sqlite:'

export interface EngineFiles {
  /** Path as written; absent: the file in the data folder. */
  eventLogFile: string | undefined
  readStoreFile: string | undefined
}

/** @throws SettingsError for a server's URL and for anything that is no URL of an engine */
export function readEngines(read: SettingReader): EngineFiles {
  if (read.text('KAFKA_BROKERS'))
    read.refuse('KAFKA_BROKERS', 'nothing: this build publishes to no stream', { isSecret: true })
  return {
    eventLogFile: readFileUrl(read, 'EVENT_LOG_URL', ['esdb:', 'esdb+discover:']),
    readStoreFile: readFileUrl(read, 'READ_STORE_URL', ['mongodb:', 'mongodb+srv:']),
  }
}

function readFileUrl(read: SettingReader, name: string, serverSchemes: string[]): string | undefined {
  const url = read.text(name)
  if (url === undefined) return undefined
  if (serverSchemes.some((server) => url.startsWith(server))) {
    read.refuse(name, 'sqlite:<file>: this build has only the embedded engine', { isSecret: true })
  }
  if (!url.startsWith(scheme) || url === scheme) read.refuse(name, 'sqlite:<file>', { isSecret: true })
  return url.slice(scheme.length)
}
