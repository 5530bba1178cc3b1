/**
 * Collation keys in plain code, because engines compare text byte by byte and Intl.Collator gives
 * no keys. Compared as UTF-8 they order text as people of the locale expect.
 *
 * A key is up to three levels: letters without case and accents; accents; capitals. The later levels
 * only break ties of the earlier. Keys are stored: changing what this file computes needs a new
 * format version of every store that holds them.
 */
import { type Alphabet, alphabets, rootAlphabet } from './alphabets.js'
import { isAscii } from './letters.js'

/** One letter's part of each level. */
interface Weight {
  first: string
  accent: string
  capital: string
}

const levelEnd = '\u0001'
const afterLevelEnd = '\u0002'
const afterEverything = '\u{10FFFF}'
const plain = '-'
/** Spaces and marks, in the order of CLDR, come before digits and letters: at U+000E and up. */
const marks = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$'
const firstMark = 0x0e
const otherMark = '/'
/** Acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot; the rest after them. */
const accentOrder = '\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307'
const firstLetter = 0x41

class Collation {
  readonly #weights = new Map<string, Weight>()
  readonly #letters: Map<string, string>
  readonly #units: RegExp | undefined

  constructor(readonly alphabet: Alphabet) {
    this.#letters = new Map([...alphabet.letters].map((letter, at) => [letter, String.fromCharCode(firstLetter + at)]))
    const pairs = Object.keys(alphabet.alike).filter((letters) => letters.length > 1)
    const written = pairs.flatMap((pair) => [pair, pair.slice(0, 1).toUpperCase() + pair.slice(1), pair.toUpperCase()])
    this.#units = pairs.length ? new RegExp(`${written.join('|')}|.`, 'gsu') : undefined
  }

  firstLevel(text: string): string {
    let first = ''
    for (const unit of this.#split(text)) first += this.#weight(unit).first
    return first
  }

  key(text: string): string {
    let first = ''
    let accents = ''
    let capitals = ''
    let length = 0
    for (const unit of this.#split(text)) {
      const weight = this.#weight(unit)
      first += weight.first
      if (weight.accent !== plain) accents = accents.padEnd(length, plain) + weight.accent
      if (weight.capital !== plain) capitals = capitals.padEnd(length, plain) + weight.capital
      length++
    }
    return first + levelEnd + accents + (capitals ? levelEnd + capitals : '')
  }

  #split(text: string): Iterable<string> {
    const composed = isAscii(text) ? text : text.toWellFormed().normalize('NFC')
    return this.#units ? (composed.match(this.#units) ?? []) : composed
  }

  #weight(unit: string): Weight {
    const known = this.#weights.get(unit)
    if (known) return known
    const weight = this.#weigh(unit)
    this.#weights.set(unit, weight)
    return weight
  }

  #weigh(unit: string): Weight {
    const lower = unit.toLowerCase()
    const capital = lower === unit ? plain : 'U'
    const letter = this.#letters.get(lower)
    if (letter) return { first: letter, accent: plain, capital }
    const alike = this.alphabet.alike[lower]
    if (alike) return { first: this.firstLevel(alike), accent: lower, capital }
    const [start = '', ...accents] = lower.normalize('NFD')
    if (accents.length) return { first: this.firstLevel(start), accent: accents.map(weighAccent).join(''), capital }
    return { ...weighMark(lower), capital }
  }
}

function weighMark(char: string): { first: string; accent: string } {
  const at = marks.indexOf(/\s/u.test(char) ? ' ' : char)
  if (at >= 0) return { first: String.fromCharCode(firstMark + at), accent: plain }
  if (/\p{M}/u.test(char)) return { first: '', accent: weighAccent(char) }
  if (/\p{C}/u.test(char)) return { first: '', accent: plain }
  if (/[\p{P}\p{S}]/u.test(char)) return { first: otherMark + char, accent: plain }
  return { first: char, accent: plain }
}

function weighAccent(accent: string): string {
  const at = accentOrder.indexOf(accent)
  return at < 0 ? accent : String.fromCharCode(firstLetter + at)
}

const collations = new Map<string, Collation>()
function collation(locale: string): Collation {
  let found = collations.get(locale)
  if (!found) {
    found = new Collation(alphabets[new Intl.Locale(locale).language] ?? rootAlphabet)
    collations.set(locale, found)
  }
  return found
}

/** Locales whose alphabets members read by; the first of each alphabet stands for it. */
const readers = ['fi', 'nb', 'en'] as const
const alphabetOf = (locale: string): Alphabet => collation(locale).alphabet

/** The locales that stand for the alphabets of readers that are not a store's own. */
export const otherAlphabets = (own: string): string[] =>
  readers.filter((locale) => alphabetOf(locale) !== alphabetOf(own))

/** Which of the other alphabets a reader's is; undefined where it is the store's own, or none that is kept. */
export const otherAlphabet = (reader: string | undefined, own: string): string | undefined =>
  reader === undefined ? undefined : otherAlphabets(own).find((locale) => alphabetOf(locale) === alphabetOf(reader))

/** The key to sort `text` by in the locale (BCP 47). */
export function sortKey(text: string, locale: string): string {
  return collation(locale).key(text)
}

/** Keys from `from` up to but not including `below`. */
export interface KeyRange {
  from: string
  below: string
}

/** The keys of all texts that equal this one but for case and accents. */
export function sameText(text: string, locale: string): KeyRange {
  const first = collation(locale).firstLevel(text)
  return { from: first + levelEnd, below: first + afterLevelEnd }
}

/** The keys of all texts that begin with this one, but for case and accents. */
export function beginningWith(text: string, locale: string): KeyRange {
  const first = collation(locale).firstLevel(text)
  return { from: first, below: first + afterEverything }
}
