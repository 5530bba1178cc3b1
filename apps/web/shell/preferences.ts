/** What this browser remembers of its reader: language, theme, and the unit looked at. Nothing of customers. */
import { useSyncExternalStore } from 'react'
import { type Language, languageOf, languages } from '../language/texts.js'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

export interface Preferences {
  /** The member's own when absent. */
  language?: Language
  /** That of the member who read here last: what is asked before it is known who reads is asked in it. */
  own?: Language
  theme: Theme
  /** Selling unit that lists and boards show; the whole group when absent. */
  unit?: string
}

const storedAs = 'kumppani'
const listeners = new Set<() => void>()
let current = stored()

function stored(): Preferences {
  try {
    const { language, own, theme, unit } = JSON.parse(localStorage.getItem(storedAs) ?? '{}') as Partial<Preferences>
    return {
      ...(languages.some((one) => one === language) && { language }),
      ...(languages.some((one) => one === own) && { own }),
      theme: themes.find((one) => one === theme) ?? 'system',
      ...(typeof unit === 'string' && { unit }),
    }
  } catch {
    // What cannot be read is not remembered.
    return { theme: 'system' }
  }
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  localStorage.setItem(storedAs, JSON.stringify(current))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)

/** In which language the reader will read, as far as can be told before it is known who reads. */
export const languageExpected = (): Language => current.language ?? current.own ?? languageOf(navigator.languages)

/** What lists ask for before anything is shown. */
export const unitPreferred = (): string | undefined => current.unit

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** Sets the theme of the page, and follows the system where that is preferred. */
export function followTheme(): void {
  const show = () => {
    const isDark = current.theme === 'dark' || (current.theme === 'system' && prefersDark.matches)
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }
  show()
  listeners.add(show)
  prefersDark.addEventListener('change', show)
}
