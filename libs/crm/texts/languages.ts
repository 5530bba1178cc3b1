/** The languages that texts are written in. */
/** Languages of the user interface and of generated texts. */
export const languages = ['en', 'fi', 'sv', 'de', 'nb'] as const
export type TextLanguage = (typeof languages)[number]
/** One text in every language; a missing one does not compile. */
export type Texts = Readonly<Record<TextLanguage, string>>
