/** What codes are called: a slice says it of those that are its own, for clients, which show words and send codes. */
import type { References } from '../references/reference.js'
import type { TextLanguage, Texts } from './languages.js'

export interface Vocabulary {
  /** What the codes are of; one word, or several with hyphens. */
  set: string
  /** By code. */
  words: Readonly<Record<string, Texts>>
  /** What the group itself calls a code; absent where it has no name of its own for it in the language. */
  named?(code: string, language: TextLanguage, references: References): string | undefined
}

/** What a code is called where these references hold; undefined for what is none of the codes. */
export const wordOf = (
  { words, named }: Vocabulary,
  code: string,
  { language, references }: { language: TextLanguage; references: References },
): string | undefined => named?.(code, language, references) ?? words[code]?.[language]

/** A code's words, in the order of the languages. */
type InEach = readonly [en: string, fi: string, sv: string, de: string, nb: string]

/** States words code by code: for long sets, which are read as a table. */
export const tableOfWords = (set: string, rows: Readonly<Record<string, InEach>>): Vocabulary => ({
  set,
  words: Object.fromEntries(
    Object.entries(rows).map(([code, [en, fi, sv, de, nb]]): [string, Texts] => [code, { en, fi, sv, de, nb }]),
  ),
})

type InOrder<V extends readonly string[]> = Readonly<Record<TextLanguage, { readonly [I in keyof V]: string }>>

/** States words in the order of the codes; a missing one does not compile. */
export const defineVocabulary = <const V extends readonly string[]>(
  set: string,
  codes: V,
  { en, fi, sv, de, nb }: InOrder<V>,
): Vocabulary => ({
  set,
  words: Object.fromEntries(
    codes.map((code, at) => [code, { en: en[at], fi: fi[at], sv: sv[at], de: de[at], nb: nb[at] } as Texts]),
  ),
})
