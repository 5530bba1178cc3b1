/** Invented Norwegian customers, with the Norwegian branch of the Finnish hotel chain and a shipping group. */
import type { CompanyRow } from './company-row.js'

export const norwegianCompanies: readonly CompanyRow[] = [
  {
    name: 'Nordlyshytta Hoteller AS',
    city: 'Tromsø',
    sector: 'hospitality',
    employees: 280,
    parent: 'Revontulimaja Group Oy',
    sites: ['Hotell Fjordkanten, Tromsø', 'Hotell Bryggesvingen, Bodø'],
  },
  { name: 'Havskår Rederi ASA', city: 'Bergen', sector: 'marine', employees: 2200 },
  {
    name: 'Havskår Cruise AS',
    city: 'Bergen',
    sector: 'marine',
    employees: 1300,
    parent: 'Havskår Rederi ASA',
    sites: ['MS Havskår Stjerne, Bergen', 'MS Havskår Måne, Bergen', 'MS Havskår Sol, Stavanger'],
  },
  {
    name: 'Havskår Offshore AS',
    city: 'Stavanger',
    sector: 'marine',
    employees: 410,
    parent: 'Havskår Rederi ASA',
    sites: ['MS Havskår Kran, Stavanger', 'MS Havskår Anker, Stavanger'],
  },
  {
    name: 'Fjelltun sykehus HF',
    city: 'Lillehammer',
    sector: 'healthcare',
    employees: 2700,
    sites: ['Sentralkjøkken, Lillehammer', 'Sykehusapotek, Lillehammer', 'Avdeling, Gjøvik'],
  },
  {
    name: 'Matpakka Kantiner AS',
    city: 'Oslo',
    sector: 'food-service',
    employees: 520,
    sites: ['Produksjonskjøkken, Lørenskog', 'Kantine Havna, Oslo', 'Kantine Tårnet, Drammen'],
  },
  { name: 'Prøvesvaret Laboratorier AS', city: 'Trondheim', sector: 'laboratory', employees: 110 },
  { name: 'Legemiddelhuset Røsslyng AS', city: 'Oslo', sector: 'pharma', employees: 340 },
  { name: 'Brygga Syv Restauranter AS', city: 'Kristiansand', sector: 'hospitality', employees: 130 },
  { name: 'Matbua Lyngheia AS', city: 'Haugesund', sector: 'retail', employees: 460 },
  { name: 'Laksebruket Sildevågen AS', city: 'Ålesund', sector: 'industry', employees: 620 },
  { name: 'Skolekjøkken Tre Daler KF', city: 'Hamar', sector: 'education', employees: 150 },
]
