/** Input that does not fit its description: every wrong place with a code and a sentence. */

export interface InputProblem {
  /** Dot path of the field; '' for the whole. */
  path: string
  code: string
  /** What the limit or the allowed values are, where there is one. */
  limit?: string
}

const sentences: Record<string, (limit: string) => string> = {
  required: () => 'is missing',
  null: () => 'is null; leave the field out instead',
  'unknown-field': () => 'is not a field of this request',
  'not-an-object': () => 'is not an object with fields',
  'not-a-list': () => 'is not a list',
  'not-a-text': () => 'is not a text',
  'not-a-flag': () => 'is neither true nor false',
  'not-an-integer': () => 'is not a whole number',
  'too-small': (limit) => `is below ${limit}`,
  'too-large': (limit) => `is above ${limit}`,
  'too-long': (limit) => `is longer than ${limit} characters`,
  'too-many': (limit) => `has more than ${limit} items`,
  repeated: () => 'names the same thing twice',
  'not-a-choice': (limit) => `is none of: ${limit}`,
  'not-known': () => 'names what is not there',
  'k-writing': () => 'is blank, longer than 64 kB, or holds control or direction-changing characters',
  'k-label': () => 'is blank, spans several lines, or holds control or direction-changing characters',
  'k-id': () => 'is not an id: 1–64 lower-case letters, digits, dots and hyphens',
  'k-key': () => 'is not the id of a key: 1–64 letters, digits, hyphens and underscores',
  'k-partition': () =>
    'is not the key of a customer, a contact, a touchpoint or an import, like customer:c7k2m9q4x1z8w3v5',
  'k-code': () => 'is not a code: 1–64 letters, digits, spaces, dots, slashes, hyphens and underscores',
  'k-instant': () => 'is not a moment with its zone like 2026-03-01T09:30:00Z between 1900 and 2100',
  'k-moment': () =>
    'is neither a day like 2026-03-01 nor a moment with its zone like 2026-03-01T09:30:00Z between 1900 and 2100',
  'k-known': () =>
    'is neither a day like 2026-03-01, nor a moment with its zone like 2026-03-01T09:30:00Z, nor a position that an answer gave',
  'k-day': () => 'is not a day like 2026-03-01 between 1900 and 2100',
  'k-month': () => 'is not a month like 2026-03 between 1900 and 2100',
  'k-currency': () => 'is not a currency code like EUR',
  'k-country': () => 'is not a country code like FI',
  'k-language': () => 'is not a language code like fi',
  'k-decimal': () => 'is not a decimal number like 0.0912',
  'k-mail': () => 'is not a mail address',
  'k-zone': () => 'is not a time zone like Europe/Helsinki',
  'k-phone': () => 'is not a phone number',
  'filter-syntax': (limit) =>
    `is no filter like "sector eq marine and (country in (FI, SE) or employees ge 50)": ${limit}`,
  'ahead-of-now': () => 'lies ahead of us; ask about today at the latest',
  'beyond-head': () => 'is a position that this log has not reached',
  'no-such-position': () => 'is no position that this log has given; take one from an answer or an event',
}

/** Every code of a problem with what it says of a field, `…` for its limit. */
export const inputProblems = (): (readonly [code: string, sentence: string])[] =>
  Object.entries(sentences).map(([code, say]) => [code, say('…')] as const)

/** A sentence about one problem, without the value itself: that may be personal. */
export function sentenceOf({ path, code, limit }: InputProblem): string {
  const say = sentences[code]
  return `${path || 'the body'} ${say ? say(limit ?? '') : 'is not valid'}`
}

/** So many wrong places are told, however many there are: whoever mends those sees the next. */
export const mostProblemsTold = 20
/** Of the path of each, in characters: names that are no fields are as long as their sender likes. */
const mostOfPath = 200

export class InvalidInput extends Error {
  /** The first of them. */
  readonly problems: readonly InputProblem[]

  constructor(problems: readonly InputProblem[]) {
    const told = problems.slice(0, mostProblemsTold).map((one) => ({ ...one, path: one.path.slice(0, mostOfPath) }))
    super(told.map(sentenceOf).join('; '))
    this.problems = told
    this.name = 'InvalidInput'
  }
}
