/**
 * What the full-text table of a searched text holds: the terms of the text and, marked, what searches are narrowed to,
 * parted by spaces. Its tokenizer parts at what is ASCII and neither letter nor digit, and leaves letters as they are.
 */
import { type AskedWord, termsOf } from '#kernel'

/** Stands in no term of a text. */
const narrowingMark = '¤'

/** What a row is found by. */
export function searchedTerms(text: string, narrowing?: unknown): string {
  const terms = termsOf(text)
  return (typeof narrowing === 'string' ? [...terms, narrowingTerm(narrowing)] : terms).join(' ')
}

/** Alike for values that differ in case and marks: conditions tell those apart. */
const narrowingTerm = (value: string): string => narrowingMark + value.replace(/[^a-z0-9\u0080-\uffff]/gi, '·')

/** The match of all words that are asked for. Quoted, words like AND or NEAR mean themselves. */
export function matchOf(asked: readonly AskedWord[], narrowing?: string): string {
  const words = asked.map((word) => `(${word.map((beginning) => `"${beginning}"*`).join(' OR ')})`)
  return [...(narrowing === undefined ? [] : [`"${narrowingTerm(narrowing)}"`]), ...words].join(' AND ')
}
