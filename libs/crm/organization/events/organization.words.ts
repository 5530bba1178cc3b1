/** What stages, functions, roles and kinds of products are called in every language; a missing name does not compile. */
import { defineVocabulary, roles, type Texts, type Vocabulary } from '#kernel'
import { productKinds } from './catalogues.events.js'
import type { Stage } from './group.events.js'
import type { MemberFunction } from './member.events.js'

export const stageNames: Readonly<Record<Stage, Texts>> = {
  identified: { en: 'identified', fi: 'tunnistettu', sv: 'identifierad', de: 'erkannt', nb: 'identifisert' },
  exploratory: { en: 'exploratory', fi: 'tutustuva', sv: 'utforskande', de: 'erkundend', nb: 'utforskende' },
  basic: { en: 'basic', fi: 'perustaso', sv: 'grundnivå', de: 'Grundstufe', nb: 'grunnivå' },
  cooperative: {
    en: 'cooperative',
    fi: 'tiivis yhteistyö',
    sv: 'nära samarbete',
    de: 'enge Zusammenarbeit',
    nb: 'tett samarbeid',
  },
  interdependent: {
    en: 'interdependent',
    fi: 'keskinäinen riippuvuus',
    sv: 'ömsesidigt beroende',
    de: 'gegenseitige Abhängigkeit',
    nb: 'gjensidig avhengighet',
  },
  integrated: { en: 'integrated', fi: 'integroitunut', sv: 'integrerad', de: 'integriert', nb: 'integrert' },
  ended: { en: 'ended', fi: 'päättynyt', sv: 'avslutad', de: 'beendet', nb: 'avsluttet' },
}

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

export const organizationWords: readonly Vocabulary[] = [
  { set: 'stage', words: stageNames },
  { set: 'function', words: functionNames },
  defineVocabulary('role', roles, {
    en: ['member', 'manager', 'steward', 'group management', 'auditor', 'administrator', 'integration'],
    fi: ['käyttäjä', 'esihenkilö', 'rekisterin hoitaja', 'konsernin johto', 'tarkastaja', 'ylläpitäjä', 'liittymä'],
    sv: ['medarbetare', 'chef', 'registervårdare', 'koncernledning', 'revisor', 'administratör', 'integration'],
    de: ['Mitglied', 'Leitung', 'Registerpflege', 'Konzernleitung', 'Prüfung', 'Administration', 'Schnittstelle'],
    nb: ['medarbeider', 'leder', 'registeransvarlig', 'konsernledelse', 'revisor', 'administrator', 'integrasjon'],
  }),
  defineVocabulary('product-kind', productKinds, {
    en: ['product', 'service', 'spare part'],
    fi: ['tuote', 'palvelu', 'varaosa'],
    sv: ['produkt', 'tjänst', 'reservdel'],
    de: ['Produkt', 'Dienstleistung', 'Ersatzteil'],
    nb: ['produkt', 'tjeneste', 'reservedel'],
  }),
]
