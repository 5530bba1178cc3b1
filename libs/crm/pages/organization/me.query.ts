/** Who am I here, and what waits for me today? */
import {
  addDays,
  all,
  Choice,
  Choices,
  Code,
  Codes,
  Day,
  dayIn,
  defineQuery,
  Flag,
  type Guarded,
  Id,
  Integer,
  Label,
  Language,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  Personal,
  type Query,
  type QueryContext,
  type Resource,
  type Role,
  refuse,
  roles,
  type Slice,
  startOf,
  TimeZone,
  type Where,
} from '#kernel'
import { functions, type MemberFunction } from '../../organization/events/member.events.js'
import { type Member, organization, zoneOfMember } from '../../organization/organization.reference.js'
import { ownedBy } from '../../promises/promises.queries.js'
import { promises } from '../../promises/promises.view.js'
import { languageOf } from '../../texts/language-of.js'
import type { TextLanguage } from '../../texts/languages.js'
import { daysOfUnits, plansOf, sortedPlans, withMember } from '../../touchpoints/plans/plans.queries.js'
import { plans } from '../../touchpoints/plans/plans.view.js'
import { isInUse } from '../shown/collected.js'
import { NamedUnit, Names } from '../shown/names.js'

/** Roles that one holds for one unit, or for the whole group. */
export class HeldRoles {
  /** Absent for the whole group. */
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  @Choices(roles) roles!: Role[]
}

export class NamedResource {
  @Code() id!: string
  /** In the reader’s language. */
  @Label() name!: string
}

/** A resource that one may write. */
export class HeldRight {
  @Nested(NamedResource) resource!: NamedResource
  /** For which units; absent for all of the group. */
  @Optional() @ListOf(NamedUnit, { max: 1000 }) units?: NamedUnit[]
}

export class PromisesToday {
  /** I answer for them, and their time has passed. */
  @Integer({ min: 0, max: 1_000_000 }) overdue!: number
  /** I answer for them, and they are due before the day ends. */
  @Integer({ min: 0, max: 1_000_000 }) due!: number
  /** I am asked to answer for them. */
  @Integer({ min: 0, max: 1_000_000 }) offered!: number
}

export class VisitsToday {
  /** Planned for earlier days, and nobody has said what became of them. */
  @Integer({ min: 0, max: 1_000_000 }) overdue!: number
  @Integer({ min: 0, max: 1_000_000 }) today!: number
  /** Held, and waiting for a line of evaluation. */
  @Integer({ min: 0, max: 1_000_000 }) toEvaluate!: number
}

/** What waits for a member on a day of their own time zone. */
export class MyDay {
  @Day() day!: string
  @Nested(PromisesToday) promises!: PromisesToday
  @Nested(VisitsToday) visits!: VisitsToday
}

export class MeAnswer {
  @Id('member') id!: string
  @Personal({ subject: 'member' }) @Label() name!: Guarded<string>
  @Choice(functions) function!: MemberFunction
  /** Where one works. */
  @Nested(NamedUnit) unit!: NamedUnit
  /** Whether one leads others. */
  @Flag() leads!: boolean
  @ListOf(HeldRoles, { max: 1000 }) roles!: HeldRoles[]
  /** What one may write, by what slices grant to one's roles. */
  @ListOf(HeldRight) rights!: HeldRight[]
  /** Parts of the platform that none of one's units uses. */
  @Codes() switchedOff!: string[]
  @Language() language!: string
  @TimeZone() timeZone!: string
  @Nested(MyDay) today!: MyDay
}

interface Naming {
  names: Names
  language: TextLanguage
}

function rolesOf({ grants }: Member, names: Names): HeldRoles[] {
  const byUnit = Map.groupBy(grants, ({ unit }) => unit)
  return [...byUnit].map(([unit, held]) => ({
    ...(unit !== '*' && { unit: names.unit(unit) }),
    roles: held.map(({ role }) => role),
  }))
}

function rightsOf({ grants }: Member, resources: readonly Resource[], { names, language }: Naming): HeldRight[] {
  return resources.flatMap(({ name, label, writes }): HeldRight[] => {
    const granting = grants.filter(({ role }) => writes[role] !== undefined)
    if (granting.length === 0) return []
    const resource = { id: name, name: label[language] }
    if (granting.some(({ role, unit }) => unit === '*' || writes[role] === 'all')) return [{ resource }]
    return [{ resource, units: [...new Set(granting.map(({ unit }) => unit))].map((unit) => names.unit(unit)) }]
  })
}

/** What a condition says of when; `below` alone includes whatever is earlier. */
const timed = (column: string, when: { from?: string; below?: string }): Where => ({ column, ...when })

async function promisesToday(member: string, until: string, ask: QueryContext): Promise<PromisesToday> {
  const mine = ownedBy(member)
  const now = ask.nowIn()
  const count = (where: Where) => ask.documents.count(promises, where)
  const [overdue, due, offered] = await Promise.all([
    count(all(mine, timed('due', { below: now }))),
    count(all(mine, timed('due', { from: now, below: until }))),
    count({ column: 'offeredTo', eq: member }),
  ])
  return { overdue, due, offered }
}

/** Where a plan has its day is its unit's to say; which day is today, the member's. */
async function visitsToday(member: string, [from, until]: [string, string], ask: QueryContext): Promise<VisitsToday> {
  const planned = all({ column: 'members', has: member }, { column: 'status', eq: 'planned' })
  const [overdue, today, own] = await Promise.all([
    ask.documents.count(plans, all(planned, timed('startsAt', { below: from }))),
    ask.documents.count(plans, all(planned, timed('startsAt', { from, below: until }))),
    plansOf(ask.documents, all(withMember(member), { column: 'status', eq: 'held' })),
  ])
  const { toEvaluateTotal } = sortedPlans(own, daysOfUnits(ask.references, ask.todayIn))
  return { overdue, today, toEvaluate: toEvaluateTotal }
}

/** @param slices whose resources may be written, where they are in use */
export const meQueryOf = (slices: readonly Slice[]): Query =>
  defineQuery<NoQuery, MeAnswer>({
    name: 'me',
    about: 'Who am I here: units, roles, language, time zone, and what waits for me today.',
    route: '/me',
    query: NoQuery,
    answer: MeAnswer,
    async read(ask): Promise<MeAnswer> {
      const member = ask.references.get(organization).members.get(ask.viewer.member) ?? refuse('not-found')
      const { id, name, function: work, leads, language } = member
      const names = new Names(ask)
      const used = slices.filter((slice) => isInUse(slice, ask))
      const timeZone = zoneOfMember(id, ask.references)
      const day = dayIn(ask.nowIn(), timeZone)
      const [from, until] = [startOf(day, timeZone), startOf(addDays(day, 1), timeZone)]
      const [promises, visits] = await Promise.all([promisesToday(id, until, ask), visitsToday(id, [from, until], ask)])
      return ask.open({
        ...{ id, name, function: work, leads, language, timeZone },
        unit: names.unit(member.unit),
        roles: rolesOf(member, names),
        rights: rightsOf(
          member,
          used.flatMap(({ resources }) => resources),
          { names, language: languageOf(ask) },
        ),
        switchedOff: slices.filter((slice) => !used.includes(slice)).map(({ name }) => name),
        today: { day, promises, visits },
      })
    },
  }) as Query
