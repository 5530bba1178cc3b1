/** Where the rows stand, one below the other: the customer’s own, then a row per unit. Lanes without anything take no room. */

import { rankOf } from '../../look/stages.js'
import type { ScoreFacts } from '../facts/facts.js'
import { seenAt } from '../facts/seen.js'

/** How large everything is drawn; px. */
export interface Measures {
  isCompact: boolean
  /** For names, left of the picture. */
  gutter: number
  /** For the axis, above all rows. */
  head: number
  /** For names, above the row of each. */
  heading: number
  stair: number
  /** Of that above the highest step, for its name. */
  stepWords: number
  /** Of the longest tick. */
  tick: number
  promise: number
  income: number
  projectLane: number
  gap: number
}

export const wide: Measures = {
  isCompact: false,
  gutter: 148,
  head: 32,
  heading: 0,
  stair: 52,
  stepWords: 14,
  tick: 11,
  promise: 13,
  income: 19,
  projectLane: 15,
  gap: 10,
}

export const compact: Measures = {
  isCompact: true,
  gutter: 0,
  head: 32,
  heading: 22,
  stair: 32,
  stepWords: 0,
  tick: 9,
  promise: 12,
  income: 13,
  projectLane: 16,
  gap: 8,
}

/** y of everything in the row of a unit. */
export interface UnitRow {
  id: string
  name: string
  top: number
  /** Under the staircase. */
  base: number
  /** From which ticks go up and down. */
  lane: number
  /** Somebody met somebody, or plans to. */
  isTouched: boolean
  promises?: number
  /** Under the bars. */
  income?: number
  bottom: number
}

/** The row of the customer itself; absent where nothing is known of it. */
export interface OwnRow {
  top: number
  people?: number
  /** Of the first lane. */
  projects?: number
  bottom: number
}

export interface Rows {
  own?: OwnRow
  units: UnitRow[]
  height: number
}

/** What the row of the customer itself has to hold. */
export interface OwnContent {
  hasPeople: boolean
  /** How many its projects take. */
  lanes: number
}

const peopleHeight = 14

function ownRow({ head, heading, projectLane }: Measures, { hasPeople, lanes }: OwnContent): OwnRow | undefined {
  if (!hasPeople && lanes === 0) return undefined
  const people = head + heading + 8
  const projects = (hasPeople ? people + peopleHeight : people - 2) + 2
  const bottom = lanes > 0 ? projects + lanes * projectLane : people + peopleHeight
  return { top: head, ...(hasPeople && { people }), ...(lanes > 0 && { projects }), bottom: bottom + 4 }
}

/** The furthest first, then the one with most encounters. */
function inOrder({ units, facts, touches, now }: ScoreFacts): ScoreFacts['units'] {
  const ranks = new Map(
    seenAt(facts, { asOf: now, knownAt: now })
      .filter(({ fact, to }) => fact.line === 'stage' && to === now)
      .map(({ fact }) => [fact.unit, rankOf(fact.says.stage)]),
  )
  const counts = new Map<string, number>()
  for (const { unit = '', count } of touches) counts.set(unit, (counts.get(unit) ?? 0) + count)
  const weight = (id: string) => (ranks.get(id) ?? -2) * 1e9 + (counts.get(id) ?? 0)
  return units.toSorted((a, b) => weight(b.id) - weight(a.id))
}

export function rowsOf(facts: ScoreFacts, measures: Measures, content: OwnContent): Rows {
  const { head, heading, stair, tick, promise, income, gap } = measures
  const own = ownRow(measures, content)
  let y = own?.bottom ?? head
  const has = (unit: string, line: string) => facts.facts.some((fact) => fact.unit === unit && fact.line === line)
  const units = inOrder(facts).map(({ id, name }): UnitRow => {
    const top = y
    const base = top + heading + stair
    const isTouched = facts.touches.some(({ unit }) => unit === id) || has(id, 'plan')
    const lane = base + (isTouched ? tick + 4 : 6)
    const promisesAt = lane + (isTouched ? tick + 4 : 2)
    const promiseRoom = has(id, 'promise') ? promise : 0
    const incomeRoom = has(id, 'income') ? income : 0
    y = promisesAt + promiseRoom + incomeRoom + gap
    return {
      id,
      name,
      top,
      base,
      lane,
      isTouched,
      ...(promiseRoom > 0 && { promises: promisesAt }),
      ...(incomeRoom > 0 && { income: promisesAt + promiseRoom + incomeRoom - 2 }),
      bottom: y,
    }
  })
  return { ...(own && { own }), units, height: y }
}
