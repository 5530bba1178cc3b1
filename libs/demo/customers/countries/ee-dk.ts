/** Invented customers in Estonia and Denmark, served from the nearest subsidiary; one belongs to the cruise line. */
import type { CompanyRow } from './company-row.js'

export const estonianCompanies: readonly CompanyRow[] = [
  {
    name: 'Merekaar Laevad OÜ',
    city: 'Tallinn',
    sector: 'marine',
    employees: 390,
    parent: 'Merikaarre Laivat Oy',
    sites: ['M/S Kaarevalgus, Tallinn'],
  },
  { name: 'Hotell Kadakametsa OÜ', city: 'Pärnu', sector: 'hospitality', employees: 70 },
  { name: 'Toidukoda Sinilill OÜ', city: 'Tartu', sector: 'food-service', employees: 160 },
]

export const danishCompanies: readonly CompanyRow[] = [
  {
    name: 'Frokosthuset Bøgelunden A/S',
    city: 'Aarhus',
    sector: 'food-service',
    employees: 330,
    sites: ['Centralkøkken, Aarhus', 'Kantine Havnen, Aarhus'],
  },
  { name: 'Prøvecentret Klitrosen A/S', city: 'Odense', sector: 'laboratory', employees: 90 },
  { name: 'Rederiet Nordstrømmen A/S', city: 'Esbjerg', sector: 'marine', employees: 480 },
]
