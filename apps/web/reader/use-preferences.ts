/** What this browser remembers of its reader, as it changes. */
import { useSyncExternalStore } from 'react'
import { onPreferred, type Preferences, preferences } from './preferences.js'

export const usePreferences = (): Preferences => useSyncExternalStore(onPreferred, preferences)
