/** Where everything of the small score stands: four years, the last of them as wide as the three before it. */
import { scaleTime } from 'd3-scale'

export interface Spark {
  /** `<rank>/<day>`, the latest last: 0 ended, 1 identified … 6 integrated; without a day where it was so before all. */
  stages: readonly string[]
  /** From this day on it is passive. */
  passiveFrom?: string
  /** The week of the last touch: weeks since that of Monday 5 January 1970. */
  week?: number
  /** A digit a week, that of `week` last: 1 they came to us, 2 we unasked, 4 we asked; or sums. */
  weeks?: string
  /** A digit for four weeks each, before the first of `weeks`. */
  before?: string
}

export interface SmallSize {
  width: number
  height: number
}

export interface SmallStep {
  /** 0 … 5; -1 where it has ended. */
  rank: number
  x: number
  width: number
  /** Of its upper edge. */
  y: number
  /** From the step before: the edge that it rises or falls by; absent of the first. */
  edge?: { from: number; falls: boolean }
}

export interface SmallTick {
  x: number
  by: 'they' | 'we-unasked' | 'we-asked'
}

export interface SmallPicture {
  base: number
  steps: SmallStep[]
  ticks: SmallTick[]
  /** Hatched: passive from here to the right end. */
  passive?: { x: number; width: number; y: number }
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
  const scale = scaleTime([first, now - yearMs, now], [0, width * olderShare, width]).clamp(true)
  const base = height - combHeight
  const heightOf = (rank: number) => (rank < 0 ? base : base - 1 - (rank * (base - 4)) / highest)
  const steps = stepsOf(spark.stages, { scale, heightOf, first, now })
  return { base, steps, ticks: ticksOf(spark, { scale, first, now }), ...passiveOf(spark, { steps, scale, now }) }
}

type Scale = (at: number) => number

interface Drawing {
  scale: Scale
  heightOf(rank: number): number
  first: number
  now: number
}

function stepsOf(stages: readonly string[], { scale, heightOf, first, now }: Drawing): SmallStep[] {
  const begun = stages.map((stage) => {
    const [rank = '0', day = ''] = stage.split('/')
    return { rank: Number(rank) - 1, at: day === '' ? first : Date.parse(day) }
  })
  return begun.flatMap(({ rank, at }, n) => {
    const until = begun[n + 1]?.at ?? now
    if (until <= first || at > now) return []
    const former = begun[n - 1]
    const x = scale(at)
    const isSeen = former !== undefined && at > first
    const edge = isSeen ? { from: heightOf(former.rank), falls: rank < former.rank } : undefined
    return [{ rank, x, width: Math.max(0, scale(until) - x), y: heightOf(rank), ...(edge && { edge }) }]
  })
}

const signs = [
  [1, 'they'],
  [2, 'we-unasked'],
  [4, 'we-asked'],
] as const

/** Of a digit, the directions in which there was a touch. */
const directionsOf = (digit: string): SmallTick['by'][] =>
  signs.filter(([sign]) => (Number(digit) & sign) !== 0).map(([, by]) => by)

function ticksOf(
  { week, weeks = '', before = '' }: Spark,
  { scale, first, now }: Omit<Drawing, 'heightOf'>,
): SmallTick[] {
  if (week === undefined) return []
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

interface Hatching {
  steps: readonly SmallStep[]
  scale: Scale
  now: number
}

function passiveOf({ passiveFrom }: Spark, { steps, scale, now }: Hatching): Pick<SmallPicture, 'passive'> {
  const last = steps.at(-1)
  const from = passiveFrom === undefined ? Number.POSITIVE_INFINITY : Date.parse(passiveFrom)
  if (!last || last.rank < 0 || from >= now) return {}
  const x = Math.max(scale(from), last.x)
  return { passive: { x, width: scale(now) - x, y: last.y } }
}
