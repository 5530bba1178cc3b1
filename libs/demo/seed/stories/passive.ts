/** An inn bought twice in a few months; since then nobody has sold it anything, and it is seldom called. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, keepInTouch } from './telling.js'

export function tellOfPassive(world: World): void {
  const inn = relation(world, storied.passive, 'de')
  sell(world, inn, { day: dayAt(world, 10), outcome: 'won', days: 25 })
  sell(world, inn, { day: dayAt(world, 50), outcome: 'won', days: 30 })
  keepInTouch(world, inn, { from: 8, to: 120, every: 12 })
  keepInTouch(world, inn, { from: 150, to: 420, every: 90 })
}
