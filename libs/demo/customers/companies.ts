/** The demo's 80 customer organisations with made-up business ids and sizes; all are invented. */
import type { Random } from '../random.js'
import type { InventedSector } from '../sectors.js'
import { businessIdOf, type CustomerCountry } from './business-ids.js'
import type { CompanyRow } from './countries/company-row.js'
import { germanCompanies } from './countries/de.js'
import { danishCompanies, estonianCompanies } from './countries/ee-dk.js'
import { finnishCompanies } from './countries/fi.js'
import { norwegianCompanies } from './countries/no.js'
import { swedishCompanies } from './countries/se.js'

/** A customer organisation as the demo registers it. */
export interface Company {
  name: string
  /** For web and email addresses: `hotelli-kuohuranta.example` has the slug `hotelli-kuohuranta`. */
  slug: string
  country: CustomerCountry
  city: string
  sector: InventedSector
  businessId: string
  employees: number
  /** Revenue of the last year in minor units of `currency`, rounded to 100,000 units. */
  revenueMinor: number
  currency: string
  /** Index of the parent in the list of companies. */
  parent?: number
  sites: InventedSite[]
}

export interface InventedSite {
  name: string
  city: string
}

const rowsByCountry: readonly (readonly [CustomerCountry, readonly CompanyRow[]])[] = [
  ['FI', finnishCompanies],
  ['SE', swedishCompanies],
  ['DE', germanCompanies],
  ['NO', norwegianCompanies],
  ['EE', estonianCompanies],
  ['DK', danishCompanies],
]

/** Typical revenue per employee in thousands of euros; the demo's own guesses. */
const revenuePerEmployee: Readonly<Record<InventedSector, number>> = {
  hospitality: 95,
  healthcare: 82,
  'food-service': 64,
  laboratory: 118,
  pharma: 260,
  marine: 185,
  retail: 230,
  education: 66,
  industry: 245,
}

/** Currency and a round rate from euros, good enough to size a company. */
const currencies: Readonly<Record<CustomerCountry, readonly [currency: string, perEuro: number]>> = {
  FI: ['EUR', 1],
  SE: ['SEK', 11],
  DE: ['EUR', 1],
  NO: ['NOK', 11.5],
  EE: ['EUR', 1],
  DK: ['DKK', 7.5],
}

const legalForms = /\s(Oyj|Oy|AB|ASA|AS|A\/S|gGmbH|GmbH|SE|OÜ|HF|KF)$/

/** All companies, always in the same order; ids and revenue come from the stream given. */
export function demoCompanies(random: Random): Company[] {
  const rows = rowsByCountry.flatMap(([country, list]) => list.map((row) => ({ country, row })))
  const indexes = new Map(rows.map(({ row }, index) => [row.name, index]))
  const parentIndex = (name: string) => {
    const index = indexes.get(name)
    if (index === undefined) throw new Error(`demo companies: no company "${name}" to be a parent; check the lists`)
    return index
  }
  return rows.map(({ country, row }) => ({
    ...companyOf(row, country, random),
    ...(row.parent === undefined ? {} : { parent: parentIndex(row.parent) }),
  }))
}

function companyOf(row: CompanyRow, country: CustomerCountry, random: Random): Company {
  const [currency, perEuro] = currencies[country]
  const thousands = row.employees * revenuePerEmployee[row.sector] * perEuro * (0.8 + 0.4 * random.next())
  return {
    name: row.name,
    slug: companySlugOf(row.name),
    country,
    city: row.city,
    sector: row.sector,
    businessId: businessIdOf(country, random),
    employees: row.employees,
    revenueMinor: Math.max(1, Math.round(thousands / 100)) * 100 * 1000 * 100,
    currency,
    sites: (row.sites ?? []).map(siteOf),
  }
}

function siteOf(text: string): InventedSite {
  const comma = text.lastIndexOf(', ')
  return { name: text.slice(0, comma), city: text.slice(comma + 2) }
}

/** A name as part of an internet address: plain letters, digits and hyphens, without the legal form. */
export function companySlugOf(name: string): string {
  return lettersOnly(name.replace(legalForms, '')).replaceAll(' ', '-')
}

/** Lower-case letters without marks, words separated by single spaces. */
export function lettersOnly(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
