/** Which selling unit deals with which customer, and who does it: decided once, before anything is told. */
import type { CustomerCountry } from '../../customers/business-ids.js'
import { type Company, demoCompanies } from '../../customers/companies.js'
import type { DemoUnit } from '../../people/members.js'
import type { Random } from '../../random.js'
import { TextMemory } from '../../texts/text-memory.js'
import type { Agenda } from '../plan/agenda.js'
import { plusDays, workdayAfter } from '../plan/calendar.js'
import { planCourses } from '../plan/courses.js'
import { sizeKnown } from '../plan/habits.js'
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

/** Stories of ten years, by far the longest histories; the others are of three, as everybody's. */
const longStories: ReadonlySet<string> = new Set([
  storied.climbed,
  storied.fell,
  storied.passive,
  storied.disagreeing,
  storied.merged,
  storied.reopened,
])

/** Where stories begin, if not with a customer that nobody knows yet. */
const storiedStages: Readonly<Record<string, PlannedStage>> = {
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

/** Where units work. */
const countries: Readonly<Record<DemoUnit, CustomerCountry>> = {
  'fi-foodservice': 'FI',
  'fi-lab': 'FI',
  se: 'SE',
  de: 'DE',
  no: 'NO',
}

function unitsOf({ name, country, sector }: Company): DemoUnit[] {
  const home = homeUnits[country] === 'fi-foodservice' && laboratories.has(sector) ? 'fi-lab' : homeUnits[country]
  return [home, ...(alsoServedBy[name] ?? [])]
}

/** Share of customers that are found later than the first day. */
const foundLater = 0.2

interface Dealing {
  random: Random
  agenda: Agenda
  colleagues: readonly Colleague[]
  first: string
  rollOut: string
  end: string
}

/** The accounts with their relationships, none of them recorded yet. */
export function portfolioOf(dealing: Dealing): Account[] {
  const companies = demoCompanies(dealing.random)
  const accounts = companies.map((company) => accountOf(company, dealing))
  const relations = accounts.flatMap((account) => account.relations)
  for (const relation of relations) relation.place = meetingPlaceOf(relation, companies)
  const { random, rollOut, end } = dealing
  const left = relations.filter(({ isStoried }) => !isStoried)
  planCourses(left, { random, first: rollOut, end })
  return accounts
}

/** In the unit's own country, where the customer has a daughter or a site there. */
function meetingPlaceOf({ account: { company }, unit }: Relation, companies: readonly Company[]): string {
  const country = countries[unit]
  if (company.country === country) return company.city
  const daughter = companies.find(
    (one) => one.country === country && one.parent !== undefined && companies[one.parent] === company,
  )
  return daughter?.city ?? company.city
}

function accountOf(company: Company, dealing: Dealing): Account {
  const { random, agenda, rollOut } = dealing
  const first = longStories.has(company.name) ? dealing.first : rollOut
  const isStoried = storiedNames.has(company.name)
  // Parents must be there before their daughters.
  const isLater = !isStoried && company.parent === undefined && company.sites.length < 2 && random.chance(foundLater)
  const since = isLater ? workdayAfter(plusDays(first, random.int(30, 700)), 0) : workdayAfter(first, 1)
  const account: Account = {
    id: agenda.id(),
    company,
    since,
    from: workdayAfter(since, 2),
    isSizeKnown: isStoried || random.chance(sizeKnown[company.country]),
    closedSites: new Set(),
    contradicted: new Set(),
    suspected: new Set(),
    relations: [],
    people: [],
    told: new TextMemory(),
  }
  account.relations = unitsOf(company).map((unit) => relationOf(account, unit, { ...dealing, isStoried }))
  return account
}

function relationOf(account: Account, unit: DemoUnit, dealing: Dealing & { isStoried: boolean }): Relation {
  const { random, colleagues, isStoried } = dealing
  const team = colleagues.filter((one) => one.unit === unit && writesHistory(one))
  const sellers = team.filter((one) => one.function === 'sales')
  return {
    id: `${account.id}.${unit}`,
    account,
    unit,
    owner: random.pick(sellers),
    team,
    stage: storiedStages[`${account.company.name} ${unit}`] ?? 'identified',
    course: [],
    hasEnded: false,
    place: account.company.city,
    wins: [],
    isKeyAccount: false,
    pace: 5,
    isStoried,
    touches: [],
  }
}
