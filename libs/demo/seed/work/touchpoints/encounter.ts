/** What all encounters of the demo share: who began them, how they felt, and a note that is new at the customer. */

import {
  type Account,
  type Colleague,
  contextOf,
  type PlannedPerson,
  type Relation,
  type World,
} from '../../plan/world.js'
import type { Act } from '../../run/act.js'

/** Share of what is recorded days or weeks later; chosen for the demo. */
export const late = 0.045

export interface Touching {
  relation: Relation
  member: Colleague
  day: string
}

const startedBy = [
  ['we-unasked', 4],
  ['we-asked', 3],
  ['they', 3],
] as const
const feelings = [
  ['bad', 1],
  ['poor', 2],
  ['neutral', 5],
  ['good', 8],
  ['excellent', 2],
] as const

/** Who is known at a customer on a day. */
export const peopleOn = ({ people }: Account, day: string): PlannedPerson[] =>
  people.filter(({ from, until }) => from <= day && day < until)

/** What every encounter of a kind says besides its note. */
export function encounter(world: World, { relation, member, day }: Touching, isMobile = false) {
  const { random } = world
  const present = peopleOn(relation.account, day)
  const starter = random.weighted(startedBy)
  return {
    customers: [relation.account.id],
    unit: relation.unit,
    function: member.function,
    startedBy: starter,
    direction: starter === 'they' ? 'inbound' : 'outbound',
    language: member.language,
    ...(present.length > 0 && random.chance(0.7) ? { contacts: [random.pick(present).id] } : {}),
    ...(random.chance(0.3) ? { feeling: random.weighted(feelings) } : {}),
    ...(isMobile ? { mobile: true } : {}),
  }
}

type NoteKind = 'visitNote' | 'phoneNote' | 'emailSummary' | 'quickNote'

/** A note in the member's language, new at that customer. */
export function invitedNoteOf(world: World, { relation, member, day }: Touching, kind: NoteKind): string {
  const texts = world.notes.in(member.language)
  return world.notes.fresh(relation.account, texts[kind], contextOf(relation.account, day))
}

/** The last few are enough as evidence. */
export function remember({ touches }: Relation, act: Act): Act {
  touches.push(act)
  if (touches.length > 6) touches.shift()
  return act
}
