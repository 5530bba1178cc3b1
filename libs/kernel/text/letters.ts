/** Letters as they are compared when people type them from memory: without case, accents and ligatures, in two spellings. */

/** Letters that do not fall into a letter and an accent, as people without them on their keyboard write them. */
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŋ: 'n',
  ł: 'l',
  þ: 'th',
  ŧ: 't',
  ı: 'i',
  // The end of a Greek word has a letter of its own.
  ς: 'σ',
}
const others = new RegExp(`[${Object.keys(written).join('')}]`, 'gu')

/** What German, Danish and Norwegian spell out where a keyboard lacks the letter. */
const spelledOut: readonly [RegExp, string][] = [
  [/([aou])\u0308/gu, '$1e'],
  [/a\u030a/gu, 'aa'],
  [/ø/gu, 'oe'],
]

/**
 * Accents and points of scripts that are read without them, and what joins or parts letters unseen. The voicing of
 * Japanese syllables makes other letters of them, as the vowels of Indian scripts do.
 */
const accents = /(?![\u3099\u309a])\p{Script=Inherited}|(?=\p{M})\p{Script=Hebrew}|\p{Cf}/gu

const apart = (text: string): string => text.toWellFormed().normalize('NFKD').toLowerCase()
const bare = (text: string): string =>
  text
    .replace(accents, '')
    .replace(others, (letter) => written[letter] ?? letter)
    .normalize('NFC')

/** `Häusler` as `hausler`, `Sørlandet` as `sorlandet`. */
export const plainLetters = (text: string): string => (isAscii(text) ? text.toLowerCase() : bare(apart(text)))

/** `Häusler` as `haeusler`, `Sørlandet` as `soerlandet`; other letters as they are plain. */
export const spelledLetters = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : bare(spelledOut.reduce((known, [letter, spelled]) => known.replace(letter, spelled), apart(text)))

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false
  return true
}
