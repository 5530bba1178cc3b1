/** What any read may say beside the query's own parameters: the moment asked about, what to wait for, and why. */

import {
  fieldsOf,
  hasPast,
  type InputCode,
  type InputProblem,
  InvalidInput,
  isDay,
  isInstant,
  isWriting,
  type Position,
  parsedPosition,
  type Query,
  refuse,
} from '#kernel'
import type { AskedMoment } from '#queries'
import type { QueryString } from './query-values.js'

export const readingNames = ['asOf', 'knownAt', 'after', 'reason', 'words'] as const
/** A query that speaks in one language alone may have its own parameter for it. */
const allNames = [...readingNames, 'language'] as const
type Named = (typeof allNames)[number]
/** Names that no query may use for its own parameters. */
export const reservedNames = [...readingNames, 'format', 'columns'] as const

export interface ParsedQuery {
  /** The query's own parameters. */
  rest: QueryString
  moment?: AskedMoment
  /** Position that the answer must include. */
  after?: Position
  reason?: string
  /** As a person reads it. */
  inWords?: true
}

const maxReason = 500
const isPosition = (text: string): boolean => parsedPosition(text) !== undefined

const checks: Readonly<Record<Named, { fits: (text: string) => boolean; code: InputCode }>> = {
  asOf: { fits: (text) => isInstant(text) || isDay(text), code: 'k-moment' },
  knownAt: { fits: (text) => isInstant(text) || isDay(text) || isPosition(text), code: 'k-known' },
  after: { fits: isPosition, code: 'not-an-integer' },
  words: { fits: (text) => text === 'true' || text === 'false', code: 'not-a-flag' },
  language: { fits: (text) => /^[a-z]{2}$/.test(text), code: 'k-language' },
  reason: { fits: (text) => isWriting(text) && text.length <= maxReason, code: 'k-writing' },
}

/**
 * Parts a query string.
 * @throws InvalidInput when a reserved parameter does not fit; DomainError `no-past` where only the present is shown
 */
export function parsedQueryOf(query: QueryString, page: Pick<Query, 'past' | 'query'>): ParsedQuery {
  const { asOf, knownAt, after, reason, words, language, ...own } = query
  const isOwn = fieldsOf(page.query).some(({ name }) => name === 'language')
  const texts = requireFit({ asOf, knownAt, after, reason, words, ...(!isOwn && { language }) })
  const rest = isOwn && language !== undefined ? { ...own, language } : own
  const isPast = texts.asOf !== undefined || texts.knownAt !== undefined
  if (isPast && !hasPast(page)) refuse('no-past')
  return {
    rest,
    ...(isPast && {
      moment: { ...(texts.asOf && { asOf: texts.asOf }), ...(texts.knownAt && { knownAt: texts.knownAt }) },
    }),
    ...(texts.after !== undefined && { after: parsedPosition(texts.after) }),
    ...(texts.reason !== undefined && { reason: texts.reason }),
    ...(texts.words === 'true' && { inWords: true }),
  }
}

/** Whether an answer is asked for as a person reads it. @throws InvalidInput */
export const isAskedInWords = ({ words }: QueryString): boolean => requireFit({ words }).words === 'true'

/** In an address `+` means a space, unless it is written `%2B`: between a time and an offset it is no other sign. */
const withOffset = <T>(value: T): T | string =>
  typeof value === 'string' ? value.replace(/(?<=T[\d:.]+) (?=\d\d:\d\d$)/, '+') : value

function requireFit(given: QueryString): Readonly<Partial<Record<Named, string>>> {
  const texts: Partial<Record<Named, string>> = {}
  const problems: InputProblem[] = []
  for (const name of allNames) {
    const value = withOffset(given[name])
    if (value === undefined) continue
    if (typeof value === 'string' && checks[name].fits(value)) texts[name] = value
    else problems.push({ path: name, code: checks[name].code })
  }
  if (problems.length > 0) throw new InvalidInput(problems)
  return texts
}
