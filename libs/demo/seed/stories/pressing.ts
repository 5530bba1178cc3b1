/** What wants doing today: an overdue promise to a group of hospitals, and two countries after one caterer's matter. */
import { storied } from '../founding/portfolio.js'
import { daysFrom, plusDays } from '../plan/calendar.js'
import { relation, type World } from '../plan/world.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, keepInTouch, planAhead } from './telling.js'

/** The promise has been due for about a week when the history ends. */
export function tellOfOverdue(world: World): void {
  const clinics = relation(world, storied.overdue, 'de')
  for (const from of [60, 420, 800]) sell(world, clinics, { day: dayAt(world, from), outcome: 'won', days: 100 })
  keepInTouch(world, clinics, { from: 9, to: 1088, every: 12 })
  keepInTouch(world, relation(world, storied.overdue, 'fi-lab'), { from: 40, to: 1080, every: 50 })
  makePromise(world, { relation: clinics, member: clinics.owner, day: plusDays(world.end, -40) }, 'broken')
  planAhead(world, clinics)
}

/** Germany and Sweden both deal with the caterer, and both offer the same kitchens since spring. */
export function tellOfSharing(world: World): void {
  const [germany, sweden] = [relation(world, storied.shared, 'de'), relation(world, storied.shared, 'se')]
  const days = daysFrom(world.first, world.end).length
  for (const one of [germany, sweden]) {
    keepInTouch(world, one, { from: 10, to: days - 4, every: 13 })
    sell(world, one, { day: dayAt(world, 200), outcome: 'won', days: 90 })
    sell(world, one, { day: dayAt(world, days - 120), outcome: 'open', days: 200 })
    planAhead(world, one)
  }
}
