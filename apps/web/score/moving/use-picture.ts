/** Everything that is drawn from where the cursor stands; what does not follow from the cursor is worked out once. */
import { useMemo } from 'react'
import { type Ends, linear, perspective, type TimeAxis, type Timespan } from '../axis/axis.js'
import type { ScoreFacts, Touch } from '../facts/facts.js'
import type { Cursor } from '../facts/seen.js'
import { seenAt } from '../facts/seen.js'
import { personMarks, projectLanes } from '../geometry/own.js'
import { type Layer, layerAt, projectsShown, reachOf, tickLanes, unknownAt } from '../geometry/picture.js'
import { compact, type Measures, type Rows, rowsOf, wide } from '../geometry/rows.js'
import type { TickLane } from '../geometry/touches.js'
import { type MarkLane, markLanes } from '../marks/marks.js'

export interface PictureOf {
  facts: ScoreFacts
  /** Those of the window, one by one, where all are counted. */
  nearer: readonly Touch[] | undefined
  window: Timespan | undefined
  cursor: Cursor
  /** As far as which a ghost is seen; from one drawing to the next the same, unless it moves. */
  later: Cursor
  /** Encounters that a filter leaves out stand aside. */
  leavesOut: ((touch: Touch) => boolean) | undefined
  /** px. */
  width: number
  money(minor: number): string
}

export interface ScorePicture {
  axis: TimeAxis
  whole: TimeAxis
  rows: Rows
  measures: Measures
  told: Layer
  /** At the later moment: today, unless another is looked at. */
  later: Layer
  /** What nobody knew; absent where that is nothing. */
  blind?: Layer
  ticks: ReadonlyMap<string, TickLane>
  lanes: readonly MarkLane[]
  /** The cursor stands before the later moment. */
  isPast: boolean
}

const compactBelow = 640
const rightEdge = 4

function useAxes({ facts, window, width }: Pick<PictureOf, 'facts' | 'window' | 'width'>) {
  const measures = width < compactBelow ? compact : wide
  return useMemo(() => {
    const ends: Ends = { left: measures.gutter, right: width - rightEdge }
    const whole = perspective(reachOf(facts), ends)
    const axis = window ? linear(window, ends) : whole
    const seen = seenAt(facts.facts, { asOf: facts.now, knownAt: facts.now })
    const projects = projectLanes(
      seen.filter(({ fact }) => fact.line === 'project'),
      projectsShown(axis, measures),
    )
    const lanes = projects.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
    const posts = seen.filter(({ fact }) => fact.line === 'post')
    const hasPeople = personMarks(posts, whole, facts.now).length > 0
    return { measures, whole, axis, rows: rowsOf(facts, measures, { hasPeople, lanes }) }
  }, [facts, window, width, measures])
}

export function usePicture({
  facts,
  nearer,
  window,
  cursor,
  later: until,
  leavesOut,
  width,
  money,
}: PictureOf): ScorePicture {
  const { measures, whole, axis, rows } = useAxes({ facts, window, width })
  const ground = useMemo(() => ({ axis, rows, measures, money }), [axis, rows, measures, money])
  const later = useMemo(() => layerAt(facts.facts, until, ground), [facts, until, ground])
  const { asOf, knownAt } = cursor
  const isPast = asOf < until.asOf || knownAt < until.knownAt
  return useMemo(() => {
    const at = { asOf, knownAt }
    const told = isPast ? layerAt(facts.facts, at, ground) : later
    const ticks = tickLanes(nearer ?? facts.touches, { cursor: at, later: until, leavesOut }, ground)
    const layers = isPast ? [told, later] : [told]
    const lanes = markLanes({ layers, ticks, rows, projectLane: measures.projectLane })
    const blind = knownAt < until.knownAt ? unknownAt(later, knownAt) : undefined
    return { axis, whole, rows, measures, told, later, ...(blind && { blind }), ticks, lanes, isPast }
  }, [facts, nearer, until, leavesOut, asOf, knownAt, isPast, ground, later, axis, whole, rows, measures])
}
