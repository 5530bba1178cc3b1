/** The texts of the past. */
import { defineTexts } from '../language/texts.js'

export const pastTexts = defineTexts({
  en: {
    knownOn: 'as we knew it on {day}',
    knownThen: 'as we knew it then',
    knownToday: 'by all that we know today',
    fixed: 'nothing can be changed here',
    back: 'Back to today',
    compare: 'Compare with today',
    place: 'You are in the past',
  },
  fi: {
    knownOn: 'kuten tiesimme {day}',
    knownThen: 'kuten silloin tiesimme',
    knownToday: 'kaiken sen mukaan, mitä nyt tiedämme',
    fixed: 'täällä ei voi muuttaa mitään',
    back: 'Takaisin tähän päivään',
    compare: 'Vertaa tähän päivään',
    place: 'Olet menneessä',
  },
  sv: {
    knownOn: 'som vi visste {day}',
    knownThen: 'som vi visste då',
    knownToday: 'efter allt vi vet i dag',
    fixed: 'här kan inget ändras',
    back: 'Tillbaka till i dag',
    compare: 'Jämför med i dag',
    place: 'Du är i det förflutna',
  },
  de: {
    knownOn: 'wie wir es am {day} wussten',
    knownThen: 'wie wir es damals wussten',
    knownToday: 'nach allem, was wir heute wissen',
    fixed: 'hier kann nichts geändert werden',
    back: 'Zurück zu heute',
    compare: 'Mit heute vergleichen',
    place: 'Sie sind in der Vergangenheit',
  },
  nb: {
    knownOn: 'slik vi visste det {day}',
    knownThen: 'slik vi visste det da',
    knownToday: 'etter alt vi vet i dag',
    fixed: 'her kan ingenting endres',
    back: 'Tilbake til i dag',
    compare: 'Sammenlign med i dag',
    place: 'Du er i fortiden',
  },
})
