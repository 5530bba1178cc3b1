/** Everybody and everything that takes part in the demo's history, as the plans of work see it. */
import type { Company } from '../../customers/companies.js'
import type { DemoContact } from '../../people/contacts.js'
import type { DemoUnit, InventedMember } from '../../people/members.js'
import type { Random } from '../../random.js'
import type { InventedSector } from '../../sectors.js'
import type { TextMemory } from '../../texts/text-memory.js'
import { settings, type TextContext } from '../../texts/vocabulary.js'
import type { Act } from '../run/act.js'
import type { Agenda } from './agenda.js'
import { calendarMonthOf, weekdayOf } from './calendar.js'
import type { NoteGenerator } from './note-generator.js'

/** A customer of the demo. */
export interface Account {
  id: string
  company: Company
  /** Day on which it is registered. */
  since: string
  /** From the day after, it is dealt with. */
  from: string
  /** Whether the register knows how many work there. */
  isSizeKnown: boolean
  closedSites: Set<string>
  /** What other systems said otherwise. */
  contradicted: Set<string>
  /** Whom it was taken for. */
  suspected: Set<Account>
  relations: Relation[]
  people: PlannedPerson[]
  told: TextMemory
}

/** A contact person while they are at a customer. */
export interface PlannedPerson {
  id: string
  account: Account
  contact: DemoContact
  /** First day, and the first day on which they are gone. */
  from: string
  until: string
}

export type PlannedStage = 'identified' | 'exploratory' | 'basic' | 'cooperative' | 'interdependent' | 'integrated'

/** What was sold, by codes of products, and when. */
export interface Win {
  day: string
  goods: readonly string[]
  /** So many days later than usual it is delivered. */
  later?: number
}

export interface PlannedMove {
  to: PlannedStage | 'ended'
  day: string
}

/** The tie between a customer and a selling unit, as it stands on the day that is being planned. */
export interface Relation {
  /** `<customer>.<unit>` */
  id: string
  account: Account
  unit: DemoUnit
  owner: Colleague
  team: Colleague[]
  stage: PlannedStage
  /** What its stage will be, in order; stories move theirs themselves. */
  course: PlannedMove[]
  hasEnded: boolean
  /** City in which they meet. */
  place: string
  /** Deals that are won, also on days to come. */
  wins: Win[]
  /** While sensors are tried out there. */
  pilot?: { from: string; until: string }
  isKeyAccount: boolean
  /** How much is done with it, compared with the others. */
  pace: number
  /** TextMemory by a story; chance leaves its stage and its sales alone. */
  isStoried: boolean
  /** Latest touchpoints, newest last: the evidence of what follows from them. */
  touches: Act[]
}

/** A member with the id it acts under. */
export interface Colleague extends InventedMember {
  id: string
}

export interface World {
  random: Random
  agenda: Agenda
  notes: NoteGenerator
  /** First and last day of the history; the last is left out. */
  first: string
  end: string
  /** Day on which the group takes everybody else in: until then it works with the customers of the stories alone. */
  rollOut: string
  /** All working days from then on. */
  workdays: readonly string[]
  colleagues: Colleague[]
  accounts: Account[]
  relations: Relation[]
}

/** A member's first name: unique among the sixteen. */
export const memberId = (member: InventedMember): string => member.key.split('.')[0] ?? member.key

export const systemAccount = 'system:demo'

/** Whether a member records history of the own unit; stewards, auditors and the like do not. */
export const writesHistory = ({ role }: InventedMember): boolean => role === 'member' || role === 'manager'

export function colleague(world: World, id: string): Colleague {
  const found = world.colleagues.find((one) => one.id === id)
  if (!found) throw new Error(`the demo group has no member ${id}`)
  return found
}

export function account(world: World, name: string): Account {
  const found = world.accounts.find(({ company }) => company.name === name)
  if (!found) throw new Error(`the demo group has no customer ${name}`)
  return found
}

export function relation(world: World, name: string, unit: DemoUnit): Relation {
  const found = account(world, name).relations.find((one) => one.unit === unit)
  if (!found) throw new Error(`the demo group has no relationship of ${name} with ${unit}`)
  return found
}

/** So long nobody calls equipment old. */
const newDays = 5 * 365

/** What texts about a relationship on a day are written from. */
export function contextOf(relation: Relation, day: string): TextContext {
  const { account, unit } = relation
  const { sector, sites } = account.company
  const won = (when: When) => goodsWon(relation, day, when)
  return {
    sector,
    setting: unit === 'fi-lab' && !servesFood(sector) ? 'laboratory' : settings[sector],
    month: calendarMonthOf(day),
    weekday: weekdayOf(day),
    isCustomer: isCustomerOn(relation, day),
    hasSites: sites.length > 1,
    told: account.told,
    ordered: won((days, arrival) => 10 <= days && days < arrival),
    delivered: won((days, arrival) => arrival <= days && days < arrival + 35),
    bought: won((days, arrival) => arrival <= days),
    lately: won((days) => 0 <= days && days <= newDays),
  }
}

/** By the days since it was won, and after how many it is delivered. */
type When = (days: number, arrival: number) => boolean

/** Days after which goods are usually delivered. */
const usualArrival = 41

function goodsWon({ wins }: Relation, day: string, when: When): string[] {
  const daysSince = (won: string) => Math.round((Date.parse(day) - Date.parse(won)) / 86_400_000)
  return wins.flatMap(({ day: won, goods, later = 0 }) => (when(daysSince(won), usualArrival + later) ? goods : []))
}

/** Shops and caterers, whom laboratories’ people sell monitoring alone. */
export const servesFood = (sector: InventedSector): boolean => sector === 'retail' || sector === 'food-service'

/** Whether all that they can be sold is monitoring. */
export const isMonitoredOnly = ({ account, unit }: Relation): boolean =>
  unit === 'fi-lab' && servesFood(account.company.sector)

/** Whether they have bought something before a day. */
export const isCustomerOn = ({ wins }: Pick<Relation, 'wins'>, day: string): boolean =>
  wins.some((won) => won.day < day)
