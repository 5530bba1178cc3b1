/**
 * The score of a relationship in small, for rows of lists: its last stages, and in which weeks of the year before its
 * last touch, and which fours of weeks of the three years before that, there was one. It does not grow.
 */
import { BEFORE_ALL } from '#kernel'
import type { Encounter } from '../../touchpoints/encounter.events.js'

export interface SparkKept {
  /** `<rank>/<day>`, the latest last; of no day where it was so before everything else. */
  stages: string[]
  /** Of the last touch: weeks since that of Monday 5 January 1970. Absent before the first. */
  week?: number
  /** A hexadecimal digit a week, that of the last touch last: 1 they came to us, 2 we unasked, 4 we asked, 8 nobody says; or sums. */
  weeks?: string
  /** A digit for four weeks each, those before the first of `weeks` last. */
  before?: string
}

const mostStages = 8
const mostWeeks = 52
/** So many fours of weeks make three years. */
const mostBefore = 39

export const sparkBegun: SparkKept = { stages: [] }

/** @param day absent of what lies before everything else */
export function sparkStaged(spark: SparkKept, rank: number, day = ''): SparkKept {
  return { ...spark, stages: [...spark.stages, `${rank}/${day}`].slice(-mostStages) }
}

const signs: Readonly<Record<NonNullable<Encounter['startedBy']>, number>> = { they: 1, 'we-unasked': 2, 'we-asked': 4 }
const unstated = 8

/** Who came to whom, where somebody says so. */
export type Begun = Pick<Encounter, 'startedBy' | 'direction'>

function signOf({ startedBy, direction }: Begun): number {
  if (startedBy !== undefined) return signs[startedBy]
  return direction === 'inbound' ? signs.they : unstated
}

export function sparkTouched(spark: SparkKept, at: string, begun: Begun): SparkKept {
  if (at === BEFORE_ALL) return spark
  const week = weekOf(at)
  const { weeks, before } = movedOn(spark, week)
  return { ...spark, week, weeks: joined(weeks, weeks.length - 1, signOf(begun)), before }
}

const dayMs = 86_400_000

const weekOf = (at: string): number => Math.floor((Math.floor(Date.parse(at) / dayMs) - 4) / 7)

/** The same touches seen from a later week: what is more than a year ago stands among the fours of weeks. */
function movedOn({ week, weeks = '', before = '' }: SparkKept, to: number): { weeks: string; before: string } {
  const from = week ?? to - 1
  const empty = Math.min(to - from, mostWeeks + 4 * mostBefore)
  const all = `${weeks}${'0'.repeat(empty)}`
  const left = all.length - mostWeeks
  if (left <= 0) return { weeks: all, before }
  // Fours begin at every fourth week there is, so that the same weeks always fall together.
  const firstLeft = to - all.length + 1
  let fours = before
  for (let at = 0; at < left; at++) {
    if (fours === '' || (firstLeft + at) % 4 === 0) fours += '0'
    fours = joined(fours, fours.length - 1, digitAt(all, at))
  }
  return { weeks: all.slice(left), before: fours.slice(-mostBefore) }
}

const digitAt = (digits: string, place: number): number => Number.parseInt(digits[place] ?? '0', 16)

function joined(digits: string, place: number, sign: number): string {
  return `${digits.slice(0, place)}${(digitAt(digits, place) | sign).toString(16)}${digits.slice(place + 1)}`
}
