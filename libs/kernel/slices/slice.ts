/** A slice is one part of the business: everything it brings, in one list, registered in one place. */
import type { Decider } from '../deciders/decider.js'
import type { Process } from '../deciders/process.js'
import type { Refusals } from '../deciders/refusal.js'
import type { Resource } from '../deciders/resource.js'
import type { Family } from '../events/define-events.js'
import type { Dimension } from '../metrics/dimension.js'
import type { Metric } from '../metrics/metric.js'
import type { Reference } from '../references/reference.js'
import type { View } from '../views/view.js'
import type { Query } from './query.js'
import type { Rules } from './rules/rules.js'

/** What a row of an import may make; what it says besides is for whoever imports. */
export interface DeclaredTarget {
  /** As mappings name it. */
  target: string
}

/** What pages of others show of a slice; what it says besides is for whoever shows it. */
export interface DeclaredExtension {
  /** Kebab-case. */
  name: string
}

export interface Slice {
  /** Kebab-case plural. */
  name: string
  /** What it is for, in a sentence; stands in the documents. */
  about: string
  /** Whether units may do without it; what others show of it is then not shown either. */
  switchable: boolean
  events: readonly Family[]
  deciders: readonly Decider[]
  /** What rights go by, where none of others' is right for it. */
  resources: readonly Resource[]
  processes: readonly Process[]
  views: readonly View[]
  references: readonly Reference[]
  /** What metrics of its own, and of others, are told apart by. */
  dimensions: readonly Dimension[]
  metrics: readonly Metric[]
  queries: readonly Query[]
  /** What stands of it on the page of a customer. */
  sections: readonly DeclaredExtension[]
  /** What briefs say of it. */
  topics: readonly DeclaredExtension[]
  /** What of it imports, and what other systems send, may make. */
  targets: readonly DeclaredTarget[]
  /** What it may refuse besides what any slice may. */
  refusals: readonly Refusals[]
  /** What the plumbing asks and this slice knows. */
  rules: Partial<Rules>
}

type SliceParts = Pick<Slice, 'name' | 'about'> & Partial<Slice>

/** Defines a slice; what it leaves out it does not have. */
export function defineSlice(parts: SliceParts): Slice {
  const none = {
    switchable: false,
    events: [],
    deciders: [],
    resources: [],
    processes: [],
    views: [],
    references: [],
    dimensions: [],
    metrics: [],
    queries: [],
    sections: [],
    topics: [],
    targets: [],
    refusals: [],
    rules: {},
  }
  return { ...none, ...parts }
}
