/**
 * The two ways in which documents are measured. What *stands* counts on its own day for as long as
 * it stands; a *state* counts from each change on. Both leave out what a change does not touch.
 */
import type { Fact } from '../history/fact.js'
import { type Contribution, statedDimensions } from './metric.js'

/** A contribution whose day is that of the change. */
export type StateContribution = Omit<Contribution, 'on'> & { on?: string }

/** For flows and shares: what the document says holds on its own days; a turn that undoes it takes it back there. */
export const standingMetric =
  <D>(of: (document: D) => Contribution[]) =>
  (before: D | undefined, after: D | undefined): Contribution[] =>
    netted(before === undefined ? [] : of(before), after === undefined ? [] : of(after))

/** For stocks: from the moment of the change the new state counts instead of the old one. */
export const changing =
  <D>(of: (document: D, fact: Fact) => StateContribution[]) =>
  (before: D | undefined, after: D | undefined, fact: Fact): Contribution[] => {
    const from = (document: D | undefined) =>
      document === undefined ? [] : of(document, fact).map((state) => ({ ...state, on: state.on ?? fact.at }))
    return netted(from(before), from(after))
  }

/** What `after` counts more than `before`. */
function netted(before: readonly Contribution[], after: readonly Contribution[]): Contribution[] {
  // Most changes leave most of what is counted as it was.
  if (before.length === after.length && before.every((each, at) => isSame(each, after[at] as Contribution))) return []
  const sums = new Sums()
  for (const contribution of before) sums.add(contribution, -1)
  for (const contribution of after) sums.add(contribution, 1)
  return sums.counting
}

type Summed = Contribution & { value: number; whole: number }

/** So many are looked through faster than a place is written as a text. */
const mostLookedThrough = 16

/** Contributions added up by place: all but the numbers. */
class Sums {
  private readonly all: Summed[] = []
  private byPlace: Map<string, Summed> | undefined

  add(contribution: Contribution, sign: 1 | -1): void {
    const sum = this.at(contribution)
    sum.value += sign * (contribution.value ?? 1)
    sum.whole += sign * (contribution.whole ?? 0)
  }

  get counting(): Contribution[] {
    return this.all.filter(({ value, whole }) => value !== 0 || whole !== 0)
  }

  private at(contribution: Contribution): Summed {
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

const isSame = (a: Contribution, b: Contribution): boolean =>
  a.value === b.value && a.whole === b.whole && isOfSamePlace(a, b)

const isOfSamePlace = (a: Contribution, b: Contribution): boolean =>
  a.on === b.on &&
  a.length === b.length &&
  a.who === b.who &&
  a.amount === b.amount &&
  a.currency === b.currency &&
  a.rateDay === b.rateDay &&
  a.share === b.share &&
  statedDimensions.every((dimension) => a[dimension] === b[dimension])

function placeOf(contribution: Contribution): string {
  const stated = statedDimensions.map((dimension) => contribution[dimension] ?? '')
  const { on, length = '', who = '', amount = '', currency = '', rateDay = '', share = '' } = contribution
  return [on, length, who, amount, currency, rateDay, share, ...stated].join('\u001f')
}
