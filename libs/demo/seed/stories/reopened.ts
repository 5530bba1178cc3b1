/** A retailer breaks the relationship off for a frame agreement elsewhere, and comes back when that ends. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, decide, keepInTouch } from './telling.js'

/** What it bought, by years after the beginning; nothing while the frame agreement held. */
const orders = [
  [0.5, 'HA-CR20', 1],
  [1.7, 'HA-UC07', 4],
  [2.8, 'HA-FR12', 1],
  [4.1, 'HA-HC12', 3],
  [8.5, 'HA-UF07', 4],
  [9.3, 'HA-CR20', 1],
] as const

export function tellOfReturn(world: World): void {
  const retailer = relation(world, storied.reopened, 'no')
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, retailer, { from: day(0.05), to: day(0.95), every: 25 })
  const asked = 'De fortalte om butikkene sine og ba om et tilbud.'
  moveStage(world, retailer, { to: 'exploratory', day: day(0.4), why: asked })
  for (const [years, code, pieces] of orders)
    sell(world, retailer, { day: day(years), outcome: 'won', days: 60, parcel: [[code, pieces]] })
  const first = 'Den første ordren, et kjølerom, er levert og betalt.'
  moveStage(world, retailer, { to: 'basic', day: day(0.9), why: first })
  keepInTouch(world, retailer, { from: day(1), to: day(5.5), every: 24 })
  const regular = 'Ordrene er regelmessige, og flere har kontakt på begge sider.'
  moveStage(world, retailer, { to: 'cooperative', day: day(3.3), why: regular })
  leaveAndReturn(world)
}

function leaveAndReturn(world: World): void {
  const retailer = relation(world, storied.reopened, 'no')
  const day = (years: number) => dayAt(world, years)
  const left = 'De kjøper alt gjennom en rammeavtale med en kjede.'
  decide(world, retailer, { on: day(5.6), command: 'end', body: { by: 'they', how: 'broken-off', why: left } })
  const back = 'Rammeavtalen er slutt, og de ba om et tilbud.'
  decide(world, retailer, { on: day(8.4), command: 'reopen', body: { at: 'exploratory', why: back } })
  retailer.stage = 'exploratory'
  keepInTouch(world, retailer, { from: day(8.42), to: day(9.97), every: 18 })
  const again = 'Den første ordren etter pausen er levert og betalt.'
  moveStage(world, retailer, { to: 'basic', day: day(8.95), why: again })
}
