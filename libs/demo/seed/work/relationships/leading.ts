/** Who leads a relationship, which ones are key accounts, and a status that is known better than the invoices tell. */
import { contextOf, type Relation, type World } from '../../plan/world.js'

const chances = { owner: 0.0005, keyAccount: 0.0004, status: 0.0002 }

/** What a working day may bring to a relationship. */
export function maybeLead(world: World, relation: Relation, day: string): void {
  if (relation.isStoried) return
  const { random } = world
  if (random.chance(chances.owner)) changeOwner(world, relation, day)
  if (random.chance(chances.keyAccount)) nominate(world, relation, day)
  if (random.chance(chances.status)) correctStatus(world, relation, day)
}

function say(world: World, relation: Relation, said: { day: string; command: string; body: object }): void {
  const { day, command, body } = said
  const at = world.agenda.momentOf(day)
  world.agenda.say({ at, as: relation.owner.id, category: 'relationship', id: relation.id, command, body })
}

function changeOwner(world: World, relation: Relation, day: string): void {
  const others = relation.team.filter((one) => one !== relation.owner)
  if (others.length === 0) return
  const owner = world.random.pick(others)
  const rest = relation.team.filter((one) => one !== owner).map(({ id }) => id)
  say(world, relation, { day, command: 'setOwner', body: { owner: owner.id, with: rest } })
  relation.owner = owner
}

/** Nominates, or ends the nomination. */
export function nominate(world: World, relation: Relation, day: string): void {
  relation.isKeyAccount = !relation.isKeyAccount
  const why = world.notes.in(relation.owner.language).whyBuys(contextOf(relation.account, day))
  say(world, relation, { day, command: 'setKeyAccount', body: { keyAccount: relation.isKeyAccount, why } })
}

function correctStatus(world: World, relation: Relation, day: string): void {
  const why = world.notes.in(relation.owner.language).whyBuys(contextOf(relation.account, day))
  say(world, relation, { day, command: 'correctStatus', body: { status: 'continuing', why } })
}
