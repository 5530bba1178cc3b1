/** What stages, statuses, functions and roles in buying are called in every language; a missing name does not compile. */

import type { BuyingRole, Level } from '../contacts/contact.events.js'
import type { Stage } from '../organization/events/group.events.js'
import type { MemberFunction } from '../organization/events/member.events.js'
import type { Status } from '../relationships/relationship.events.js'
import type { Texts } from './languages.js'

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

export const statusNames: Readonly<Record<Status, Texts>> = {
  prospect: { en: 'prospect', fi: 'potentiaalinen', sv: 'potentiell', de: 'Interessent', nb: 'potensiell' },
  'one-off': { en: 'one-off buyer', fi: 'kertaostaja', sv: 'engångsköpare', de: 'Einmalkäufer', nb: 'engangskjøper' },
  continuing: {
    en: 'continuing',
    fi: 'jatkuva asiakkuus',
    sv: 'löpande kund',
    de: 'laufende Geschäftsbeziehung',
    nb: 'løpende kunde',
  },
  passive: { en: 'passive', fi: 'passiivinen', sv: 'passiv', de: 'passiv', nb: 'passiv' },
  lost: { en: 'lost', fi: 'menetetty', sv: 'förlorad', de: 'verloren', nb: 'tapt' },
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

export const levelNames: Readonly<Record<Level, Texts>> = {
  strategic: {
    en: 'strategic',
    fi: 'strateginen taso',
    sv: 'strategisk nivå',
    de: 'strategisch',
    nb: 'strategisk nivå',
  },
  operational: {
    en: 'operational',
    fi: 'operatiivinen taso',
    sv: 'operativ nivå',
    de: 'operativ',
    nb: 'operativt nivå',
  },
}

export const buyingRoleNames: Readonly<Record<BuyingRole, Texts>> = {
  'decision-maker': {
    en: 'decision maker',
    fi: 'päättäjä',
    sv: 'beslutsfattare',
    de: 'Entscheidung',
    nb: 'beslutningstaker',
  },
  influencer: { en: 'influencer', fi: 'vaikuttaja', sv: 'påverkare', de: 'Einfluss', nb: 'påvirker' },
  user: { en: 'user', fi: 'käyttäjä', sv: 'användare', de: 'Anwendung', nb: 'bruker' },
  buyer: { en: 'buyer', fi: 'ostaja', sv: 'inköpare', de: 'Einkauf', nb: 'innkjøper' },
  gatekeeper: { en: 'gatekeeper', fi: 'portinvartija', sv: 'grindvakt', de: 'Vorzimmer', nb: 'portvokter' },
  champion: { en: 'champion', fi: 'puolestapuhuja', sv: 'förespråkare', de: 'Fürsprache', nb: 'forkjemper' },
}
