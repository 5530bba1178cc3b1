/** Two countries see one hotel group differently: Finland is its main supplier, Norway has all but lost it. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { nominate } from '../work/relationships/leading.js'
import { moveStage } from '../work/relationships/stages.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, decide, keepInTouch, planAhead } from './telling.js'

export function tellOfDisagreement(world: World): void {
  tellOfFinland(world)
  tellOfNorway(world)
  const sweden = relation(world, storied.disagreeing, 'se')
  keepInTouch(world, sweden, { from: 30, to: 1080, every: 60 })
  moveStage(world, sweden, { to: 'exploratory', day: dayAt(world, 610), why: 'Första mötet om hotellen i norr.' })
}

function tellOfFinland(world: World): void {
  const group = relation(world, storied.disagreeing, 'fi-foodservice')
  nominate(world, group, dayAt(world, 30))
  for (const from of [40, 330, 620, 900]) sell(world, group, { day: dayAt(world, from), outcome: 'won', days: 110 })
  keepInTouch(world, group, { from: 10, to: 1085, every: 8 })
  decide(world, group, { on: 400, command: 'setTarget', body: { stage: 'integrated', by: dayAt(world, 1300) } })
  planAhead(world, group)
}

function tellOfNorway(world: World): void {
  const branch = relation(world, storied.disagreeing, 'no')
  const day = (days: number) => dayAt(world, days)
  sell(world, branch, { day: day(20), outcome: 'won', days: 60 })
  keepInTouch(world, branch, { from: 10, to: 360, every: 14 })
  makePromise(world, { relation: branch, member: branch.owner, day: day(365) }, 'broken')
  sell(world, branch, { day: day(420), outcome: 'lost', days: 70 })
  moveStage(world, branch, {
    to: 'exploratory',
    day: day(520),
    why: 'Leveransen til Tromsø kom fem uker for sent. De ber om nye tilbud fra alle.',
  })
  keepInTouch(world, branch, { from: 525, to: 1080, every: 40 })
}
