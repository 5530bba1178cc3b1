/** What the statuses of a relationship are called in every language; a missing name does not compile. */
import { defineVocabulary, type Texts, type Vocabulary } from '#kernel'
import { enders, type HowEnded, type Status } from '../relationship.events.js'

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

export const endingNames: Readonly<Record<HowEnded, Texts>> = {
  'broken-off': { en: 'broken off', fi: 'katkaistu', sv: 'avbruten', de: 'abgebrochen', nb: 'brutt' },
  'ran-its-course': {
    en: 'ran its course',
    fi: 'päättyi luonnostaan',
    sv: 'tog slut av sig själv',
    de: 'ausgelaufen',
    nb: 'løp ut av seg selv',
  },
}

export const relationshipWords: readonly Vocabulary[] = [
  { set: 'status', words: statusNames },
  { set: 'ending', words: endingNames },
  defineVocabulary('ended-by', enders, {
    en: ['we', 'they', 'both'],
    fi: ['me', 'he', 'molemmat'],
    sv: ['vi', 'de', 'båda'],
    de: ['wir', 'der Kunde', 'beide'],
    nb: ['vi', 'de', 'begge'],
  }),
]
