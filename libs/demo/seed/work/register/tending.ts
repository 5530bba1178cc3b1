/** The register over the years: fields that change, what the ERP says otherwise, sites that close, suspected duplicates. */
import { siteCode } from '../../founding/register.js'
import { calendarInstantOf, plusDays, workdayAfter } from '../../plan/calendar.js'
import type { Account, World } from '../../plan/world.js'
import type { EventOf } from '../../run/act.js'

const steward = 'elina'
/** Chances per customer and working day. */
const chances = { size: 0.0011, contradiction: 0.0007, site: 0.00025, duplicate: 0.0002 }

export function tendRegister(world: World): void {
  for (const account of world.accounts) {
    let employees = account.company.employees
    const from = workdayAfter(account.since, 5)
    for (const day of world.workdays.filter((one) => one >= from)) {
      if (world.random.chance(chances.size)) employees = resize(world, account, { day, employees })
      if (world.random.chance(chances.contradiction)) contradict(world, account, day)
      if (world.random.chance(chances.site)) closeSite(world, account, day)
      if (world.random.chance(chances.duplicate)) suspect(world, account, day)
    }
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
  const body = random.chance(0.7)
    ? { fieldGroup: 'address', field: 'city', ours: city, theirs: `${city} 2`, system: 'webshop' }
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

/** A site closes, and a new one opens under another name. */
function closeSite(world: World, account: Account, day: string): void {
  const site = account.company.sites.at(-1)
  if (!site || account.closedSites.has(site.name)) return
  account.closedSites.add(site.name)
  const opened = {
    site: `${siteCode(site.name)}-2`,
    name: `${site.name} 2`,
    city: site.city,
    country: account.company.country,
  }
  say(world, account, { at: calendarInstantOf(day, 8 * 60), command: 'closeSite', body: { site: siteCode(site.name) } })
  say(world, account, { at: calendarInstantOf(day, 8 * 60 + 2), command: 'openSite', body: opened })
}

/** Looked like one organisation by its name, and was found to be two. */
function suspect(world: World, account: Account, day: string): void {
  const others = world.accounts.filter(
    (one) => one !== account && one.since < day && one.company.city === account.company.city,
  )
  const [other] = world.random.shuffle(others)
  if (!other) return
  const at = world.agenda.momentOf(day)
  say(world, account, { at, command: 'suspectDuplicate', body: { of: other.id, because: 'name' } })
  const settled = world.agenda.momentOf(workdayAfter(plusDays(day, 1), 3))
  say(world, account, { at: settled, command: 'dismissDuplicate', body: { of: other.id } })
}
