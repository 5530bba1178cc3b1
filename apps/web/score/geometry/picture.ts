/** The whole picture from where the cursor stands: of each row what was told; and apart from it what came later, and what nobody knew. */

import { rankOf } from '../../look/stages.js'
import { type Extent, perspective, type TimeAxis, type Timespan } from '../axis/axis.js'
import type { Fact, ScoreFacts, Touch } from '../facts/facts.js'
import { type Cursor, type Span, seenAt } from '../facts/seen.js'
import { type IncomeBar, incomeBars } from './income.js'
import { type PersonMark, type ProjectSpan, personMarks, projectLanes } from './own.js'
import { type PromiseArc, promiseArcs } from './promises.js'
import type { Measures, Rows, UnitRow } from './rows.js'
import { lostAt, type Stair, type StairStep, staircase, stairY } from './stages.js'
import { type TickLane, tickLane, type Watching } from './touches.js'

/** A change on the base of a row: who leads it from here on, or that it is a key account. */
export interface TurnMark {
  fact: Fact
  x: number
}

export interface PlanMark {
  fact: Fact
  x: number
}

export interface TargetMark {
  fact: Fact
  rank: number
  /** px: from where it stands at the end of what is looked at to where it is to be. */
  from: { x: number; y: number }
  to: { x: number; y: number }
  /** Its day lies beyond what is shown. */
  isBeyond: boolean
}

/** What is drawn of a unit beside its touches. */
export interface UnitLayer {
  /** ms; where it is lost at the end of what is looked at. */
  lostFrom?: number
  steps: StairStep[]
  promises: PromiseArc[]
  income: IncomeBar[]
  turns: TurnMark[]
  plans: PlanMark[]
  target?: TargetMark
  /** Who leads it, and whether it is a key account, at the end of what is looked at. */
  owner?: string
  isKeyAccount: boolean
}

export interface OwnLayer {
  people: PersonMark[]
  projects: ProjectSpan[]
}

/** One way of looking: as of a moment, as known at one. */
export interface Layer {
  own: OwnLayer
  units: ReadonlyMap<string, UnitLayer>
}

/** All that a layer follows from besides the facts. */
export interface Ground {
  axis: TimeAxis
  rows: Rows
  measures: Measures
  /** A short word for an amount of minor units. */
  money(minor: number): string
}

const linesOf = (spans: readonly Span[], ...lines: string[]): Span[] =>
  spans.filter(({ fact }) => lines.includes(fact.line))

/** px that the customer’s projects may be named with. */
const nameLength = { wide: 28, compact: 20 }

export const projectsShown = (axis: TimeAxis, { isCompact }: Measures) => ({
  axis,
  most: isCompact ? nameLength.compact : nameLength.wide,
})

export function layerAt(facts: readonly Fact[], cursor: Cursor, ground: Ground): Layer {
  const spans = seenAt(facts, cursor)
  const most = spans.reduce((max, { fact }) => Math.max(max, fact.minor ?? 0), 0)
  const byUnit = Map.groupBy(spans, ({ fact }) => fact.unit ?? '')
  const units = ground.rows.units.map((row) => {
    const ofUnit = { row, spans: byUnit.get(row.id) ?? [], asOf: cursor.asOf, most }
    return [row.id, unitLayer(ofUnit, ground)] as const
  })
  const own = {
    people: personMarks(linesOf(spans, 'post'), ground.axis, cursor.asOf),
    projects: projectLanes(linesOf(spans, 'project'), projectsShown(ground.axis, ground.measures)),
  }
  return { own, units: new Map(units) }
}

interface OfUnit {
  row: UnitRow
  spans: readonly Span[]
  asOf: number
  /** The greatest amount in the picture. */
  most: number
}

