/** Who leads a relationship, which ones are key accounts, and a status that is known better than the invoices tell. */
import { contextOf, isCustomerOn, type Relation, type World } from '../../plan/world.js'

const chances = { owner: 0.0005, keyAccount: 0.004, status: 0.0002 }

/** What a working day may bring to a relationship. */
export function maybeLead(world: World, relation: Relation, day: string): void {
  if (relation.isStoried) return
  const { random } = world
  if (random.chance(chances.owner)) changeOwner(world, relation, day)
  if (isDeep(relation) !== relation.isKeyAccount && random.chance(chances.keyAccount))
    nominate(world, relation, { day })
  if (isCustomerOn(relation, day) && random.chance(chances.status)) correctStatus(world, relation, day)
}

/** Key accounts are those that we work with most closely. */
const isDeep = ({ stage }: Relation): boolean => stage === 'interdependent' || stage === 'integrated'

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
export function nominate(world: World, relation: Relation, { day, why: told }: { day: string; why?: string }): void {
  relation.isKeyAccount = !relation.isKeyAccount
  const list = relation.isKeyAccount ? 'keyAccountNamed' : 'keyAccountEnded'
  const why = told ?? world.notes.in(relation.owner.language).occasion(list, contextOf(relation, day))
  say(world, relation, { day, command: 'setKeyAccount', body: { keyAccount: relation.isKeyAccount, why } })
}

function correctStatus(world: World, relation: Relation, day: string): void {
  const why = world.notes.in(relation.owner.language).occasion('statusCorrected', contextOf(relation, day))
  say(world, relation, { day, command: 'correctStatus', body: { status: 'continuing', why } })
}
