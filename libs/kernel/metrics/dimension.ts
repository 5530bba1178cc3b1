/**
 * A dimension is what figures are told apart by, and asked for. A slice defines those that are its own, with all that
 * the engine and its answers need of them; a metric names those it has.
 */
import type { Viewer } from '../deciders/viewer.js'
import type { AnyField } from '../fields/decorators.js'
import type { Guarded } from '../fields/personal.js'
import type { References } from '../references/reference.js'
import type { Texts } from '../text/languages.js'

/** What the value of a dimension follows from, where it is not stored: it is looked up when asked. */
export interface Belonging {
  dimension: Dimension
  /** The value for one of that dimension, as it was in those references. */
  of(id: string, references: References): string | undefined
  /** Whether it may be another from one day to the next; else it stays what it was in the beginning. */
  changes?: boolean
}

/** For whom values are named, and by which references. */
export interface NamingDimension {
  viewer: Viewer
  /** Of the moment asked about, and of the present. */
  references: References
  referencesToday: References
}

interface DimensionOptions {
  /** One word: by it figures are asked for, and their values stand under it. */
  name: string
  /** What it is called. */
  label: Texts
  /** Decorates the field by which its values are asked for: a list, or one. */
  asked: AnyField
  /** The values there are, where they are closed. */
  choices?: readonly string[]
  /** The ids there are. */
  known?(references: References): Iterable<string>
  /** What a value is called at the moment asked about. */
  named?(id: string, ask: NamingDimension): Guarded<string> | undefined
}

/** @typeParam S what contributions state of it: its name, or nothing */
export interface Dimension<S extends string = string> extends DimensionOptions {
  /** The column it is stored in, or that of the dimension it follows from. */
  column: string
  from: 'contribution' | 'partition' | Belonging
  /** Never set; holds what contributions state. */
  states?: S
}

/** What no dimension may be called, since contributions and questions say something else by it. */
const taken: ReadonlySet<string> = new Set([
  ...['metric', 'entity', 'partition', 'day', 'cause', 'on', 'value', 'whole', 'length', 'who'],
  ...['amount', 'currency', 'rateDay', 'share', 'period', 'from', 'to', 'known', 'by', 'compare', 'limit', 'cursor'],
  ...['unstated', 'whose'],
  ...['part', 'count', 'p90', 'amounts', 'unvalued', 'compared', 'comparedAmounts', 'comparedUnvalued', 'change'],
])

/**
 * Defines a dimension: of contributions that state it, of a tag of the partition, or of what another dimension belongs to.
 * @throws Error for a name by which contributions or questions say something else
 */
export function defineDimension<const N extends string>(options: DimensionOptions & { name: N }): Dimension<N>
export function defineDimension(options: DimensionOptions & { from: 'partition' | Belonging }): Dimension<never>
export function defineDimension({
  from = 'contribution',
  ...options
}: DimensionOptions & { from?: Dimension['from'] }): Dimension {
  const { name } = options
  if (taken.has(name)) throw new Error(`no dimension can be called ${name}: figures say something else by it`)
  return { ...options, from, column: typeof from === 'object' ? from.dimension.column : name }
}

/** Whether the value of a dimension is looked up when asked, by that of another. */
export const belongingOf = ({ from }: Dimension): Belonging | undefined => (typeof from === 'object' ? from : undefined)
