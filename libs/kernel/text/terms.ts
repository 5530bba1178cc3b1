/**
 * What a text is found by, the one way in which whatever searches it splits and compares it: lists by words, the search
 * in plaintext, and folds of the past. Terms are stored: changing what this file computes needs a new format version of
 * every store that holds them.
 *
 * The terms of a word are itself in both spellings and, marked, what may be the later part of a compound. Writing
 * without spaces has no words: its terms are its pairs of signs.
 */
import { plainLetters, spelledLetters } from './letters.js'

/** Before a part of a compound, so that it is asked for only by enough letters. */
const partMark = '·'
/** A compound begins with at least so many letters, and its later part has at least so many. */
const shortestStart = 2
const shortestPart = 4
/** What is longer is no word of a language: of it the beginning is found, without its parts. */
const longestWord = 64
const longestCompound = 40

/** Scripts that do not part words by spaces, or, as Korean, join particles to them. */
const spaceless =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}'
const letter = '[\\p{L}\\p{N}\\p{M}]'
const run = new RegExp(`(?<spaceless>[[${spaceless}]&&${letter}]+)|[${letter}--[${spaceless}]]+`, 'gv')
const isOfLetters = /^[\p{L}\p{M}]+$/u

interface Run {
  text: string
  isSpaceless: boolean
}

const runsOf = (folded: string): Run[] =>
  [...folded.matchAll(run)].map(({ 0: text, groups }) => ({ text, isSpaceless: groups?.spaceless !== undefined }))

/** Each sign with the next; the last by itself. */
const pairsOf = (text: string): string[] => {
  const signs = [...text]
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ''))
}

function partsOf(word: string): string[] {
  if (word.length > longestCompound || !isOfLetters.test(word)) return []
  const letters = [...word]
  const starts = Math.max(0, letters.length - shortestPart - shortestStart + 1)
  return Array.from({ length: starts }, (_, at) => partMark + letters.slice(at + shortestStart).join(''))
}

const cut = (word: string): string => [...word.slice(0, 2 * longestWord)].slice(0, longestWord).join('')

/** Everything that a text is found by, each once: what is asked for is the beginning of one of them. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>()
  for (const folded of new Set([plainLetters(text), spelledLetters(text)]))
    for (const { text: found, isSpaceless } of runsOf(folded))
      for (const term of isSpaceless ? pairsOf(found) : [cut(found), ...partsOf(found)]) terms.add(term)
  return [...terms]
}

/** One word that is asked for: any of these begins a term. */
export type AskedWord = readonly string[]

/** The words of what a person asks for, which may all be unfinished; none where it has neither letter nor digit. */
export function askedWords(text: string): AskedWord[] {
  const spelled = runsOf(spelledLetters(text))
  const asked = runsOf(plainLetters(text)).flatMap(({ text: plain, isSpaceless }, at): AskedWord[] => {
    if (isSpaceless) return askedPairs(plain)
    const spellings = [...new Set([plain, spelled[at]?.text ?? plain])].map(cut)
    const parts = spellings.filter((word) => isOfLetters.test(word) && [...word].length >= shortestPart)
    return [[...spellings, ...parts.map((part) => partMark + part)]]
  })
  return [...new Map(asked.map((word) => [word.join(' '), word])).values()]
}

function askedPairs(text: string): AskedWord[] {
  const pairs = pairsOf(text)
  return (pairs.length > 1 ? pairs.slice(0, -1) : pairs).map((pair) => [pair])
}

/** Whether a text says all that is asked for; one without words is said by none. */
export function saysWords(text: string, asked: readonly AskedWord[]): boolean {
  if (asked.length === 0) return false
  const terms = termsOf(text)
  return asked.every((beginnings) => beginnings.some((each) => terms.some((term) => term.startsWith(each))))
}
