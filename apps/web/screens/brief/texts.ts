/** The texts of the brief. */
import { defineTexts } from '../../language/texts.js'

export const briefTexts = defineTexts({
  en: {
    brief: 'Brief',
    back: 'Back to the customer',
    print: 'Print',
    at: 'As of {at}',
    source: 'Source {number}',
  },
  fi: {
    brief: 'Tiivistelmä',
    back: 'Takaisin asiakkaaseen',
    print: 'Tulosta',
    at: 'Tilanne {at}',
    source: 'Lähde {number}',
  },
  sv: {
    brief: 'Sammandrag',
    back: 'Tillbaka till kunden',
    print: 'Skriv ut',
    at: 'Läget {at}',
    source: 'Källa {number}',
  },
  de: {
    brief: 'Kurzbericht',
    back: 'Zurück zum Kunden',
    print: 'Drucken',
    at: 'Stand {at}',
    source: 'Quelle {number}',
  },
  nb: {
    brief: 'Sammendrag',
    back: 'Tilbake til kunden',
    print: 'Skriv ut',
    at: 'Per {at}',
    source: 'Kilde {number}',
  },
})
