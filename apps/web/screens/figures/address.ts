/** What figures are shown, as the address carries it: whoever opens the link sees the same question. */
import { hasBeen, isDay, textsIn } from '../../api/address.js'
import type { Schemas } from '../../api/questions.js'

export type Metric = Schemas['MetricsAnswer']['rows'][number]
export type Dimension = Metric['dimensions'][number]

export const dimensions = [
  'country',
  'subsidiary',
  'unit',
  'member',
  'function',
  'sector',
  'stage',
  'status',
  'profile',
  'line',
  'brand',
  'product',
] as const satisfies readonly Dimension[]

/** Periods that a figure may be told by. */
export const spans = ['month', 'quarter', 'year'] as const
export type Span = (typeof spans)[number]

/** What the figures are of: values by comma, as the interface reads them. */
export interface Filters extends Partial<Record<Dimension, string>> {
  /** Dimensions by comma of which nothing is stated. */
  unstated?: string
  /** The reader’s team, its members together. */
  whose?: 'team'
}

const filterNames = [...dimensions, 'unstated', 'whose'] as const

export interface FiguresAddress extends Filters {
  metric?: string
  /** `none` for the whole; the country unless told. */
  by?: Dimension | 'none'
  /** Days, both counted; the last twelve months unless told. */
  from?: string
  to?: string
  each?: Span
  /** Day at whose end they were known so; as known now when absent. */
  known?: string
  /** Beside each the figure that was told first, at the end of its own period. */
  told?: 'first'
}

const names = ['metric', 'by', 'from', 'to', 'each', 'known', 'told', ...filterNames] as const

/** What says nothing is left out. */
export function figuresAddressIn(search: Record<string, unknown>): FiguresAddress {
  const { by, from, to, each, known, told, whose, unstated, ...texts } = textsIn(search, names)
  const shown = {
    by: [...dimensions, 'none' as const].find((one) => one === by),
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
    each: spans.find((one) => one === each),
    known: isDay(known) && hasBeen(known) ? known : undefined,
    told: told === 'first' ? told : undefined,
    whose: whose === 'team' ? whose : undefined,
    unstated: dimensionsIn(unstated).join(',') || undefined,
  }
  return { ...texts, ...Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)) }
}

const dimensionsIn = (text = ''): Dimension[] =>
  text.split(',').flatMap((part) => dimensions.find((one) => one === part) ?? [])

/** Of an address, what the figures are of. */
export const filtersIn = (address: Filters): Filters =>
  Object.fromEntries(filterNames.flatMap((name) => (address[name] === undefined ? [] : [[name, address[name]]])))

/** As questions carry them: values one by one, but for those dimensions that take a single one. */
export function filtersAsked(filters: Filters): Record<string, string | string[]> {
  const isSingle = (name: string) => ['line', 'brand', 'whose'].includes(name)
  return Object.fromEntries(
    Object.entries(filters).map(([name, text]) => [name, isSingle(name) ? text : text.split(',')]),
  )
}

/** What figures are of, one by one: the dimension with its value, none where nothing is stated, `*` for a team. */
export interface OneFilter {
  /** In the address. */
  name: keyof Filters
  dimension: Dimension
  codes: readonly (string | undefined)[]
}

export const filtersOneByOne = (address: Filters): OneFilter[] => [
  ...dimensions.flatMap((name) => {
    const text = address[name]
    return text === undefined ? [] : [{ name, dimension: name, codes: text.split(',') }]
  }),
  ...dimensionsIn(address.unstated).map((dimension) => ({
    name: 'unstated' as const,
    dimension,
    codes: [undefined],
  })),
  ...(address.whose ? [{ name: 'whose' as const, dimension: 'member' as const, codes: [teamCode] }] : []),
]

/** How an answer names the sum of a team, whose members are not told apart. */
export const teamCode = '*'

/** Where a look at one value leads: from a country to its units, from a unit to its members. */
export const within: Readonly<Partial<Record<Dimension, Dimension>>> = {
  country: 'unit',
  subsidiary: 'unit',
  unit: 'member',
  line: 'product',
  brand: 'product',
}
