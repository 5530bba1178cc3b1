/** What all questions about figures share: which days, of whom and what, and since when known. */
import {
  addField,
  addMonths,
  Choice,
  Choices,
  Day,
  type Dimension,
  type FigureQuestion,
  type InputProblem,
  InvalidInput,
  type Metric,
  Optional,
  type PayloadClass,
  type QueryContext,
  type References,
} from '#kernel'
import { latestDayIn } from '../organization/organization.reference.js'
import type { FigureDimensions } from './metric-shown.js'

export class FiguresAsked {
  /** First day; the beginning of the month a year ago when left out. */
  @Optional() @Day() from?: string
  /** Last day; when left out today, where it begins first in the group. */
  @Optional() @Day() to?: string
  /** As it was known at the end of this day; as known now when left out. */
  @Optional() @Day() known?: string
  /** Of which dimensions the events do not state a value: what figures by them leave without one. */
  unstated?: string[]
  /** `team`: the members of the reader's team together, what figures by member show as `*`. */
  @Optional() @Choice(['team']) whose?: 'team'
}

/** Gives a question a field for each dimension, by which its values are asked for. */
export function askedByAll<Q extends FiguresAsked>(
  question: PayloadClass<Q>,
  { dimensions }: FigureDimensions,
): PayloadClass<Q> {
  for (const { name, asked } of dimensions) addField(question, name, Optional(), asked)
  addField(question, 'unstated', Optional(), Choices(dimensions.map(({ name }) => name)))
  return question
}

/**
 * What of the question says of whom and what it is; a single value is a list of one.
 * @throws InvalidInput for what is not there: a figure of it would be nothing, and look like one
 */
export function narrowingOf(
  query: FiguresAsked,
  from: { declared: FigureDimensions; metric: Metric; references: References },
): Pick<FigureQuestion, 'filters' | 'ofTeam'> {
  const stated = from.declared.dimensions.flatMap(({ name }) => {
    const value = (query as Readonly<Record<string, string | string[] | undefined>>)[name]
    return value === undefined ? [] : [[name, [value].flat()] as const]
  })
  const problems = stated.flatMap(([name, values]) => {
    const isNamed = (dimension: Dimension) => dimension.name === name
    const dimension = from.metric.dimensions.find(isNamed) ?? from.declared.dimensions.find(isNamed)
    return dimension ? problemsOf(dimension, values, from.references) : []
  })
  if (problems.length > 0) throw new InvalidInput(problems)
  const unstated = (query.unstated ?? []).map((name) => [name, null] as const)
  const values = Map.groupBy(
    [...stated.flatMap(([name, all]) => all.map((one) => [name, one] as const)), ...unstated],
    ([name]) => name,
  )
  const filters = [...values].map(([name, of]) => [name, of.map(([, value]) => value)] as const)
  return { filters: Object.fromEntries(filters), ...(query.whose === 'team' && { ofTeam: true }) }
}

function problemsOf({ name, known, choices }: Dimension, values: readonly string[], references: References) {
  const problems: InputProblem[] = []
  const there = known && new Set(known(references))
  if (there && !values.every((value) => there.has(value))) problems.push({ path: name, code: 'not-known' })
  if (choices && !values.every((value) => choices.includes(value)))
    problems.push({ path: name, code: 'not-a-choice', limit: choices.join(', ') })
  return problems
}

/**
 * The day at whose end it was known so.
 * @throws InvalidInput when it lies ahead: nobody knows yet what will be known then
 */
export function knownOf({ known }: FiguresAsked, { nowIn, references }: Pick<QueryContext, 'nowIn' | 'references'>) {
  if (known !== undefined && known > latestDayIn(nowIn(), references))
    throw new InvalidInput([{ path: 'known', code: 'ahead-of-now' }])
  return known
}

/** The days asked about; the last is the one that has begun in some unit, or what happens there would be missing. */
export function rangeOf({ from, to }: FiguresAsked, { nowIn, references }: Pick<QueryContext, 'nowIn' | 'references'>) {
  const last = to ?? latestDayIn(nowIn(), references)
  return { from: from ?? addMonths(`${last.slice(0, 7)}-01`, -11), to: last }
}
