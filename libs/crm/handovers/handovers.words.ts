/** What is handed over, in every language. */
import { defineVocabulary } from '#kernel'
import { handedKinds } from '../families/handover.js'

/** Why nobody leads a record: whoever did is gone, or its selling unit is closed. */
export const leftReasons = ['owner-gone', 'unit-closed'] as const
export type LeftReason = (typeof leftReasons)[number]

export const handoverWords = [
  defineVocabulary('handed-kind', handedKinds, {
    en: ['relationship', 'opportunity', 'promise', 'visit'],
    fi: ['suhde', 'myyntimahdollisuus', 'lupaus', 'käynti'],
    sv: ['relation', 'affärsmöjlighet', 'löfte', 'besök'],
    de: ['Beziehung', 'Verkaufschance', 'Zusage', 'Besuch'],
    nb: ['relasjon', 'salgsmulighet', 'løfte', 'besøk'],
  }),
  defineVocabulary('left-because', leftReasons, {
    en: ['whoever led it is gone', 'the selling unit is closed'],
    fi: ['vastuuhenkilö on lähtenyt', 'myyntiyksikkö on lakkautettu'],
    sv: ['den ansvariga har slutat', 'säljenheten är nedlagd'],
    de: ['die verantwortliche Person ist ausgeschieden', 'die Vertriebseinheit ist geschlossen'],
    nb: ['den ansvarlige har sluttet', 'salgsenheten er lagt ned'],
  }),
]
