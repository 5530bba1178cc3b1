/** What the codes of promises are called in every language. */
import { defineVocabulary, type Vocabulary } from '#kernel'
import { clocks, promiseKinds } from '../promise.events.js'
import { promiseStatuses } from '../promises.view.js'

export const promiseWords: readonly Vocabulary[] = [
  defineVocabulary('promise-kind', promiseKinds, {
    en: ['promise', 'next step'],
    fi: ['lupaus', 'seuraava askel'],
    sv: ['löfte', 'nästa steg'],
    de: ['Zusage', 'nächster Schritt'],
    nb: ['løfte', 'neste steg'],
  }),
  defineVocabulary('clock', clocks, {
    en: ['calendar', 'business hours'],
    fi: ['kalenteriaika', 'työaika'],
    sv: ['kalendertid', 'arbetstid'],
    de: ['Kalenderzeit', 'Geschäftszeit'],
    nb: ['kalendertid', 'arbeidstid'],
  }),
  defineVocabulary('promise-status', promiseStatuses, {
    en: ['offered', 'open', 'declined', 'kept', 'kept late', 'withdrawn'],
    fi: ['tarjottu', 'avoin', 'torjuttu', 'pidetty', 'pidetty myöhässä', 'peruttu'],
    sv: ['erbjudet', 'öppet', 'avböjt', 'hållet', 'hållet för sent', 'återtaget'],
    de: ['angeboten', 'offen', 'abgelehnt', 'gehalten', 'verspätet gehalten', 'zurückgezogen'],
    nb: ['tilbudt', 'åpent', 'avslått', 'holdt', 'holdt for sent', 'trukket tilbake'],
  }),
]
