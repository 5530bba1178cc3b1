/** The register over the years: fields that change, what the ERP says otherwise, sites that close, suspected duplicates. */
import type { CustomerCountry } from '../../../customers/business-ids.js'
import { siteCode } from '../../founding/register.js'
import { calendarInstantOf, plusDays, workdayAfter } from '../../plan/calendar.js'
import type { Account, World } from '../../plan/world.js'
import type { EventOf } from '../../run/act.js'

const steward = 'elina'
/** Chances per customer and working day. */
const chances = { size: 0.0011, contradiction: 0.0007, site: 0.00025, duplicate: 0.0012 }

export function tendRegister(world: World): void {
  // Stories tell their own.
  const isStoried = ({ relations }: Account) => relations.some((relation) => relation.isStoried)
  for (const account of world.accounts.filter((one) => !isStoried(one))) tendAccount(world, account)
}

function tendAccount(world: World, account: Account): void {
  const { random, workdays } = world
  let { employees } = account.company
  const from = workdayAfter(account.since, 5)
  for (const day of workdays.filter((one) => one >= from)) {
    if (account.isSizeKnown && random.chance(chances.size)) employees = resize(world, account, { day, employees })
    if (random.chance(chances.contradiction)) contradict(world, account, day)
    if (random.chance(chances.site)) closeSite(world, account, day)
    if (random.chance(chances.duplicate)) suspect(world, account, day)
  }
}

const say = (
  world: World,
  account: Account,
  said: { at: string; as?: string; command: string; body: object | ((eventOf: EventOf) => object) },
) => world.agenda.say({ as: steward, category: 'customer', id: account.id, ...said })

/** Answers how many there are now. */
function resize(world: World, account: Account, { day, employees }: { day: string; employees: number }): number {
  const is = Math.max(5, Math.round(employees * (0.85 + 0.35 * world.random.next())))
  if (is === employees) return employees
  const as = account.relations[0]?.owner.id ?? steward
  const body = { employees: { was: employees, is } }
  say(world, account, { at: world.agenda.momentOf(day), as, command: 'edit', body })
  return is
}

/** The web shop holds another city, or the ERP another name; a steward settles it for ours. */
function contradict(world: World, account: Account, day: string): void {
  const { agenda, random } = world
  const { city, name } = account.company
  const elsewhere = otherCityOf(world, account)
  const body = elsewhere
    ? { fieldGroup: 'address', field: 'city', ours: city, theirs: elsewhere, system: 'webshop' }
    : { fieldGroup: 'name', field: 'name', ours: name, theirs: name.toUpperCase(), system: 'erp' }
  if (account.contradicted.has(body.field)) return
  account.contradicted.add(body.field)
  const found = say(world, account, {
    at: agenda.momentOf(day),
    as: `system:${body.system}`,
    command: 'contradict',
    body,
  })
  if (random.chance(0.25)) return
  say(world, account, {
    at: agenda.momentOf(workdayAfter(day, random.int(1, 30))),
    command: 'resolveContradiction',
    body: (eventOf) => ({ contradiction: eventOf(found), takenOver: false }),
  })
}

/** Where they have a site, as an order for it would say. */
function otherCityOf({ random }: World, { company }: Account): string | undefined {
  const cities = company.sites.map(({ city }) => city).filter((city) => city !== company.city)
  return cities.length > 0 ? random.pick(cities) : undefined
}

/** How new premises are called beside the old, by country. */
const newPremises: Readonly<Record<CustomerCountry, string>> = {
  FI: 'uudet tilat',
  SE: 'nya lokaler',
  DE: 'neue Räume',
  NO: 'nye lokaler',
  EE: 'uued ruumid',
  DK: 'nye lokaler',
}

/** A site closes, and one in the same city opens in new premises; ships stay as they are. */
function closeSite(world: World, account: Account, day: string): void {
  const site = account.company.sites.at(-1)
  if (!site || account.company.sector === 'marine' || account.closedSites.has(site.name)) return
  account.closedSites.add(site.name)
  const closed = siteCode(account.company, site)
  const opened = {
    site: `${closed}-2`,
    name: `${site.name}, ${newPremises[account.company.country]}`,
    city: site.city,
    country: account.company.country,
  }
  say(world, account, { at: calendarInstantOf(day, 8 * 60), command: 'closeSite', body: { site: closed } })
  say(world, account, { at: calendarInstantOf(day, 8 * 60 + 2), command: 'openSite', body: opened })
}

const firstWordOf = ({ company }: Account): string => company.name.split(' ')[0] ?? ''

/** Looked like one organisation by the name that both begin with, and was found to be two. */
function suspect(world: World, account: Account, day: string): void {
  const others = world.accounts.filter(
    (one) => one !== account && one.since < day && firstWordOf(one) === firstWordOf(account),
  )
  const [other] = world.random.shuffle(others)
  if (!other || account.suspected.has(other)) return
  account.suspected.add(other)
  const at = world.agenda.momentOf(day)
  say(world, account, { at, command: 'suspectDuplicate', body: { of: other.id, because: 'name' } })
  const settled = world.agenda.momentOf(workdayAfter(plusDays(day, 1), 3))
  say(world, account, { at: settled, command: 'dismissDuplicate', body: { of: other.id } })
}
