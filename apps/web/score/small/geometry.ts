/** Where everything of the small score stands: four years, the last of them as wide as the three before it. */
import type { Stretched } from '../geometry/hatch.js'

export interface Spark {
  /** `<rank>/<day>`, the latest last: 0 ended, 1 identified … 6 integrated; without a day where it was so before all. */
  stages: readonly string[]
  /** From this day on it is passive. */
  passiveFrom?: string
  /** The week of the last touch: weeks since that of Monday 5 January 1970. */
  week?: number
  /** A hexadecimal digit a week, that of `week` last: 1 they came to us, 2 we unasked, 4 we asked, 8 nobody says; or sums. Of g two without a touch, … of z 21. */
  weeks?: string
  /** Likewise for four weeks each, before the first of `weeks`. */
  before?: string
}

export interface SmallSize {
  width: number
  height: number
}

export interface SmallStep extends Stretched {
  /** 0 … 5; -1 where it has ended. */
  rank: number
  /** Of its upper edge. */
  y: number
  /** From the step before: the edge that it rises or falls by; absent of the first. */
  edge?: { from: number; falls: boolean }
  /** Hatched: from where it became passive, to the right end. */
  passive: Stretched[]
}

export interface SmallTick {
  x: number
  by: 'they' | 'we-unasked' | 'we-asked' | 'unstated'
}

export interface SmallPicture {
  base: number
  steps: SmallStep[]
  ticks: SmallTick[]
}

const dayMs = 86_400_000
const weekMs = 7 * dayMs
const yearMs = 365.25 * dayMs
const firstMonday = Date.UTC(1970, 0, 5)
const yearsShown = 4
/** Of the width, for the three years before the last. */
const olderShare = 0.42
/** Below the staircase. */
const combHeight = 8
const highest = 5

/** @param now ms of the right end */
export function smallPicture(spark: Spark, { width, height }: SmallSize, now: number): SmallPicture {
  const first = now - yearsShown * yearMs
  const scale = scaleOf({ first, now }, width)
  const base = height - combHeight
  const heightOf = (rank: number) => (rank < 0 ? base : base - 1 - (rank * (base - 4)) / highest)
  const steps = stepsOf(spark, { scale, heightOf, first, now })
  return { base, steps, ticks: ticksOf(spark, { scale, first, now }) }
}

type Scale = (at: number) => number

/** A list draws hundreds of these. */
function scaleOf({ first, now }: Pick<Drawing, 'first' | 'now'>, width: number): Scale {
  const lastYear = now - yearMs
  const older = width * olderShare
  return (at) => {
    if (at < lastYear) return (Math.max(0, at - first) / (lastYear - first)) * older
    return older + (Math.min(yearMs, at - lastYear) / yearMs) * (width - older)
  }
}

interface Drawing {
  scale: Scale
  heightOf(rank: number): number
  first: number
  now: number
}

function stepsOf({ stages, passiveFrom }: Spark, { scale, heightOf, first, now }: Drawing): SmallStep[] {
  const passiveAt = passiveFrom === undefined ? now : Date.parse(passiveFrom)
  const begun = stages.map((stage) => {
    const [rank = '0', day = ''] = stage.split('/')
    return { rank: Number(rank) - 1, at: day === '' ? first : Date.parse(day) }
  })
  return begun.flatMap(({ rank, at }, n) => {
    const next = begun[n + 1]
    const until = next?.at ?? now
    if (until <= first || at > now) return []
    const former = begun[n - 1]
    const x = scale(at)
    const isSeen = former !== undefined && at > first
    const edge = isSeen ? { from: heightOf(former.rank), falls: rank < former.rank } : undefined
    const width = Math.max(0, scale(until) - x)
    const passive = next === undefined && rank >= 0 && passiveAt < now ? [rightOf(scale(passiveAt), { x, width })] : []
    return [{ rank, x, width, y: heightOf(rank), ...(edge && { edge }), passive }]
  })
}

/** What of a stretch lies right of a place. */
function rightOf(place: number, { x, width }: Stretched): Stretched {
  const from = Math.max(place, x)
  return { x: from, width: x + width - from }
}

const signs = [
  [1, 'they'],
  [2, 'we-unasked'],
  [4, 'we-asked'],
  [8, 'unstated'],
] as const

/** Of a digit, the directions in which there was a touch. */
const directionsOf = (digit: string): SmallTick['by'][] =>
  signs.filter(([sign]) => (Number.parseInt(digit, 16) & sign) !== 0).map(([, by]) => by)

/** Of which nothing would be counted. */
const noneCounted = 'e'.charCodeAt(0)

/** A digit for each, where letters count those without a touch. */
const digitsIn = (counted = ''): string =>
  counted.replace(/[g-z]/g, (letter) => '0'.repeat(letter.charCodeAt(0) - noneCounted))

function ticksOf(spark: Spark, { scale, first, now }: Omit<Drawing, 'heightOf'>): SmallTick[] {
  const { week } = spark
  if (week === undefined) return []
  const [weeks, before] = [digitsIn(spark.weeks), digitsIn(spark.before)]
  const firstWeek = week - weeks.length + 1
  const lastFour = Math.floor((firstWeek - 1) / 4)
  const tick = (ofWeek: number, digit: string): SmallTick[] => {
    const at = firstMonday + ofWeek * weekMs + weekMs / 2
    return at < first || at > now + weekMs ? [] : directionsOf(digit).map((by) => ({ x: scale(at), by }))
  }
  const fours = [...before].flatMap((digit, n) =>
    tick(Math.min(4 * (lastFour - before.length + 1 + n) + 2, firstWeek - 1), digit),
  )
  return [...fours, ...[...weeks].flatMap((digit, n) => tick(firstWeek + n, digit))]
}
