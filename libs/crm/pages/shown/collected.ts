/** What slices show on the pages of others, collected in the order in which it stands there. */
import type { Metric, QueryContext, Slice } from '#kernel'
import { isSwitchedOff } from '../../organization/organization.reference.js'
import type { Section } from './section.js'
import type { Topic } from './topic.js'

/** What a slice shows, and which slice that is. */
export interface Collected<T> {
  of: T
  slice: Slice
}

export const sectionsOf = (slices: readonly Slice[]): Collected<Section>[] =>
  collectedOf(slices, ({ sections }) => sections as readonly Section[])

export const topicsOf = (slices: readonly Slice[]): Collected<Topic>[] =>
  collectedOf(slices, ({ topics }) => topics as readonly Topic[])

/** @throws Error when two have one name */
function collectedOf<T extends { name: string; order: number }>(
  slices: readonly Slice[],
  shownBy: (slice: Slice) => readonly T[],
): Collected<T>[] {
  const all = slices.flatMap((slice) => shownBy(slice).map((of) => ({ of, slice })))
  const twice = all.find(({ of }, at) => all.findIndex((other) => other.of.name === of.name) < at)
  if (twice) throw new Error(`${twice.of.name} of the slice ${twice.slice.name} is shown by another slice too`)
  return all.sort((a, b) => a.of.order - b.of.order)
}

type Reading = Pick<QueryContext, 'viewer' | 'referencesToday'>

/** Whether a slice is in use in any unit of the reader, as it is today. */
export const isInUse = ({ name }: Pick<Slice, 'name'>, { viewer, referencesToday }: Reading): boolean =>
  !isSwitchedOff(
    name,
    viewer.grants.map(({ unit }) => unit),
    referencesToday,
  )

/** Those whose slice is in use in any unit of the reader. */
export const inUse = <T>(collected: readonly Collected<T>[], ask: Reading): T[] =>
  collected.filter(({ slice }) => isInUse(slice, ask)).map(({ of }) => of)

/** The metrics that are offered to the reader: any may be asked for by its name. */
export function metricsInUse(slices: readonly Slice[], ask: Reading & Pick<QueryContext, 'figures'>): Metric[] {
  const unused = new Set(slices.filter((slice) => !isInUse(slice, ask)).flatMap(({ metrics }) => metrics))
  return ask.figures.metrics.filter((metric) => !unused.has(metric))
}
