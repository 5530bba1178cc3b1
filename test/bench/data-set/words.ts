/** Made-up words for names and notes: a vocabulary large enough for an honest text index, the same on every machine. */
import { type Random, seededRandom } from '#demo/random.js'

const syllables = ['ka', 'lo', 'ri', 'ten', 'mu', 'sa', 'vel', 'no', 'pi', 'ster', 'ha', 'jo', 'men', 'tu', 'la', 'bre']
const endings = ['Oy', 'AB', 'AS', 'GmbH', 'Ltd']
const vocabularySize = 6000
const noteLength = 200

const vocabulary = makeVocabulary()

function makeVocabulary(): string[] {
  const random = seededRandom(7)
  const word = () => Array.from({ length: random.int(2, 4) }, () => random.pick(syllables)).join('')
  return Array.from({ length: vocabularySize }, word)
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Common words come often, most come rarely. */
const anyWord = (random: Random): string => vocabulary[Math.floor(vocabularySize * random.next() ** 3)] as string

export const companyName = (random: Random): string =>
  `${capitalised(random.pick(vocabulary))} ${capitalised(random.pick(vocabulary))} ${random.pick(endings)}`

/** A text of exactly 200 characters. */
export function noteOf(random: Random): string {
  let text = ''
  while (text.length < noteLength) text += `${anyWord(random)} `
  return `${text.slice(0, noteLength - 1)}.`
}

/** Words that occur, from common to rare: what a search may ask for. */
export const someWords = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => vocabulary[Math.floor((at * vocabularySize) / (4 * count))] as string)
