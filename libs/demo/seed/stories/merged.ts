/** A fish merchant was registered twice; a steward finds out and says that both always were one. */
import { storied } from '../founding/portfolio.js'
import { type Account, colleague, type Relation, relation, type World } from '../plan/world.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, keepInTouch } from './telling.js'

/** Name under which it was registered the second time. */
export const duplicateName = 'Selkämeren Simppu Oy'
const steward = 'elina'

export function tellOfMerge(world: World): void {
  const { agenda } = world
  const merchant = relation(world, storied.merged, 'fi-foodservice')
  const twin = twinOf(world, merchant)
  const service = colleague(world, 'petteri')
  const ofTwin = { category: 'customer', id: twin.account.id }
  const { city, country, sector } = merchant.account.company
  const profile = { name: duplicateName, city, country, sector }
  agenda.say({ ...ofTwin, at: agenda.momentOf(dayAt(world, 40)), as: service.id, command: 'register', body: profile })
  swapIdentifier(world, twin)
  keepInTouch(world, merchant, { from: 10, to: 1080, every: 24 })
  keepInTouch(world, twin, { from: 43, to: 395, every: 28 })
  sell(world, merchant, { day: dayAt(world, 120), outcome: 'won', days: 40 })
  const suspicion = { of: merchant.account.id, because: 'name' }
  const [found, merged] = [agenda.momentOf(dayAt(world, 420)), agenda.momentOf(dayAt(world, 424))]
  agenda.say({ ...ofTwin, at: found, as: steward, command: 'suspectDuplicate', body: suspicion })
  const into = { into: merchant.account.id }
  agenda.say({ at: merged, as: steward, category: 'merge', command: 'merge', id: twin.account.id, body: into })
}

/** An identifier that was somebody else's is given back as soon as that is noticed. */
function swapIdentifier(world: World, { account }: Relation): void {
  const { agenda } = world
  const said = { as: steward, category: 'identifier' }
  const body = { scheme: 'source', value: 'POS 4471-B', customer: account.id }
  const claim = agenda.say({ ...said, at: agenda.momentOf(dayAt(world, 42)), command: 'claim', body })
  const at = agenda.momentOf(dayAt(world, 60))
  agenda.say({ ...said, at, command: 'release', id: claim, body: { customer: account.id } })
}

function twinOf({ agenda }: World, merchant: Relation): Relation {
  const id = agenda.id()
  const account: Account = { ...merchant.account, id, relations: [], people: [] }
  const twin: Relation = { ...merchant, id: `${id}.${merchant.unit}`, account, touches: [] }
  account.relations.push(twin)
  return twin
}
