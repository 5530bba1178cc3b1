/** What the codes of imports are called in every language. */
import { stalls, vanishedOutcomes } from '#imports'
import { defineVocabulary, type Vocabulary } from '#kernel'
import { reasonsToKeep } from '../import.events.js'

export const importStates = ['running', 'stalled', 'completed', 'undoing', 'undone'] as const
export const leftLists = ['setAside', 'refused', 'warned'] as const

export const importWords: readonly Vocabulary[] = [
  defineVocabulary('import-state', importStates, {
    en: ['running', 'stalled', 'done', 'being undone', 'undone'],
    fi: ['käynnissä', 'pysähtynyt', 'valmis', 'perutaan', 'peruttu'],
    sv: ['pågår', 'avstannad', 'klar', 'tas tillbaka', 'tillbakatagen'],
    de: ['läuft', 'steht still', 'fertig', 'wird zurückgenommen', 'zurückgenommen'],
    nb: ['pågår', 'står stille', 'ferdig', 'tas tilbake', 'tatt tilbake'],
  }),
  defineVocabulary('import-stalled', stalls, {
    en: ['whoever began it has left', 'whoever began it may not any more', 'its files are gone', 'it failed'],
    fi: ['aloittaja on lähtenyt', 'aloittaja ei enää saa tehdä tätä', 'sen tiedostot ovat poissa', 'se epäonnistui'],
    sv: [
      'den som påbörjade den har slutat',
      'den som påbörjade den får inte längre',
      'dess filer är borta',
      'den misslyckades',
    ],
    de: [
      'wer ihn begonnen hat, ist ausgeschieden',
      'wer ihn begonnen hat, darf es nicht mehr',
      'seine Dateien sind fort',
      'er ist gescheitert',
    ],
    nb: [
      'den som begynte den, har sluttet',
      'den som begynte den, får ikke lenger',
      'filene er borte',
      'den mislyktes',
    ],
  }),
  defineVocabulary('import-list', leftLists, {
    en: ['set aside', 'refused', 'warned'],
    fi: ['sivuun pantu', 'hylätty', 'varoitettu'],
    sv: ['lagt åt sidan', 'avvisat', 'varnat'],
    de: ['beiseitegelegt', 'abgewiesen', 'gewarnt'],
    nb: ['lagt til side', 'avvist', 'advart'],
  }),
  defineVocabulary('vanished-record', vanishedOutcomes, {
    en: ['listed', 'ended', 'taken back', 'kept: refused'],
    fi: ['luetellaan', 'päättyi', 'peruttu', 'jätetty: hylätty'],
    sv: ['listas', 'upphörde', 'tillbakatagen', 'behållen: avvisat'],
    de: ['aufgeführt', 'beendet', 'zurückgenommen', 'behalten: abgewiesen'],
    nb: ['listes', 'opphørte', 'tatt tilbake', 'beholdt: avvist'],
  }),
  defineVocabulary('kept-because', reasonsToKeep, {
    en: ['used since', 'needed by what was kept', 'changed since', 'not allowed'],
    fi: ['käytetty sen jälkeen', 'jätetty tarvitsee sitä', 'muutettu sen jälkeen', 'ei sallittu'],
    sv: ['använt sedan dess', 'behövs av det som behölls', 'ändrat sedan dess', 'inte tillåtet'],
    de: ['seitdem benutzt', 'von Behaltenem gebraucht', 'seitdem geändert', 'nicht erlaubt'],
    nb: ['brukt siden', 'trengs av det som ble beholdt', 'endret siden', 'ikke tillatt'],
  }),
]
