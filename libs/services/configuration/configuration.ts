/** Everything that is set from outside, read once at start: the settings, and which engines stand behind the ports. */
import { type EngineUrls, readEngineUrls } from '#engines'
import { readSettings, type Settings } from '#platform/config'
import { withFilesRead } from './secret-files.js'

export interface Configuration extends Settings {
  engines: EngineUrls
}

/** @throws SettingsError, EnginesRefused with one line */
export function readConfiguration(given: Record<string, string | undefined>): Configuration {
  const environment = withFilesRead(given)
  const settings = readSettings(environment)
  return { ...settings, engines: readEngineUrls(environment, settings) }
}
