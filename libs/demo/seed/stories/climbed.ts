/** A hotel that nobody knew becomes a customer that plans its kitchens together with us. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { nominate } from '../work/relationships/leading.js'
import { moveStage } from '../work/relationships/stages.js'
import { learnOfProject } from '../work/sales/projects.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, decide, keepInTouch, planAhead } from './telling.js'

export function tellOfClimb(world: World): void {
  const hotel = relation(world, storied.climbed, 'fi-foodservice')
  const day = (days: number) => dayAt(world, days)
  keepInTouch(world, hotel, { from: 8, to: 55, every: 12 })
  moveStage(world, hotel, {
    to: 'exploratory',
    day: day(62),
    why: 'Keittiömestari kertoi tarpeista ja pyysi tarjousta.',
  })
  sell(world, hotel, { day: day(70), outcome: 'won', days: 70 })
  keepInTouch(world, hotel, { from: 64, to: 170, every: 10 })
  moveStage(world, hotel, { to: 'basic', day: day(176), why: 'Ensimmäinen tilaus on toimitettu ja maksettu.' })
  decide(world, hotel, { on: 190, command: 'setTarget', body: { stage: 'cooperative', by: day(480) } })
  makePromise(world, { relation: hotel, member: hotel.owner, day: day(200) }, 'kept')
  sell(world, hotel, { day: day(240), outcome: 'won', days: 60 })
  keepInTouch(world, hotel, { from: 180, to: 440, every: 9 })
  moveStage(world, hotel, {
    to: 'cooperative',
    day: day(450),
    why: 'Säännölliset tilaukset, ja huoltoa hoitaa moni meistä.',
  })
  learnOfProject(world, hotel, day(520))
  sell(world, hotel, { day: day(560), outcome: 'won', days: 90 })
  keepInTouch(world, hotel, { from: 455, to: 760, every: 7 })
  nominate(world, hotel, day(700))
  moveStage(world, hotel, {
    to: 'interdependent',
    day: day(790),
    why: 'Olemme kylmälaitteiden päätoimittaja, ja johto tapaa johtoa.',
  })
  decide(world, hotel, { on: 800, command: 'setTarget', body: { stage: 'integrated', by: day(1400) } })
  keepInTouch(world, hotel, { from: 795, to: 1090, every: 7 })
  sell(world, hotel, { day: day(1010), outcome: 'open', days: 120 })
  planAhead(world, hotel)
}
