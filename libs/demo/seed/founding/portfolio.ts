/** Which selling unit deals with which customer, and who does it: decided once, before anything is told. */
import type { CustomerCountry } from '../../customers/business-ids.js'
import { type Company, demoCompanies } from '../../customers/companies.js'
import type { DemoUnit } from '../../people/members.js'
import type { Random } from '../../random.js'
import type { Agenda } from '../plan/agenda.js'
import { plusDays, workdayAfter } from '../plan/calendar.js'
import { type Account, type Colleague, type PlannedStage, type Relation, writesHistory } from '../plan/world.js'

/** Further units that deal with a customer besides that of its country. */
const alsoServedBy: Readonly<Record<string, readonly DemoUnit[]>> = {
  'Revontulimaja Group Oy': ['se', 'no'],
  'Tafelwerk Betriebsgastronomie SE': ['se'],
  'Saarivuoren keskussairaala': ['fi-lab'],
  'Lounaisaavan aluesairaala': ['fi-lab'],
  'Lounastupa Pata ja Kauha Oy': ['fi-lab'],
  'Ruokatori Hyväpuoti Oy': ['fi-lab'],
  'Kivilahden Telakka Oy': ['no'],
  'Merikaarre Laivat Oy': ['se'],
  'Region Västersjö': ['fi-lab'],
  'Klinikverbund Eichenried gGmbH': ['fi-lab'],
  'Schiffbau Möwensund GmbH': ['no'],
  'Havskår Rederi ASA': ['de'],
}

/** Customers whose history is told by a story; everything else about them is left to chance. */
export const storied = {
  climbed: 'Hotelli Kuohuranta Oy',
  fell: 'Lunchlådan Matglädje AB',
  passive: 'Gasthaus Zum Silbernen Löffel GmbH',
  disagreeing: 'Revontulimaja Group Oy',
  merged: 'Kalatukku Selkämeri-Simppu Oy',
  reopened: 'Matbua Lyngheia AS',
  overdue: 'Klinikverbund Eichenried gGmbH',
  shared: 'Tafelwerk Betriebsgastronomie SE',
} as const

/** Where stories begin, if not with a customer that nobody knows yet. */
const storiedStages: Readonly<Record<string, PlannedStage>> = {
  [`${storied.fell} se`]: 'interdependent',
  [`${storied.passive} de`]: 'exploratory',
  [`${storied.disagreeing} fi-foodservice`]: 'interdependent',
  [`${storied.disagreeing} no`]: 'cooperative',
  [`${storied.merged} fi-foodservice`]: 'basic',
  [`${storied.reopened} no`]: 'basic',
  [`${storied.overdue} de`]: 'cooperative',
  [`${storied.shared} de`]: 'cooperative',
  [`${storied.shared} se`]: 'exploratory',
}

const storiedNames: ReadonlySet<string> = new Set(Object.values(storied))

const laboratories = new Set(['laboratory', 'pharma'])

const homeUnits: Readonly<Record<CustomerCountry, DemoUnit>> = {
  FI: 'fi-foodservice',
  EE: 'fi-foodservice',
  SE: 'se',
  DK: 'se',
  DE: 'de',
  NO: 'no',
}

function unitsOf({ name, country, sector }: Company): DemoUnit[] {
  const home = homeUnits[country] === 'fi-foodservice' && laboratories.has(sector) ? 'fi-lab' : homeUnits[country]
  return [home, ...(alsoServedBy[name] ?? [])]
}

/** Where a relationship stands when the history begins. */
const startingStages = [
  ['identified', 20],
  ['exploratory', 27],
  ['basic', 30],
  ['cooperative', 16],
  ['interdependent', 7],
] as const satisfies readonly (readonly [PlannedStage, number])[]

/** Share of customers that are found later than the first day. */
const foundLater = 0.2

interface Dealing {
  random: Random
  agenda: Agenda
  colleagues: readonly Colleague[]
  first: string
}

/** The accounts with their relationships, none of them recorded yet. */
export function portfolioOf(dealing: Dealing): Account[] {
  return demoCompanies(dealing.random).map((company) => accountOf(company, dealing))
}

function accountOf(company: Company, dealing: Dealing): Account {
  const { random, agenda, first } = dealing
  const isStoried = storiedNames.has(company.name)
  // Parents must be there before their daughters.
  const isLater = !isStoried && company.parent === undefined && company.sites.length < 2 && random.chance(foundLater)
  const since = isLater ? workdayAfter(plusDays(first, random.int(30, 700)), 0) : workdayAfter(first, 1)
  const account: Account = {
    id: agenda.id(),
    company,
    since,
    from: workdayAfter(since, 2),
    closedSites: new Set(),
    contradicted: new Set(),
    relations: [],
    people: [],
  }
  account.relations = unitsOf(company).map((unit) => relationOf(account, unit, { ...dealing, isStoried }))
  return account
}

function relationOf(account: Account, unit: DemoUnit, dealing: Dealing & { isStoried: boolean }): Relation {
  const { random, colleagues, isStoried, first } = dealing
  const team = colleagues.filter((one) => one.unit === unit && writesHistory(one))
  const sellers = team.filter((one) => one.function === 'sales')
  const isOld = account.since <= workdayAfter(first, 1)
  const byChance = isOld ? random.weighted(startingStages) : 'identified'
  return {
    id: `${account.id}.${unit}`,
    account,
    unit,
    owner: random.pick(sellers),
    team,
    stage: isStoried ? (storiedStages[`${account.company.name} ${unit}`] ?? 'identified') : byChance,
    isKeyAccount: false,
    pace: random.int(2, 10),
    isStoried,
    touches: [],
  }
}
