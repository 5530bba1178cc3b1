/** Registers the customers: identifiers, parents, sites and the other systems' records of them. */
import type { Company } from '../../customers/companies.js'
import { calendarInstantOf, plusDays, workdayAfter } from '../plan/calendar.js'
import { type Account, colleague, contextOf, type World } from '../plan/world.js'
import { onDay } from '../run/act.js'

const steward = 'elina'
const legalFormOfSite = /[^a-z0-9]+/g

/** Registers every account on its day, by the steward at the beginning and by whoever found it later. */
export function registerCustomers(world: World): void {
  for (const [index, account] of world.accounts.entries()) registerCustomer(world, account, index)
}

function registerCustomer(world: World, account: Account, index: number): void {
  const { agenda, first } = world
  const isOld = account.since === workdayAfter(first, 1)
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
    write('openSite', { site: siteCode(name), name, city, country: account.company.country })
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
  const { company } = account
  const texts = world.notes.in((account.relations[0]?.owner ?? colleague(world, steward)).language)
  const context = contextOf(account, account.since)
  const { random } = world
  return {
    name: company.name,
    sector: company.sector,
    country: company.country,
    city: company.city,
    website: `https://${company.slug}.example`,
    ...sizeOf(company),
    ...(random.chance(0.7) ? { whyBuys: texts.whyBuys(context) } : {}),
    ...(random.chance(0.6) ? { expects: texts.expects(context) } : {}),
    ...(random.chance(0.4) ? { gains: texts.gains(context) } : {}),
  }
}

const sizeOf = ({ employees, revenueMinor, currency }: Company) => ({
  employees,
  revenueMinor,
  revenueCurrency: currency,
})

/** `Hotelli, Imatra` is the site `hotelli`. */
export const siteCode = (name: string): string =>
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
    const why = world.notes.in(owner.language).stageUpReason(contextOf(account, account.since))
    const day = plusDays(world.first, -world.random.int(40, 1600))
    world.agenda.say({
      ...said,
      at,
      occurred: onDay(day),
      command: 'changeStage',
      body: { from: 'identified', to: stage, why },
    })
  }
}
