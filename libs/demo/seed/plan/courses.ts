/**
 * How far each relationship gets: decided for all of them together, so that the group's pyramid has the shape of its
 * targets on the last day, whatever chance does with each.
 */
import type { Random } from '../../random.js'
import { plusDays, workdayAfter } from './calendar.js'
import type { PlannedMove, PlannedStage, Relation } from './world.js'

export const ladder: readonly PlannedStage[] = [
  'identified',
  'exploratory',
  'basic',
  'cooperative',
  'interdependent',
  'integrated',
]

/** How many get where, the deepest first; the others stay identified. */
const shares: readonly (readonly [PlannedStage | 'ended', number])[] = [
  ['integrated', 2],
  ['interdependent', 5],
  ['ended', 4],
  ['cooperative', 12],
  ['basic', 17],
  ['exploratory', 24],
]

/** How much is done with a relationship, by where it gets. */
const paces: Readonly<Record<PlannedStage, readonly [number, number]>> = {
  identified: [1, 2],
  exploratory: [2, 4],
  basic: [3, 6],
  cooperative: [5, 8],
  interdependent: [7, 9],
  integrated: [9, 10],
}

interface Span {
  random: Random
  /** First day on which anything moves, and the day before which all of it has. */
  first: string
  end: string
}

/** Plans the moves of all relationships given. Those known from the first day get deepest. */
export function planCourses(relations: readonly Relation[], span: Span): void {
  const isOld = ({ account }: Relation) => account.since <= workdayAfter(span.first, 1)
  const finals = shares.flatMap(([stage, count]) => Array.from({ length: count }, () => stage))
  const shuffled = span.random.shuffle(relations)
  const ordered = [...shuffled.filter(isOld), ...shuffled.filter((one) => !isOld(one))]
  for (const [index, relation] of ordered.entries())
    planCourse(relation, { to: finals[index] ?? 'identified', isOld: isOld(relation), span })
}

function planCourse(
  relation: Relation,
  { to, isOld, span }: { to: PlannedStage | 'ended'; isOld: boolean; span: Span },
): void {
  const { random } = span
  const deepest = to === 'ended' ? random.pick(['basic', 'cooperative'] as const) : to
  const path = pathTo(ladder.indexOf(deepest), { random, isOld, canFall: to !== 'ended' })
  relation.stage = path[0] as PlannedStage
  relation.pace = random.int(...paces[deepest])
  const moves = to === 'ended' ? [...path.slice(1), to] : path.slice(1)
  relation.course = spread(moves, { ...span, first: relation.account.since })
}

/** The stages passed, the first included: some steps up, now and then one too many. */
function pathTo(rank: number, { random, isOld, canFall }: { random: Random; isOld: boolean; canFall: boolean }) {
  const climbs = isOld ? Math.min(rank, random.int(0, 2)) : rank
  const path = ladder.slice(rank - climbs, rank + 1)
  const falls = canFall && isOld && rank > 0 && rank < 4 && random.chance(0.2)
  return falls ? [...path, ladder[rank + 1] as PlannedStage, ladder[rank] as PlannedStage] : path
}

/** Over the time there is, months apart. */
function spread(moves: readonly PlannedMove['to'][], { random, first, end }: Span): PlannedMove[] {
  const from = plusDays(first, 130)
  const days = (Date.parse(plusDays(end, -30)) - Date.parse(from)) / 86_400_000
  return moves.map((to, index) => ({
    to,
    day: workdayAfter(from, Math.floor((days * (index + 0.15 + 0.6 * random.next())) / moves.length)),
  }))
}
