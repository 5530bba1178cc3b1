/**
 * The one grammar in which specs of deciders and views are written:
 * `given(decider, …happened).when('command', body, who).leadsTo(…events)` or `.refuses('code')`;
 * `given(view, …happened).asOf(day).knownAt(day).shows(values)`.
 * What happened is an event's draft, or `happened(draft)` with who, when and how it was corrected.
 */
import type { Decider, View } from '#kernel'
import { GivenDecider } from './given-decider.js'
import { GivenView } from './given-view.js'
import type { Given } from './happened.js'

export { nothing } from './given-view.js'
export { type Given, happened } from './happened.js'

export function given<S, K extends string>(decider: Decider<S, K>, ...happened: Given[]): GivenDecider<K>
export function given<D extends object>(view: View<D>, ...happened: Given[]): GivenView<D>
export function given(of: Decider | View, ...happened: Given[]): GivenDecider<string> | GivenView<object> {
  return 'commands' in of ? new GivenDecider(of, happened) : new GivenView(of, happened)
}