function unitLayer({ row, spans, asOf, most }: OfUnit, { axis, measures, money }: Ground): UnitLayer {
  const stair = { axis, base: row.base, height: measures.stair - measures.stepWords }
  const holds = (line: string) => linesOf(spans, line).find(({ to }) => to === asOf)?.fact
  const target = holds('target')
  return {
    steps: staircase(spans, stair),
    promises: promiseArcs(linesOf(spans, 'promise'), axis, asOf),
    income: incomeBars(
      linesOf(spans, 'income').filter(({ to }) => to === asOf),
      { axis, height: measures.income - 4, most, word: measures.isCompact ? () => '' : money },
    ),
    turns: turnsIn(spans, axis),
    plans: linesOf(spans, 'plan')
      .filter(({ to }) => to === asOf)
      .flatMap(({ fact }) => planAt(fact, axis, asOf)),
    ...(target && targetMark(target, { asOf, stage: holds('stage'), stair })),
    ...lostAt(spans, asOf),
    owner: holds('owner')?.member,
    isKeyAccount: holds('key-account') !== undefined,
  }
}

/** The first owner is no turn. */
function turnsIn(spans: readonly Span[], axis: TimeAxis): TurnMark[] {
  return linesOf(spans, 'owner', 'key-account')
    .filter(
      ({ fact, before, from }) =>
        (fact.line === 'key-account' || before !== undefined) && from >= axis.from && from <= axis.to,
    )
    .map(({ fact }) => ({ fact, x: axis.x(fact.at) }))
}

/** What is still ahead. */
function planAt(fact: Fact, axis: TimeAxis, asOf: number): PlanMark[] {
  const { startsAt } = fact.says
  const at = typeof startsAt === 'string' ? Date.parse(startsAt) : Number.NaN
  return at > asOf && at >= axis.from && at <= axis.to ? [{ fact, x: axis.x(at) }] : []
}

interface Aiming {
  asOf: number
  stage: Fact | undefined
  stair: Stair
}

function targetMark(fact: Fact, { asOf, stage, stair }: Aiming): { target?: TargetMark } {
  const { axis } = stair
  const by = typeof fact.says.by === 'string' ? Date.parse(fact.says.by) : Number.NaN
  if (!(by > asOf) || asOf > axis.to || axis.x(by) - axis.x(asOf) < 4) return {}
  const rank = rankOf(fact.says.stage)
  const from = { x: axis.x(asOf), y: stairY(rankOf(stage?.says.stage), stair) }
  return { target: { fact, rank, from, to: { x: axis.x(by), y: stairY(rank, stair) }, isBeyond: by > axis.to } }
}

/** Nothing but what became known after a moment: what one was blind to. */
export function unknownAt(layer: Layer, knownAt: number): Layer {
  const later = <T extends { fact: Fact }>(items: readonly T[]): T[] =>
    items.filter(({ fact }) => fact.knownFrom > knownAt)
  const units = [...layer.units].map(([id, { steps, promises, income, turns, isKeyAccount }]): [string, UnitLayer] => {
    const unknown = { steps: later(steps), promises: later(promises), income: later(income), turns: later(turns) }
    return [id, { ...unknown, plans: [], isKeyAccount }]
  })
  return { own: { people: later(layer.own.people), projects: later(layer.own.projects) }, units: new Map(units) }
}

/** The ticks of every unit. */
export function tickLanes(
  touches: readonly Touch[],
  watching: Watching,
  { axis, rows, measures }: Ground,
): Map<string, TickLane> {
  const byUnit = Map.groupBy(touches, ({ unit = '' }) => unit)
  return new Map(
    rows.units.map(({ id, lane }) => [
      id,
      tickLane(byUnit.get(id) ?? [], { axis, y: lane, height: measures.tick }, watching),
    ]),
  )
}

/** The whole of time that a customer is shown in. */
export function extentOf(facts: ScoreFacts): Timespan {
  const { from, to } = perspective(reachOf(facts), { left: 0, right: 1 })
  return { from, to }
}

/** What the whole axis has to hold. */
export const reachOf = (facts: ScoreFacts): Extent => ({ begins: facts.begins, now: facts.now, ends: endOf(facts) })

/** The last moment that anything stands at: what is planned, promised, aimed at. ms. */
function endOf({ facts, now }: ScoreFacts): number {
  const ahead = facts.flatMap(({ says }) =>
    ['by', 'due', 'startsAt', 'startsOn', 'decidesOn'].flatMap((name) => {
      const value = says[name]
      return typeof value === 'string' ? [Date.parse(value)] : []
    }),
  )
  return ahead.filter((at) => Number.isFinite(at)).reduce((last, at) => Math.max(last, at), now)
}
