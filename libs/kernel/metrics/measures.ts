/**
 * The two ways in which documents are measured. What *stands* counts on its own day for as long as
 * it stands; a *state* counts from each change on. Both leave out what a change does not touch.
 */
import type { Fact } from '../history/fact.js'
import type { Contribution, Counting } from './metric.js'

/** A contribution whose day is that of the change. */
export type StateContribution<S extends string = never> = Omit<Counting, 'on'> & {
  on?: string
} & { readonly [stated in S]?: string }

/** For flows and shares: what the document says holds on its own days; a turn that undoes it takes it back there. */
export const standingMetric =
  <D, S extends string = never>(of: (document: D) => Contribution<NoInfer<S>>[]) =>
  (before: D | undefined, after: D | undefined): Contribution<S>[] =>
    netted(before === undefined ? [] : of(before), after === undefined ? [] : of(after))

/** For stocks: from the moment of the change the new state counts instead of the old one. */
export const changing =
  <D, S extends string = never>(of: (document: D, fact: Fact) => StateContribution<NoInfer<S>>[]) =>
  (before: D | undefined, after: D | undefined, fact: Fact): Contribution<S>[] => {
    const from = (document: D | undefined): Contribution<S>[] =>
      document === undefined ? [] : of(document, fact).map((state) => ({ ...state, on: state.on ?? fact.at }))
    return netted(from(before), from(after))
  }

/** What `after` counts more than `before`. */
function netted<C extends Counting>(before: readonly C[], after: readonly C[]): C[] {
  // Most changes leave most of what is counted as it was.
  if (before.length === after.length && before.every((each, at) => isSame(each, after[at] as C))) return []
  const sums = new Sums<C>()
  for (const contribution of before) sums.add(contribution, -1)
  for (const contribution of after) sums.add(contribution, 1)
  return sums.counting
}

type Summed<C> = C & { value: number; whole: number }

/** So many are looked through faster than a place is written as a text. */
const mostLookedThrough = 16

/** Contributions added up by place: all but the numbers. */
class Sums<C extends Counting> {
  private readonly all: Summed<C>[] = []
  private byPlace: Map<string, Summed<C>> | undefined

  add(contribution: C, sign: 1 | -1): void {
    const sum = this.at(contribution)
    sum.value += sign * (contribution.value ?? 1)
    sum.whole += sign * (contribution.whole ?? 0)
  }

  get counting(): C[] {
    return this.all.filter(({ value, whole }) => value !== 0 || whole !== 0)
  }

  private at(contribution: C): Summed<C> {
    if (this.all.length >= mostLookedThrough) this.byPlace ??= new Map(this.all.map((sum) => [placeOf(sum), sum]))
    const place = this.byPlace && placeOf(contribution)
    const known =
      place === undefined ? this.all.find((sum) => isOfSamePlace(sum, contribution)) : this.byPlace?.get(place)
    if (known) return known
    const sum = { ...contribution, value: 0, whole: 0 }
    this.all.push(sum)
    if (place !== undefined) this.byPlace?.set(place, sum)
    return sum
  }
}

const isSame = (a: Counting, b: Counting): boolean => a.value === b.value && a.whole === b.whole && isOfSamePlace(a, b)

/** Of what is alike in all but these, the numbers are added up. */
const isNumber = (name: string): boolean => name === 'value' || name === 'whole'

const isOfSamePlace = (a: Counting, b: Counting): boolean => saysAll(a, b) && saysAll(b, a)

/** Whether `b` says of its place all that `a` does. */
function saysAll(a: Counting, b: Counting): boolean {
  for (const name in a) if (!isNumber(name) && a[name as keyof Counting] !== b[name as keyof Counting]) return false
  return true
}

function placeOf(contribution: Counting): string {
  const place = Object.entries(contribution).filter(([name, said]) => said !== undefined && !isNumber(name))
  return JSON.stringify(place.sort(([a], [b]) => (a < b ? -1 : 1)))
}
