/** The texts of the brief. */
import { defineTexts } from '../../language/texts.js'

export const briefTexts = defineTexts({
  en: {
    back: 'Back to the customer',
    print: 'Print',
    at: 'As of {at}',
    source: 'Source {number}',
  },
  fi: {
    back: 'Takaisin asiakkaaseen',
    print: 'Tulosta',
    at: 'Tilanne {at}',
    source: 'Lähde {number}',
  },
  sv: {
    back: 'Tillbaka till kunden',
    print: 'Skriv ut',
    at: 'Läget {at}',
    source: 'Källa {number}',
  },
  de: {
    back: 'Zurück zum Kunden',
    print: 'Drucken',
    at: 'Stand {at}',
    source: 'Quelle {number}',
  },
  nb: {
    back: 'Tilbake til kunden',
    print: 'Skriv ut',
    at: 'Per {at}',
    source: 'Kilde {number}',
  },
})
