/** The texts of what all screens share. */
import { defineTexts } from '../language/texts.js'

export const componentTexts = defineTexts({
  en: {
    noAnswer: 'No answer',
    loading: 'Loading…',
    unreachable: 'The server did not answer. Nothing is lost; try again.',
    again: 'Try again',
    close: 'Close',
    erased: 'erased',
    withheld: 'withheld',
  },
  fi: {
    noAnswer: 'Ei vastausta',
    loading: 'Haetaan…',
    unreachable: 'Palvelin ei vastannut. Mitään ei ole kadonnut; yritä uudelleen.',
    again: 'Yritä uudelleen',
    close: 'Sulje',
    erased: 'poistettu',
    withheld: 'piilotettu',
  },
  sv: {
    noAnswer: 'Inget svar',
    loading: 'Hämtar…',
    unreachable: 'Servern svarade inte. Inget har gått förlorat; försök igen.',
    again: 'Försök igen',
    close: 'Stäng',
    erased: 'raderat',
    withheld: 'undanhållet',
  },
  de: {
    noAnswer: 'Keine Antwort',
    loading: 'Wird geladen…',
    unreachable: 'Der Server hat nicht geantwortet. Nichts ist verloren; versuchen Sie es noch einmal.',
    again: 'Noch einmal versuchen',
    close: 'Schließen',
    erased: 'gelöscht',
    withheld: 'zurückgehalten',
  },
  nb: {
    noAnswer: 'Ikke noe svar',
    loading: 'Henter…',
    unreachable: 'Tjeneren svarte ikke. Ingenting er tapt; prøv igjen.',
    again: 'Prøv igjen',
    close: 'Lukk',
    erased: 'slettet',
    withheld: 'holdt tilbake',
  },
})
