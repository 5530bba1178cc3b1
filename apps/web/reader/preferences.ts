/**
 * What this browser remembers of its reader: language, theme, and the unit looked at; and of the member who read here
 * last, what must be known before it is known who reads. Nothing of customers.
 */
import { type Language, languageOf, languages } from '../language/languages.js'
import { allRooms, type Room } from './rights.js'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

export interface Preferences {
  /** The member's own when absent. */
  language?: Language
  theme: Theme
  /** Selling unit that lists and boards show; the whole group when absent. */
  unit?: string
  last?: LastReader
}

/** The member who read here last: what is asked before it is known who reads is asked as theirs. */
export interface LastReader {
  language: Language
  /** Absent once they have signed out: whoever comes next may be somebody else. */
  rooms?: readonly Room[]
}

const storedAs = 'kumppani'
const isLanguage = (value: unknown): value is Language => languages.some((one) => one === value)
const listeners = new Set<() => void>()
let current = stored()

function stored(): Preferences {
  const { language, theme, unit, last } = kept()
  return {
    ...(isLanguage(language) && { language }),
    theme: themes.find((one) => one === theme) ?? 'system',
    ...(typeof unit === 'string' && { unit }),
    ...(isLanguage(last?.language) && {
      last: {
        language: last.language,
        ...(last.rooms && { rooms: allRooms.filter((one) => last.rooms?.includes(one)) }),
      },
    }),
  }
}

/** As it was written, by whatever version. */
function kept(): { [name in keyof Preferences]?: unknown } & { last?: Partial<LastReader> } {
  try {
    return JSON.parse(localStorage.getItem(storedAs) ?? '{}')
  } catch {
    // What cannot be read is not remembered.
    return {}
  }
}

export const preferences = (): Preferences => current

const wholeGroup = 'group'

/**
 * The unit that is looked at; the whole group when absent.
 * @param asked of the address; `group` for all of them, whatever the reader prefers
 */
export const unitLookedAt = (asked: string | undefined, { unit }: Preferences): string | undefined =>
  asked === wholeGroup ? undefined : (asked ?? unit)

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  localStorage.setItem(storedAs, JSON.stringify(current))
  for (const listener of listeners) listener()
}

export function onPreferred(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** In which language the reader will read, as far as can be told before it is known who reads. */
export const languageExpected = (): Language =>
  current.language ?? current.last?.language ?? languageOf(navigator.languages)

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
