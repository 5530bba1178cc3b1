/** An inn that bought something every year; for two years nobody has sold it anything, and it is seldom called. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, keepInTouch } from './telling.js'

/** What it bought, by years after the beginning. */
const orders = [
  [0.5, 'HA-UC07', 1],
  [1.5, 'HA-HC12', 1],
  [2.5, 'HA-CT03', 1],
  [3.6, 'HA-UF07', 1],
  [4.6, 'HA-P101', 2],
  [5.7, 'HA-SB15', 1],
  [6.8, 'HA-MV01', 2],
  [7.9, 'HA-UC07', 1],
] as const

export function tellOfPassive(world: World): void {
  const inn = relation(world, storied.passive, 'de')
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, inn, { from: day(0.05), to: day(1), every: 35 })
  const asked = 'Der Wirt hat uns die Küche gezeigt und ein Angebot gewünscht.'
  moveStage(world, inn, { to: 'exploratory', day: day(0.4), why: asked })
  for (const [years, code, pieces] of orders)
    sell(world, inn, { day: day(years), outcome: 'won', days: 30, parcel: [[code, pieces]] })
  const first = 'Der erste Auftrag, ein Kühlschrank, ist geliefert und bezahlt.'
  moveStage(world, inn, { to: 'basic', day: day(0.8), why: first })
  keepInTouch(world, inn, { from: day(1), to: day(6), every: 50 })
  keepInTouch(world, inn, { from: day(6), to: day(8.2), every: 90 })
  keepInTouch(world, inn, { from: day(8.4), to: day(9.9), every: 210, topics: ['energy', 'project'] })
}
