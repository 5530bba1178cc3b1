/** What the functions and roles of members are called in every language; a missing name does not compile. */
import type { Role, Texts } from '#kernel'
import type { MemberFunction } from './member.events.js'

export const functionNames: Readonly<Record<MemberFunction, Texts>> = {
  sales: { en: 'sales', fi: 'myynti', sv: 'försäljning', de: 'Vertrieb', nb: 'salg' },
  marketing: { en: 'marketing', fi: 'markkinointi', sv: 'marknadsföring', de: 'Marketing', nb: 'markedsføring' },
  communications: {
    en: 'communications',
    fi: 'viestintä',
    sv: 'kommunikation',
    de: 'Kommunikation',
    nb: 'kommunikasjon',
  },
  service: { en: 'service', fi: 'huolto', sv: 'service', de: 'Service', nb: 'service' },
  'product-development': {
    en: 'product development',
    fi: 'tuotekehitys',
    sv: 'produktutveckling',
    de: 'Produktentwicklung',
    nb: 'produktutvikling',
  },
  projects: { en: 'projects', fi: 'projektit', sv: 'projekt', de: 'Projekte', nb: 'prosjekter' },
  logistics: { en: 'logistics', fi: 'logistiikka', sv: 'logistik', de: 'Logistik', nb: 'logistikk' },
  finance: { en: 'finance', fi: 'talous', sv: 'ekonomi', de: 'Finanzen', nb: 'økonomi' },
  hr: { en: 'HR', fi: 'henkilöstö', sv: 'personal', de: 'Personal', nb: 'personal' },
  management: { en: 'management', fi: 'johto', sv: 'ledning', de: 'Geschäftsleitung', nb: 'ledelse' },
}

export const roleNames: Readonly<Record<Role, Texts>> = {
  member: { en: 'member', fi: 'käyttäjä', sv: 'medarbetare', de: 'Mitglied', nb: 'medarbeider' },
  manager: { en: 'manager', fi: 'esihenkilö', sv: 'chef', de: 'Leitung', nb: 'leder' },
  steward: {
    en: 'steward',
    fi: 'rekisterin hoitaja',
    sv: 'registervårdare',
    de: 'Registerpflege',
    nb: 'registeransvarlig',
  },
  group: {
    en: 'group management',
    fi: 'konsernin johto',
    sv: 'koncernledning',
    de: 'Konzernleitung',
    nb: 'konsernledelse',
  },
  auditor: { en: 'auditor', fi: 'tarkastaja', sv: 'revisor', de: 'Prüfung', nb: 'revisor' },
  admin: { en: 'administrator', fi: 'ylläpitäjä', sv: 'administratör', de: 'Administration', nb: 'administrator' },
  integration: { en: 'integration', fi: 'liittymä', sv: 'integration', de: 'Schnittstelle', nb: 'integrasjon' },
}
