/** A chain of canteens for which we were the main supplier turns away step by step, after what we promised was not done. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, keepInTouch } from './telling.js'

export function tellOfFall(world: World): void {
  const chain = relation(world, storied.fell, 'se')
  const day = (days: number) => dayAt(world, days)
  sell(world, chain, { day: day(15), outcome: 'won', days: 45 })
  keepInTouch(world, chain, { from: 8, to: 330, every: 9 })
  makePromise(world, { relation: chain, member: chain.owner, day: day(335) }, 'kept-late')
  makePromise(world, { relation: chain, member: chain.owner, day: day(380) }, 'broken')
  keepInTouch(world, chain, { from: 340, to: 430, every: 15 })
  moveStage(world, chain, {
    to: 'cooperative',
    day: day(440),
    why: 'Reklamationen om frysrummen drog ut på tiden; ledningen möts inte längre.',
  })
  sell(world, chain, { day: day(470), outcome: 'lost', days: 80 })
  keepInTouch(world, chain, { from: 445, to: 690, every: 22 })
  makePromise(world, { relation: chain, member: chain.owner, day: day(640) }, 'broken')
  moveStage(world, chain, {
    to: 'basic',
    day: day(705),
    why: 'Serviceavtalet gick till en annan leverantör. De beställer bara reservdelar.',
  })
  sell(world, chain, { day: day(780), outcome: 'lost', days: 60 })
  keepInTouch(world, chain, { from: 710, to: 1080, every: 45 })
}
