/** Every mark of the picture that stands for something, lane by lane: what the keyboard walks, and a pointer finds. */
import type { Fact, Touch } from '../facts/facts.js'
import type { Layer, UnitLayer } from '../geometry/picture.js'
import type { OwnRow, Rows, UnitRow } from '../geometry/rows.js'
import type { TickLane } from '../geometry/touches.js'

export interface ScoreMark {
  /** Of the event, and where several marks have one, which. */
  id: string
  x: number
  y: number
  fact?: Fact
  /** Encounters: one, or those of a stretch of weeks. */
  touches?: readonly Touch[]
  /** ms. */
  at: number
  /** Of a person: whether they came or went. */
  came?: boolean
}

/** Marks of one lane, from the left to the right; lanes from above. */
export type MarkLane = readonly ScoreMark[]

/** Lanes by what they are of. */
type Named = [name: string, marks: ScoreMark[]]

const markOf = (fact: Fact, x: number, y: number): ScoreMark => ({
  id: `${fact.position} ${fact.slot}`,
  x,
  y,
  fact,
  at: fact.at,
})

function ownMarks({ people, projects }: Layer['own'], row: OwnRow | undefined, lane: number): Named[] {
  if (!row) return []
  const came = people.map(({ fact, x, came: has }) => ({
    ...markOf(fact, x, row.people ?? row.top),
    id: `${fact.position} ${fact.slot} ${has}`,
    came: has,
  }))
  const ofProjects = Map.groupBy(projects, (project) => project.lane)
  const lanes = [...ofProjects].map(([at, all]): Named => {
    const y = (row.projects ?? row.top) + at * lane + 4
    return [`projects ${at}`, all.map(({ fact, decides, ends }) => markOf(fact, (decides + ends) / 2, y))]
  })
  return [['people', came], ...lanes]
}

function unitMarks(
  { steps, turns, plans, target, promises, income }: UnitLayer,
  row: UnitRow,
  ticks: TickLane | undefined,
): Named[] {
  const stages = steps.map(({ fact, x, y }) => markOf(fact, x, y))
  const aims = target ? [markOf(target.fact, target.to.x, target.to.y)] : []
  const touches = (ticks?.marks ?? []).map(({ x, at, touches: all }) => ({
    id: `${all[0]?.position ?? ''} ${all[0]?.unit ?? ''} touch ${all.length > 1 || all[0]?.isWeek ? at : ''}`,
    x,
    y: row.lane,
    touches: all,
    at,
  }))
  const name = (line: string) => `${row.id} ${line}`
  return [
    [name('stage'), [...stages, ...aims]],
    [name('turn'), turns.map(({ fact, x }) => markOf(fact, x, row.base))],
    [name('touch'), [...touches, ...plans.map(({ fact, x }) => markOf(fact, x, row.lane + 4))]],
    [
      name('promise'),
      promises.map(({ fact, from, due, isDot, threadTo }) =>
        markOf(fact, threadTo !== undefined || isDot ? due : (from + due) / 2, (row.promises ?? row.lane) + 3),
      ),
    ],
    [name('income'), income.map(({ fact, x, height }) => markOf(fact, x, (row.income ?? row.lane) - height / 2))],
  ]
}

export interface MarksOf {
  /** What was told first: where two are of one event, it stands. */
  layers: readonly Layer[]
  ticks: ReadonlyMap<string, TickLane>
  rows: Rows
  /** px. */
  projectLane: number
}

export function markLanes({ layers, ticks, rows, projectLane }: MarksOf): MarkLane[] {
  const named = new Map<string, Map<string, ScoreMark>>()
  const add = ([name, marks]: Named) => {
    const known = named.get(name) ?? new Map<string, ScoreMark>()
    named.set(name, known)
    for (const mark of marks) if (!known.has(mark.id)) known.set(mark.id, mark)
  }
  for (const { own } of layers) ownMarks(own, rows.own, projectLane).forEach(add)
  for (const row of rows.units)
    for (const { units } of layers) {
      const layer = units.get(row.id)
      if (layer) unitMarks(layer, row, ticks.get(row.id)).forEach(add)
    }
  return [...named.values()]
    .map((marks) => [...marks.values()].sort((a, b) => a.x - b.x))
    .filter((lane) => lane.length > 0)
}

export interface MarkPlace {
  lane: number
  mark: number
}

/** Where a mark stands now; where it is gone, as when its week is shown day by day, the nearest to it in its lane. */
export function placeOfMark(lanes: readonly MarkLane[], looked: ScoreMark | undefined): MarkPlace {
  const unlessLooked = { lane: 0, mark: (lanes[0]?.length ?? 1) - 1 }
  if (!looked) return unlessLooked
  const places = lanes.flatMap((marks, lane) => marks.map(({ id, y, at }, mark) => ({ lane, mark, id, y, at })))
  const same = places.find(({ id }) => id === looked.id)
  const beside = places
    .filter(({ y }) => y === looked.y)
    .sort((a, b) => Math.abs(a.at - looked.at) - Math.abs(b.at - looked.at))
  const { lane, mark } = same ?? beside[0] ?? unlessLooked
  return { lane, mark }
}

const reachX = 7
const reachY = 11

/** The mark under a pointer. */
export function markAt(lanes: readonly MarkLane[], { x, y }: { x: number; y: number }): MarkPlace | undefined {
  let best: (MarkPlace & { far: number }) | undefined
  lanes.forEach((marks, lane) => {
    marks.forEach((mark, n) => {
      const [dx, dy] = [Math.abs(mark.x - x), Math.abs(mark.y - y)]
      if (dx > reachX || dy > reachY) return
      const far = dx * 2 + dy
      if (!best || far < best.far) best = { lane, mark: n, far }
    })
  })
  return best && { lane: best.lane, mark: best.mark }
}

const steps: Readonly<Record<string, { lane: number; mark: number }>> = {
  ArrowRight: { lane: 0, mark: 1 },
  ArrowLeft: { lane: 0, mark: -1 },
  ArrowDown: { lane: 1, mark: 0 },
  ArrowUp: { lane: -1, mark: 0 },
}

/** The mark that a key leads to; none where the key leads nowhere. */
export function markBeside(lanes: readonly MarkLane[], place: MarkPlace, key: string): MarkPlace | undefined {
  const lane = lanes[place.lane] ?? []
  if (key === 'Home') return { ...place, mark: 0 }
  if (key === 'End') return { ...place, mark: lane.length - 1 }
  const step = steps[key]
  if (!step) return undefined
  if (step.lane === 0) {
    const mark = place.mark + step.mark
    return mark >= 0 && mark < lane.length ? { ...place, mark } : undefined
  }
  const next = lanes[place.lane + step.lane]
  if (!next) return undefined
  const x = lane[place.mark]?.x ?? 0
  const nearest = next.reduce(
    (best, mark, n) => (Math.abs(mark.x - x) < Math.abs((next[best]?.x ?? 0) - x) ? n : best),
    0,
  )
  return { lane: place.lane + step.lane, mark: nearest }
}
