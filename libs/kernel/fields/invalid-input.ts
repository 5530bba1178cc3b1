/** Input that does not fit its description: every wrong place with a code, and a sentence in the language of whoever reads it. */

import { type InputCode, inputTexts } from '../text/input/input-texts.js'
import type { TextLanguage, Texts } from '../text/languages.js'
import { requirePlaces, type Sentence, say, withoutPlaces } from '../text/sentence.js'

export { type InputCode, inputTexts } from '../text/input/input-texts.js'

export interface InputProblem {
  /** Dot path of the field; '' for the whole. */
  path: string
  code: InputCode
  /** What the limit or the allowed values are, or why it does not fit, where there is such a thing. */
  limit?: string | Sentence
}

for (const [code, texts] of Object.entries(inputTexts)) requirePlaces(texts, code)

/** Every code of a problem with what it says of a field, `…` for its limit. */
export const inputProblems = (): (readonly [code: string, texts: Texts])[] =>
  Object.entries(inputTexts).map(([code, texts]) => {
    const said = Object.entries(texts).map(([language, text]) => [language, withoutPlaces(text)])
    return [code, Object.fromEntries(said) as Texts] as const
  })

const body: Texts = { en: 'the body', fi: 'sisältö', sv: 'innehållet', de: 'der Inhalt', nb: 'innholdet' }

const ofPlace: Texts = { en: '{at} {is}', fi: '{at} {is}', sv: '{at} {is}', de: '{at} {is}', nb: '{at} {is}' }

/** A sentence about one problem, without the value itself: that may be personal. */
export const problemSentence = ({ path, code, limit }: InputProblem): Sentence => ({
  texts: ofPlace,
  values: { at: path || { texts: body }, is: { texts: inputTexts[code], values: { limit } } },
})

export const sentenceOf = (problem: InputProblem, language: TextLanguage): string =>
  say(problemSentence(problem), language)

/** So many wrong places are told, however many there are: whoever mends those sees the next. */
export const mostProblemsTold = 20
/** Of the path of each, in characters: names that are no fields are as long as their sender likes. */
const mostOfPath = 200

export class InvalidInput extends Error {
  /** The first of them. */
  readonly problems: readonly InputProblem[]

  constructor(problems: readonly InputProblem[]) {
    const told = problems.slice(0, mostProblemsTold).map((one) => ({ ...one, path: one.path.slice(0, mostOfPath) }))
    super(told.map((one) => sentenceOf(one, 'en')).join('; '))
    this.problems = told
    this.name = 'InvalidInput'
  }
}

/** A problem as the message of a rule of class-validator, which knows nothing but messages. */
export const ruleMessage = (code: InputCode, limit?: string | number): string =>
  limit === undefined ? code : `${code}:${limit}`

/** The problem that such a message says of a field. */
export function ofRuleMessage(path: string, message: string): InputProblem {
  const at = message.indexOf(':')
  const code = at < 0 ? message : message.slice(0, at)
  if (!Object.hasOwn(inputTexts, code)) return { path, code: 'not-an-object' }
  return { path, code: code as InputCode, ...(at >= 0 && { limit: message.slice(at + 1) }) }
}
