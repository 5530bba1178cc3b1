/** Filters as people put them together: any of some groups, all of the conditions in each; as the API's grammar writes them. */

export type Operator = 'eq' | 'ne' | 'ge' | 'le' | 'starts' | 'has' | 'empty' | 'filled'

export interface Condition {
  field: string
  operator: Operator
  /** Nothing where the operator needs none. */
  value: string
}

/** Any of the groups, each all of its conditions. */
export type Filter = readonly (readonly Condition[])[]

const needsNoValue = (operator: Operator): boolean => operator === 'empty' || operator === 'filled'

/** Whether a condition says enough to be asked. */
export const isWhole = ({ field, operator, value }: Condition): boolean =>
  field !== '' && (needsNoValue(operator) || value.trim() !== '')

/** What can be asked of a field. */
export interface Offered {
  id: string
  operators: readonly Operator[]
}

/** Whether each condition is of a field, and by an operator, that is offered. */
export const isOffered = (filter: Filter, fields: readonly Offered[]): boolean =>
  filter
    .flat()
    .every(({ field, operator }) => fields.some(({ id, operators }) => id === field && operators.includes(operator)))

const bare = /^[\p{L}\p{N}][\p{L}\p{N}.:_-]*$/u
const keywords = new Set(['and', 'or', 'not', 'is', 'in', 'empty'])

/** A value as the grammar writes it. */
export const quoted = (value: string): string =>
  bare.test(value) && !keywords.has(value) ? value : `'${value.replaceAll("'", "''")}'`

function conditionText({ field, operator, value }: Condition): string {
  if (operator === 'empty') return `${field} is empty`
  if (operator === 'filled') return `not ${field} is empty`
  return `${field} ${operator} ${quoted(value.trim())}`
}

/** The condition of what one unit has; none of the whole group. */
export const ofUnit = (unit: string | undefined): string | undefined => unit && `unit eq ${quoted(unit)}`

/** In the grammar of the lists; what says too little is left out. */
export function filterText(filter: Filter): string {
  const groups = filter.map((group) => group.filter(isWhole)).filter(({ length }) => length > 0)
  const texts = groups.map((group) => group.map(conditionText).join(' and '))
  return texts.length < 2 ? (texts[0] ?? '') : texts.map((text) => `(${text})`).join(' or ')
}

/** Whether its brackets and quotes close, and close none that another opened. */
function isClosed(text: string): boolean {
  let depth = 0
  for (const [mark] of text.replaceAll(/'[^']*'/g, '').matchAll(/[()']/g)) {
    if (mark === "'") return false
    depth += mark === '(' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/**
 * All of the filters, those that say nothing left out. One whose brackets or quotes do not close is alone, so that it
 * is refused for what it is, and widens no other.
 */
export function allOf(...filters: readonly (string | undefined | false)[]): string | undefined {
  const said = filters.filter((filter) => typeof filter === 'string').filter((filter) => filter.trim() !== '')
  const unclosed = said.find((filter) => !isClosed(filter))
  if (unclosed !== undefined || said.length < 2) return unclosed ?? said[0]
  return said.map((filter) => `(${filter})`).join(' and ')
}

const token = /\s*(?:'((?:[^']|'')*)'|([()])|([^\s()']+))/y

interface Word {
  text: string
  isQuoted: boolean
}

function wordsOf(text: string): Word[] | undefined {
  const words: Word[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text)
    if (!match) return undefined
    const [, inQuotes, bracket, word] = match
    words.push({ text: inQuotes?.replaceAll("''", "'") ?? bracket ?? word ?? '', isQuoted: inQuotes !== undefined })
  }
  return words
}

const compared = new Set<string>(['eq', 'ne', 'ge', 'le', 'starts', 'has'])

class Reader {
  private at = 0

  constructor(private readonly words: readonly Word[]) {}

  takes(text: string): boolean {
    const word = this.words[this.at]
    const isThere = word !== undefined && !word.isQuoted && word.text === text
    if (isThere) this.at++
    return isThere
  }

  next(): Word | undefined {
    return this.words[this.at++]
  }

  get isDone(): boolean {
    return this.at >= this.words.length
  }
}

function conditionIn(words: Reader): Condition | undefined {
  const isNot = words.takes('not')
  const field = words.next()
  if (!field || field.isQuoted) return undefined
  if (words.takes('is')) {
    if (!words.takes('empty')) return undefined
    return { field: field.text, operator: isNot ? 'filled' : 'empty', value: '' }
  }
  const operator = words.next()?.text ?? ''
  const value = words.next()
  if (isNot || !compared.has(operator) || !value || (!value.isQuoted && !bare.test(value.text))) return undefined
  return { field: field.text, operator: operator as Operator, value: value.text }
}

function groupIn(words: Reader): Condition[] | undefined {
  const isBracketed = words.takes('(')
  const group: Condition[] = []
  do {
    const condition = conditionIn(words)
    if (!condition) return undefined
    group.push(condition)
  } while (words.takes('and'))
  return isBracketed && !words.takes(')') ? undefined : group
}

/** What a text says, where it is of the shape that people put together here; nothing where it says more than that. */
export function filterIn(text: string): Filter | undefined {
  if (text.trim() === '') return []
  const words = wordsOf(text)
  if (!words) return undefined
  const reader = new Reader(words)
  const groups: Condition[][] = []
  do {
    const group = groupIn(reader)
    if (!group) return undefined
    groups.push(group)
  } while (reader.takes('or'))
  return reader.isDone ? groups : undefined
}
