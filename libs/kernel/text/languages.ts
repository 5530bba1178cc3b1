/** The languages in which the program speaks: of its user interface and of the texts that it makes. */
export const languages = ['en', 'fi', 'sv', 'de', 'nb'] as const
export type TextLanguage = (typeof languages)[number]
/** One text in every language; a missing one does not compile. */
export type Texts = Readonly<Record<TextLanguage, string>>

/** The first of the languages that we speak; English when none is. */
export function spoken(...wanted: (string | undefined)[]): TextLanguage {
  const found = wanted.map((code) => (code === 'no' ? 'nb' : code)).find((code) => languages.includes(code as never))
  return (found as TextLanguage | undefined) ?? 'en'
}
