/** The customer organisations are many-shaped, unique, valid and the same for a seed. */
import { describe, expect, it } from '@jest/globals'
import { seededRandom } from '../random.js'
import { inventedSectors } from '../sectors.js'
import { isBusinessId } from './business-ids.js'
import { type Company, companySlugOf, demoCompanies } from './companies.js'

const companies = demoCompanies(seededRandom(1))

const depthOf = (company: Company): number => {
  const parent = company.parent === undefined ? undefined : companies[company.parent]
  return parent === undefined ? 1 : 1 + depthOf(parent)
}

describe('demo companies', () => {
  it('are 80 with names, slugs and business ids of their own', () => {
    expect(companies).toHaveLength(80)
    for (const field of ['name', 'slug', 'businessId'] as const) {
      expect(new Set(companies.map((company) => company[field])).size).toBe(80)
    }
  })

  it('have valid business ids and slugs that fit an internet address', () => {
    expect(companies.filter((company) => !isBusinessId(company.country, company.businessId))).toEqual([])
    expect(companies.filter((company) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(company.slug))).toEqual([])
  })

  it('cover every sector and have employees and revenue', () => {
    expect(new Set(companies.map((company) => company.sector))).toEqual(new Set(inventedSectors))
    for (const { employees, revenueMinor } of companies) {
      expect(employees).toBeGreaterThan(0)
      expect(revenueMinor % 10_000_000).toBe(0)
      expect(revenueMinor).toBeGreaterThan(0)
    }
  })

  it('form hierarchies of up to three levels, some across borders', () => {
    expect(Math.max(...companies.map(depthOf))).toBe(3)
    const abroad = companies.filter(
      ({ parent, country }) => parent !== undefined && companies[parent]?.country !== country,
    )
    expect(abroad.length).toBeGreaterThanOrEqual(3)
  })

  it('have up to six sites, each with a name and a city', () => {
    for (const { sites } of companies) {
      expect(sites.length).toBeLessThanOrEqual(6)
      expect(sites.filter((site) => site.name === '' || site.city === '')).toEqual([])
      expect(new Set(sites.map((site) => `${site.name}, ${site.city}`)).size).toBe(sites.length)
    }
  })

  it('are the same for a seed', () => {
    expect(demoCompanies(seededRandom(1))).toEqual(companies)
  })

  it('make slugs of names with foreign letters and a legal form', () => {
    expect(companySlugOf('Frokosthuset Bøgelunden A/S')).toBe('frokosthuset-bogelunden')
    expect(companySlugOf('Hotell Älvkanten AB')).toBe('hotell-alvkanten')
  })
})
