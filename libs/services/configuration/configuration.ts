/** Everything that is set from outside, read once at start: the settings, and which engines stand behind the ports. */
import { type EngineUrls, readEngineUrls } from '#engines'
import { readSettings, type Settings } from '#platform/config'

export interface Configuration extends Settings {
  engines: EngineUrls
}

/** @throws SettingsError, EnginesRefused with one line */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const settings = readSettings(environment)
  return { ...settings, engines: readEngineUrls(environment, settings) }
}
