/** What is handed over, in every language. */
import { defineVocabulary } from '#kernel'
import { handedKinds } from '../families/handover.js'

export const handoverWords = [
  defineVocabulary('handed-kind', handedKinds, {
    en: ['relationship', 'opportunity', 'promise', 'visit'],
    fi: ['suhde', 'myyntimahdollisuus', 'lupaus', 'käynti'],
    sv: ['relation', 'affärsmöjlighet', 'löfte', 'besök'],
    de: ['Beziehung', 'Verkaufschance', 'Zusage', 'Besuch'],
    nb: ['relasjon', 'salgsmulighet', 'løfte', 'besøk'],
  }),
]
