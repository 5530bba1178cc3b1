/** The texts of the sheet that takes a day. */
import { defineTexts } from '../language/texts.js'

export const toDayTexts = defineTexts({
  en: {
    title: 'To a day',
    asOf: 'As it was on',
    knownAt: 'As we knew it on',
    hint: '1 March 2025, 1.3., yesterday',
    sameDay: 'The same day',
    unread: 'This is no day that has been. Write one like 1 March 2025, 1.3.2025 or yesterday.',
    go: 'Go there',
  },
  fi: {
    title: 'Siirry päivään',
    asOf: 'Kuten oli',
    knownAt: 'Kuten tiesimme',
    hint: '1. maaliskuuta 2025, 1.3., eilen',
    sameDay: 'Samana päivänä',
    unread: 'Tämä ei ole mennyt päivä. Kirjoita esimerkiksi 1. maaliskuuta 2025, 1.3.2025 tai eilen.',
    go: 'Siirry',
  },
  sv: {
    title: 'Till en dag',
    asOf: 'Som det var den',
    knownAt: 'Som vi visste den',
    hint: '1 mars 2025, 1.3., i går',
    sameDay: 'Samma dag',
    unread: 'Det är ingen dag som har varit. Skriv till exempel 1 mars 2025, 1.3.2025 eller i går.',
    go: 'Gå dit',
  },
  de: {
    title: 'Zu einem Tag',
    asOf: 'Wie es war am',
    knownAt: 'Wie wir es wussten am',
    hint: '1. März 2025, 1.3., gestern',
    sameDay: 'Am selben Tag',
    unread: 'Das ist kein vergangener Tag. Schreiben Sie zum Beispiel 1. März 2025, 1.3.2025 oder gestern.',
    go: 'Dorthin',
  },
  nb: {
    title: 'Til en dag',
    asOf: 'Slik det var',
    knownAt: 'Slik vi visste det',
    hint: '1. mars 2025, 1.3., i går',
    sameDay: 'Samme dag',
    unread: 'Dette er ingen dag som har vært. Skriv for eksempel 1. mars 2025, 1.3.2025 eller i går.',
    go: 'Gå dit',
  },
})
