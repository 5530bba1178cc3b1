/** A retailer breaks the relationship off for a frame agreement elsewhere, and comes back when that ends. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, decide, keepInTouch } from './telling.js'

export function tellOfReturn(world: World): void {
  const retailer = relation(world, storied.reopened, 'no')
  sell(world, retailer, { day: dayAt(world, 25), outcome: 'won', days: 50 })
  keepInTouch(world, retailer, { from: 8, to: 280, every: 16 })
  decide(world, retailer, {
    on: 320,
    command: 'end',
    body: { by: 'they', how: 'broken-off', why: 'De kjøper alt gjennom en rammeavtale med en kjede.' },
  })
  decide(world, retailer, {
    on: 660,
    command: 'reopen',
    body: { at: 'exploratory', why: 'Rammeavtalen er slutt, og de ba om et tilbud.' },
  })
  retailer.stage = 'exploratory'
  keepInTouch(world, retailer, { from: 664, to: 1085, every: 14 })
  sell(world, retailer, { day: dayAt(world, 690), outcome: 'won', days: 80 })
  moveStage(world, retailer, {
    to: 'basic',
    day: dayAt(world, 830),
    why: 'Første ordre etter pausen er levert og betalt.',
  })
}
