/** What codes are called: a slice says it of those that are its own, for clients, which show words and send codes. */
import type { TextLanguage, Texts } from './languages.js'

export interface Vocabulary {
  /** What the codes are of; one word, or several with hyphens. */
  set: string
  /** By code. */
  words: Readonly<Record<string, Texts>>
}

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
