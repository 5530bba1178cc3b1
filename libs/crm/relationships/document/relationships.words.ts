/** What the statuses of a relationship are called in every language; a missing name does not compile. */
import type { Texts, Vocabulary } from '#kernel'
import type { Status } from '../relationship.events.js'

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

export const relationshipWords: readonly Vocabulary[] = [{ set: 'status', words: statusNames }]
