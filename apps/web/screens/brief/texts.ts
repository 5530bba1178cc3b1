/** The texts of the brief. */
import { defineTexts } from '../../language/texts.js'

export const briefTexts = defineTexts({
  en: {
    known: 'as we knew it on {on}',
    brief: 'Brief',
    back: 'Back to the customer',
    print: 'Print',
    at: 'As of {at}',
    source: 'Source {number}',
  },
  fi: {
    known: 'sellaisena kuin se tunnettiin {on}',
    brief: 'Tiivistelmä',
    back: 'Takaisin asiakkaaseen',
    print: 'Tulosta',
    at: 'Tilanne {at}',
    source: 'Lähde {number}',
  },
  sv: {
    known: 'så som det var känt {on}',
    brief: 'Sammandrag',
    back: 'Tillbaka till kunden',
    print: 'Skriv ut',
    at: 'Läget {at}',
    source: 'Källa {number}',
  },
  de: {
    known: 'wie es am {on} bekannt war',
    brief: 'Kurzbericht',
    back: 'Zurück zum Kunden',
    print: 'Drucken',
    at: 'Stand {at}',
    source: 'Quelle {number}',
  },
  nb: {
    known: 'slik det var kjent {on}',
    brief: 'Sammendrag',
    back: 'Tilbake til kunden',
    print: 'Skriv ut',
    at: 'Per {at}',
    source: 'Kilde {number}',
  },
})
