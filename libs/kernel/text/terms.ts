/**
 * What a text is found by, the one way in which whatever searches it splits and compares it: lists by words, the search
 * in plaintext, and folds of the past. Terms are stored: changing what this file computes needs a new format version of
 * every store that holds them.
 *
 * The terms of a word are itself in both spellings and, marked, what may be the later part of a compound. Writing
 * without spaces has no words: its terms are its pairs of signs. A telephone number is one term beside its digits.
 */
import { isAscii, plainLetters, spelledLetters } from './letters.js'
import { numberAsked, phoneDigitsIn } from './phone-numbers.js'

/** Before a part of a compound, so that it is asked for only by enough letters. */
const partMark = '·'
/** Before the digits of a telephone number. */
const numberMark = '☎'
/** A compound begins with at least so many letters, and its later part has at least so many. */
const shortestStart = 2
const shortestPart = 4
/** What is longer is no word of a language: of it the beginning is found, without its parts. */
const longestWord = 64
const longestCompound = 40

const word = /[\p{L}\p{N}\p{M}]+/gu
const asciiWord = /[a-z0-9]+/g
const isOfLetters = (text: string): boolean => /^[a-z]+$/.test(text) || /^[\p{L}\p{M}]+$/u.test(text)

/** Scripts that do not part words by spaces, or, as Korean, join particles to them; the first of their signs is Thai. */
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu
const firstSpaceless = 0x0e00

interface Run {
  text: string
  isSpaceless: boolean
}

/** What stands between spaces and marks; where a script changes from or to one without spaces, there as well. */
function runsOf(folded: string): Run[] {
  const words = folded.match(isAscii(folded) ? asciiWord : word) ?? []
  return words.flatMap((text): Run[] => (mayBeSpaceless(text) ? partedByScript(text) : [{ text, isSpaceless: false }]))
}

function mayBeSpaceless(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= firstSpaceless) return true
  return false
}

function partedByScript(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  const upTo = (start: number) => {
    if (start > end) runs.push({ text: text.slice(end, start), isSpaceless: false })
  }
  for (const { 0: found, index } of text.matchAll(spaceless)) {
    upTo(index)
    runs.push({ text: found, isSpaceless: true })
    end = index + found.length
  }
  upTo(text.length)
  return runs
}

/** Letters and signs, also where they take two units. */
const signsOf = (text: string): readonly string[] | string => (/[\ud800-\udfff]/.test(text) ? [...text] : text)

const joined = (signs: readonly string[] | string, from: number, to?: number): string =>
  typeof signs === 'string' ? signs.slice(from, to) : signs.slice(from, to).join('')

/** Each sign with the next; the last by itself. */
function pairsOf(text: string): string[] {
  const signs = signsOf(text)
  return Array.from(signs, (_, at) => joined(signs, at, at + 2))
}

function addWord(found: string, terms: Set<string>): void {
  const signs = signsOf(found)
  terms.add(joined(signs, 0, longestWord))
  if (signs.length < shortestStart + shortestPart || signs.length > longestCompound || !isOfLetters(found)) return
  for (let at = shortestStart; at <= signs.length - shortestPart; at++) terms.add(partMark + joined(signs, at))
}

/** Everything that a text is found by, each once: what is asked for is the beginning of one of them. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>()
  for (const folded of spellingsOf(text))
    for (const { text: found, isSpaceless } of runsOf(folded)) {
      if (isSpaceless) for (const pair of pairsOf(found)) terms.add(pair)
      else addWord(found, terms)
    }
  for (const digits of phoneDigitsIn(text)) terms.add(numberMark + digits)
  return [...terms]
}

function spellingsOf(text: string): string[] {
  const plain = plainLetters(text)
  if (isAscii(text)) return [plain]
  const spelled = spelledLetters(text)
  return spelled === plain ? [plain] : [plain, spelled]
}

/** One word that is asked for: any of these begins a term. */
export type AskedWord = readonly string[]

/** The words of what a person asks for, which may all be unfinished; none where it has neither letter nor digit. */
export function askedWords(text: string): AskedWord[] {
  const number = numberAsked(text)
  const words = wordsAsked(text)
  // One run of digits may be something else as well, as the number of an order.
  const [only, ...others] = words
  if (number === undefined) return words
  return [[numberMark + number, ...(others.length === 0 ? (only ?? []) : [])]]
}

function wordsAsked(text: string): AskedWord[] {
  const spelled = runsOf(spelledLetters(text))
  const asked = runsOf(plainLetters(text)).flatMap(({ text: plain, isSpaceless }, at): AskedWord[] => {
    if (isSpaceless) return askedPairs(plain)
    const spellings = [...new Set([plain, spelled[at]?.text ?? plain])].map((one) =>
      joined(signsOf(one), 0, longestWord),
    )
    // Letters count as they were typed: "öä" is too short for a part, though spelt out it is "oeae".
    const mayBePart = signsOf(plain).length >= shortestPart
    const parts = mayBePart ? spellings.filter(isOfLetters) : []
    return [[...spellings, ...parts.map((part) => partMark + part)]]
  })
  return [...new Map(asked.map((one) => [one.join(' '), one])).values()]
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
