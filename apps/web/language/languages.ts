/** The languages that are spoken here. */
export const languages = ['en', 'fi', 'sv', 'de', 'nb'] as const
export type Language = (typeof languages)[number]

/** How each language calls itself. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  fi: 'Suomi',
  sv: 'Svenska',
  de: 'Deutsch',
  nb: 'Norsk',
}

/** The first of what somebody prefers that is spoken here. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const code = tag.slice(0, 2).toLowerCase()
    const found = languages.find((one) => one === (code === 'no' || code === 'nn' ? 'nb' : code))
    if (found) return found
  }
  return 'en'
}
