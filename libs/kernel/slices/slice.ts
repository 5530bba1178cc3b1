/** A slice is one part of the business: everything it brings, in one list, registered in one place. */
import type { Decider } from '../deciders/decider.js'
import type { Family } from '../events/define-events.js'
import type { Metric } from '../metrics/metric.js'
import type { Reference } from '../references/reference.js'
import type { View } from '../views/view.js'
import type { Page } from './page.js'

export interface Slice {
  /** Kebab-case plural. */
  name: string
  /** What it is for, in a sentence; stands in the documents. */
  about: string
  events: readonly Family[]
  deciders: readonly Decider[]
  views: readonly View[]
  references: readonly Reference[]
  metrics: readonly Metric[]
  pages: readonly Page[]
}

type SliceParts = Pick<Slice, 'name' | 'about'> & {
  events?: Slice['events']
  deciders?: readonly Decider<never>[]
  views?: readonly View[]
  references?: readonly Reference<never>[]
  metrics?: readonly Metric[]
  pages?: readonly Page<never>[]
}

/** Defines a slice; what it leaves out it does not have. */
export function defineSlice(parts: SliceParts): Slice {
  return {
    name: parts.name,
    about: parts.about,
    events: parts.events ?? [],
    deciders: (parts.deciders ?? []) as unknown as readonly Decider[],
    views: parts.views ?? [],
    references: (parts.references ?? []) as unknown as readonly Reference[],
    metrics: parts.metrics ?? [],
    pages: (parts.pages ?? []) as unknown as readonly Page[],
  }
}
