/** What wants doing today: an overdue promise to a group of hospitals, and two countries after one caterer's matter. */
import { storied } from '../founding/portfolio.js'
import { plusDays } from '../plan/calendar.js'
import { relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAfter, keepInTouch, planAhead } from './telling.js'

/** The promise has been due for some weeks when the history ends. */
export function tellOfOverdue(world: World): void {
  const clinics = relation(world, storied.overdue, 'de')
  const { rollOut, end } = world
  const day = (days: number) => dayAfter(rollOut, days)
  for (const from of [60, 420, 800]) sell(world, clinics, { day: day(from), outcome: 'won', days: 100 })
  keepInTouch(world, clinics, { from: day(9), to: plusDays(end, -3), every: 12 })
  const laboratories = relation(world, storied.overdue, 'fi-lab')
  keepInTouch(world, laboratories, { from: day(40), to: plusDays(end, -5), every: 50 })
  const rooms = [['HA-CR20', 2] as const]
  sell(world, clinics, { day: plusDays(end, -95), outcome: 'open', days: 150, parcel: rooms })
  const what = 'Das überarbeitete Angebot für die Kühlräume der Zentralküche schicken'
  makePromise(world, { relation: clinics, member: clinics.owner, day: plusDays(end, -40), what }, 'broken')
  planAhead(world, clinics)
}

/** Germany and Sweden both deal with the caterer, and both offer the same kitchens since spring. */
export function tellOfSharing(world: World): void {
  const [germany, sweden] = [relation(world, storied.shared, 'de'), relation(world, storied.shared, 'se')]
  const { rollOut, end } = world
  const kitchens = [['HA-CR20', 3] as const, ['HA-SL60', 2] as const]
  for (const one of [germany, sweden]) {
    keepInTouch(world, one, { from: dayAfter(rollOut, 10), to: plusDays(end, -4), every: 13 })
    sell(world, one, { day: dayAfter(rollOut, 200), outcome: 'won', days: 90 })
    sell(world, one, { day: plusDays(end, -120), outcome: 'open', days: 200, parcel: kitchens })
    planAhead(world, one)
  }
  const first = 'Den första ordern är levererad och betald.'
  moveStage(world, sweden, { to: 'basic', day: dayAfter(rollOut, 340), why: first })
}
