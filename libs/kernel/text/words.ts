/** The words of a text as they are compared: without case and accents, each once. Stored, like sort keys. */
import { plainLetters } from '../fields/plain-letters.js'
import { searchTokens } from './search-tokens.js'

/** Letters that do not fall into a letter and an accent, as people without them on their keyboard write them. */
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

export function wordsOf(text: string): string[] {
  const plain = plainLetters(text).replace(/[ßøæœđðłþı]/gu, (letter) => written[letter] ?? letter)
  return [...new Set(searchTokens(plain))]
}
