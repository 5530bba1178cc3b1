/** The 16 members of the demo group: who works in which selling unit, in which function, with which role. */
import type { InventedLanguage } from '../texts/vocabulary.js'

/** The demo's selling units: two divisions in Finland and one unit in each other country. */
export const demoUnits = ['fi-foodservice', 'fi-lab', 'se', 'de', 'no'] as const
export type DemoUnit = (typeof demoUnits)[number]

export type InventedFunction = 'sales' | 'marketing' | 'service' | 'projects' | 'finance' | 'hr' | 'management'

export const memberRoles = ['member', 'manager', 'steward', 'group', 'auditor', 'admin'] as const
export type MemberRole = (typeof memberRoles)[number]

/** A member as the demo registers it; the name is invented. */
export interface InventedMember {
  /** Stable key, also the part of the email address before `@kylmatila.example`. */
  key: string
  name: string
  unit: DemoUnit
  function: InventedFunction
  role: MemberRole
  language: InventedLanguage
}

type Row = readonly [
  name: string,
  unit: DemoUnit,
  function_: InventedFunction,
  role: MemberRole,
  language: InventedLanguage,
  key: string,
]

const rows: readonly Row[] = [
  ['Aino Lehtoranta', 'fi-foodservice', 'sales', 'member', 'fi', 'aino.lehtoranta'],
  ['Petteri Harjula', 'fi-foodservice', 'service', 'member', 'fi', 'petteri.harjula'],
  ['Satu Koskivaara', 'fi-foodservice', 'management', 'manager', 'fi', 'satu.koskivaara'],
  ['Onni Metsäranta', 'fi-lab', 'sales', 'manager', 'fi', 'onni.metsaranta'],
  ['Riikka Suvanto', 'fi-lab', 'service', 'member', 'fi', 'riikka.suvanto'],
  ['Kimmo Rautavuori', 'fi-lab', 'projects', 'member', 'fi', 'kimmo.rautavuori'],
  ['Karin Åkerlind', 'se', 'sales', 'manager', 'sv', 'karin.akerlind'],
  ['Mattias Grönvall', 'se', 'service', 'member', 'sv', 'mattias.gronvall'],
  ['Heike Fahrenkamp', 'de', 'sales', 'manager', 'de', 'heike.fahrenkamp'],
  ['Ingo Uhlenbrock', 'de', 'service', 'member', 'de', 'ingo.uhlenbrock'],
  ['Silje Bjerkeli', 'no', 'sales', 'manager', 'nb', 'silje.bjerkeli'],
  ['Geir Holmefjord', 'no', 'service', 'member', 'nb', 'geir.holmefjord'],
  ['Elina Tuominiemi', 'fi-foodservice', 'marketing', 'steward', 'fi', 'elina.tuominiemi'],
  ['Eero Saarikivi', 'fi-foodservice', 'management', 'group', 'fi', 'eero.saarikivi'],
  ['Ulrika Tingvall', 'fi-foodservice', 'finance', 'auditor', 'sv', 'ulrika.tingvall'],
  ['Noora Jokiaho', 'fi-foodservice', 'hr', 'admin', 'en', 'noora.jokiaho'],
]

export const inventedMembers: readonly InventedMember[] = rows.map(([name, unit, function_, role, language, key]) => ({
  key,
  name,
  unit,
  function: function_,
  role,
  language,
}))
