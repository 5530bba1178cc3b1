/** Registers the customers: identifiers, parents, sites and the other systems' records of them. */
import type { Company, InventedSite } from '../../customers/companies.js'
import { calendarInstantOf, plusDays, workdayAfter } from '../plan/calendar.js'
import { type Account, colleague, contextOf, type World } from '../plan/world.js'
import { onDay } from '../run/act.js'
import { sellBefore } from '../work/sales/selling.js'

const steward = 'elina'
const legalFormOfSite = /[^a-z0-9]+/g

/** Registers every account on its day, by the steward at the beginning and by whoever found it later. */
export function registerCustomers(world: World): void {
  for (const [index, account] of world.accounts.entries()) registerCustomer(world, account, index)
}

function registerCustomer(world: World, account: Account, index: number): void {
  const { agenda, first, rollOut } = world
  const isOld = [first, rollOut].some((day) => account.since === workdayAfter(day, 1))
  const as = isOld ? steward : (account.relations[0]?.owner.id ?? steward)
  const at = calendarInstantOf(account.since, isOld ? 6 * 60 + index : 8 * 60 + 15)
  const later = calendarInstantOf(workdayAfter(account.since, 1), 6 * 60 + index)
  const write = (command: string, body: object, when = later) =>
    agenda.say({ at: when, as, category: 'customer', command, id: account.id, body })
  write('register', profileOf(world, account), at)
  claimBusinessId(world, account, { as, at: later })
  const parent = account.company.parent === undefined ? undefined : world.accounts[account.company.parent]
  if (parent) write('setParent', { parent: parent.id }, parentKnownFrom(account, parent, later))
  for (const site of account.company.sites) {
    const { city, name } = site
    write('openSite', { site: siteCode(account.company, site), name, city, country: account.company.country })
  }
  write('link', { system: 'erp', record: String(10_000 + index * 7) })
}

/** A daughter may be known a while before its parent. */
const parentKnownFrom = (account: Account, parent: Account, otherwise: string): string =>
  parent.since <= account.since ? otherwise : calendarInstantOf(workdayAfter(parent.since, 2), 7 * 60)

function claimBusinessId(world: World, { id, company, since }: Account, by: { as: string; at: string }): void {
  const body = { scheme: 'business-id', value: company.businessId, customer: id, since: plusDays(since, -900) }
  world.agenda.say({ ...by, category: 'identifier', command: 'claim', body })
}

function profileOf(world: World, account: Account): object {
  const { company, relations } = account
  const [home] = relations
  const texts = world.notes.in((home?.owner ?? colleague(world, steward)).language)
  const context = home && contextOf(home, account.since)
  const isCustomer = home !== undefined && home.stage !== 'identified' && home.stage !== 'exploratory'
  const { random } = world
  return {
    name: company.name,
    sector: company.sector,
    country: company.country,
    city: company.city,
    website: `https://${company.slug}.example`,
    ...(account.isSizeKnown ? sizeOf(company) : {}),
    ...(isCustomer && random.chance(0.9) ? { whyBuys: texts.whyBuys(context) } : {}),
    ...(random.chance(0.6) ? { expects: texts.expects(context) } : {}),
    ...(isCustomer && random.chance(0.6) ? { gains: texts.gains(context) } : {}),
  }
}

const sizeOf = ({ employees, revenueMinor, currency }: Company) => ({
  employees,
  revenueMinor,
  revenueCurrency: currency,
})

/** `Hotelli, Imatra` is the site `hotelli`; of several with one name each has its city beside it. */
export const siteCode = ({ sites }: Company, { name, city }: InventedSite): string =>
  codeOf(sites.filter((one) => one.name === name).length > 1 ? `${name} ${city}` : name)

const codeOf = (name: string): string =>
  name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(legalFormOfSite, '-').replace(/^-|-$/g, '')

/** Who leads each relationship, and where it stood before the history begins. */
export function openRelationships(world: World): void {
  for (const relation of world.relations) {
    const { account, owner, team, stage } = relation
    const at = world.agenda.momentOf(workdayAfter(account.since, 2))
    const said = { as: owner.id, category: 'relationship', id: relation.id }
    const others = team.filter((one) => one !== owner).map(({ id }) => id)
    world.agenda.say({
      ...said,
      at,
      command: 'setOwner',
      body: { owner: owner.id, ...(others.length > 0 ? { with: others } : {}) },
    })
    if (stage === 'identified') continue
    const day = plusDays(account.since, -world.random.int(120, 1200))
    const why = world.notes.in(owner.language).occasion('stageUp', contextOf(relation, account.since), stage)
    world.agenda.say({
      ...said,
      at,
      occurred: onDay(day),
      command: 'changeStage',
      body: { from: 'identified', to: stage, why },
    })
    if (stage === 'exploratory') continue
    // Whoever is a customer has bought: first before that, and lately.
    for (const wonOn of [plusDays(day, -20), plusDays(account.since, -world.random.int(20, 110))])
      sellBefore(world, relation, { wonOn, told: at })
  }
}
