/** What all encounters of the demo share: who began them, how they felt, and a note that is new at the customer. */

import type { Weighted } from '../../../random.js'
import type { InventedTopic, TextContext } from '../../../texts/vocabulary.js'
import { plusDays } from '../../plan/calendar.js'
import {
  type Account,
  type Colleague,
  contextOf,
  isCustomerOn,
  isMonitoredOnly,
  type PlannedPerson,
  type Relation,
  type World,
} from '../../plan/world.js'
import type { Act } from '../../run/act.js'

export interface Touching {
  relation: Relation
  member: Colleague
  day: string
  /** What it is about, where a story tells it; else whatever fits them on that day. */
  topic?: InventedTopic
  mood?: Mood
  /** Which of the goods bought it is about, by code, where a story tells it. */
  about?: readonly string[]
  /** Whom they meet, or speak with. */
  person?: PlannedPerson
}

/** How encounters feel while a story goes well or ill. */
export type Mood = 'good' | 'bad'

const startedBy = [
  ['we-unasked', 4],
  ['we-asked', 3],
  ['they', 3],
] as const
const feelings = {
  usual: [
    ['bad', 1],
    ['poor', 2],
    ['neutral', 5],
    ['good', 8],
    ['excellent', 2],
  ],
  good: [
    ['neutral', 2],
    ['good', 8],
    ['excellent', 5],
  ],
  bad: [
    ['bad', 5],
    ['poor', 8],
    ['neutral', 3],
  ],
} as const

/** Who is known at a customer on a day. */
export const peopleOn = ({ people }: Account, day: string): PlannedPerson[] =>
  people.filter(({ from, until }) => from <= day && day < until)

/** Mostly it is said whom it was with, of those who are there from one day to another. */
export function withPerson({ random }: World, touching: Touching, until = touching.day): Touching {
  const there = peopleOn(touching.relation.account, touching.day).filter((person) => until < person.until)
  return there.length > 0 && random.chance(0.7) ? { ...touching, person: random.pick(there) } : touching
}

/** What every encounter of a kind says besides its note. */
export function encounter({ random }: World, { relation, member, person }: Touching, isMobile = false) {
  const starter = random.weighted(startedBy)
  return {
    customers: [relation.account.id],
    unit: relation.unit,
    function: member.function,
    startedBy: starter,
    direction: starter === 'they' ? 'inbound' : 'outbound',
    language: member.language,
    ...(person ? { contacts: [person.id] } : {}),
    ...(isMobile ? { mobile: true } : {}),
  }
}

/** Now and then it is said how it felt; nobody is glad to complain. */
export function feelingOf({ random }: World, mood?: Mood, topic?: InventedTopic): { feeling?: string } {
  const felt = topic === 'complaint' ? 'bad' : (mood ?? 'usual')
  return random.chance(0.3) ? { feeling: random.weighted<string>(feelings[felt]) } : {}
}

/** What is talked about with those who have bought nothing yet. */
const withProspects: readonly Weighted<InventedTopic>[] = [
  ['energy', 3],
  ['refrigerant', 2],
  ['records', 3],
  ['project', 3],
]
const withCustomers: readonly Weighted<InventedTopic>[] = [
  ...withProspects,
  ['service', 3],
  ['complaint', 1.2],
  ['delivery', 5],
]

/** What may be talked about on a day: deliveries after a deal, the pilot while it runs, monitoring where we sell no other. */
function topicsOn(world: World, { relation, member, day }: Touching, context: TextContext) {
  const { pilot } = relation
  const isTrying = pilot !== undefined && plusDays(pilot.from, 25) <= day && day <= pilot.until
  const usual = isCustomerOn(relation, day) ? withCustomers : withProspects
  const of: readonly Weighted<InventedTopic>[] = isMonitoredOnly(relation) ? [['records', 3]] : usual
  const texts = world.notes.in(member.language)
  const told = of.filter(([topic]) => texts.tellsOf(topic, context))
  return [...told, ...(isTrying ? [['pilot', 6] as const] : [])]
}

/** Draws what the texts of an encounter are written from: on a topic of that day, where none is told. */
export function contextsOfTouch(world: World, touching: Touching, by?: 'we' | 'they'): () => TextContext {
  const { relation, day, topic, person, about } = touching
  const context = { ...contextOf(relation, day), ...(about ? { bought: about } : {}), by, post: person?.contact.post }
  if (topic) return () => ({ ...context, topic })
  const topics = topicsOn(world, touching, context)
  return () => ({ ...context, topic: world.random.weighted(topics) })
}

/** Who began an encounter, for its note. */
export const begunBy = ({ startedBy }: { startedBy: string }): 'we' | 'they' => (startedBy === 'they' ? 'they' : 'we')

type NoteKind = 'visitNote' | 'phoneNote' | 'quickNote'

/** A note in the member's language, new at that customer, and how what it is about felt. */
export function freshNote(
  world: World,
  touching: Touching,
  kind: NoteKind,
  by?: 'we' | 'they',
): { note: string; feeling?: string } {
  const { relation, member, day, mood } = touching
  const [texts, draw] = [world.notes.in(member.language), contextsOfTouch(world, touching, by)]
  const write = () => {
    const context = draw()
    return { note: texts[kind](context), topic: context.topic }
  }
  const { note, topic } = world.notes.fresh(relation.account, day, write, (written) => [written.note])
  return { note, ...feelingOf(world, mood, topic) }
}

/** How long it took, where its note says how much time there was. */
export function minutesOf(note: string): number | undefined {
  const [, minutes] = /(\d+) (?:minuuttia|minuter|Minuten|minutter|minutes)/.exec(note) ?? []
  return minutes === undefined ? undefined : Number(minutes)
}

/** The last few are enough as evidence. */
export function remember({ touches }: Relation, act: Act): Act {
  touches.push(act)
  if (touches.length > 6) touches.shift()
  return act
}
