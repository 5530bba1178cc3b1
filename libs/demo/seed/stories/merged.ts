/** A fish merchant, a customer for years, is registered a second time; a steward finds out and says that both always were one. */
import { storied } from '../founding/portfolio.js'
import { type Account, colleague, type Relation, relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
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
  buyOverTheYears(world, merchant)
  const day = (years: number) => dayAt(world, years)
  agenda.say({ ...ofTwin, at: agenda.momentOf(day(7)), as: service.id, command: 'register', body: profile })
  swapIdentifier(world, twin)
  keepInTouch(world, twin, { from: day(7.02), to: day(8.2), every: 32 })
  const suspicion = { of: merchant.account.id, because: 'name' }
  const [found, merged] = [agenda.momentOf(day(8.3)), agenda.momentOf(day(8.32))]
  agenda.say({ ...ofTwin, at: found, as: steward, command: 'suspectDuplicate', body: suspicion })
  const into = { into: merchant.account.id }
  agenda.say({ at: merged, as: steward, category: 'merge', command: 'merge', id: twin.account.id, body: into })
  joinContacts(world, merchant)
}

/** Whoever was known there was written down with the second record once more, by the mail address. */
function joinContacts(world: World, { account, owner }: Relation): void {
  const { agenda } = world
  const [known] = account.people
  if (!known) throw new Error('demo: nobody is known at the fish merchant')
  const { firstName, lastName, email, language } = known.contact
  const id = agenda.id()
  const [written, found] = [agenda.momentOf(dayAt(world, 7.5)), agenda.momentOf(dayAt(world, 8.33))]
  const body = { name: `${firstName.slice(0, 1)}. ${lastName}`, mail: email, language }
  agenda.say({ at: written, as: owner.id, category: 'contact', command: 'register', id, body })
  const into = { into: known.id }
  agenda.say({ at: found, as: steward, category: 'contactmerge', command: 'merge', id, body: into })
}

/** What it bought, by years after the beginning. */
const orders = [
  [0.7, 'HA-CR20', 1],
  [2.3, 'HA-UF07', 2],
  [3.7, 'HA-UC07', 2],
  [5.1, 'HA-FR12', 1],
  [6.4, 'HA-P204', 4],
  [7.6, 'HA-UF07', 1],
  [8.9, 'HA-CR20', 1],
] as const

function buyOverTheYears(world: World, merchant: Relation): void {
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, merchant, { from: day(0.05), to: day(1.1), every: 35 })
  const asked = 'Kauppias kertoi kalatukun tarpeista ja pyysi tarjousta.'
  moveStage(world, merchant, { to: 'exploratory', day: day(0.5), why: asked })
  for (const [years, code, pieces] of orders)
    sell(world, merchant, { day: day(years), outcome: 'won', days: 45, parcel: [[code, pieces]] })
  const first = 'Ensimmäinen tilaus, kylmähuone, on toimitettu ja maksettu.'
  moveStage(world, merchant, { to: 'basic', day: day(1.05), why: first })
  keepInTouch(world, merchant, { from: day(1.15), to: day(9.95), every: 33 })
}

/** An identifier that was somebody else's is given back as soon as that is noticed. */
function swapIdentifier(world: World, { account }: Relation): void {
  const { agenda } = world
  const said = { as: steward, category: 'identifier' }
  const body = { scheme: 'source', value: 'POS 4471-B', customer: account.id }
  const claim = agenda.say({ ...said, at: agenda.momentOf(dayAt(world, 7.01)), command: 'claim', body })
  const at = agenda.momentOf(dayAt(world, 7.06))
  agenda.say({ ...said, at, command: 'release', id: claim, body: { customer: account.id } })
}

function twinOf({ agenda }: World, merchant: Relation): Relation {
  const id = agenda.id()
  const account: Account = { ...merchant.account, id, relations: [], people: [] }
  const twin: Relation = { ...merchant, id: `${id}.${merchant.unit}`, account, touches: [] }
  account.relations.push(twin)
  return twin
}
