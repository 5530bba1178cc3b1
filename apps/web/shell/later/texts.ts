/** The texts of a page that could not be loaded: plain ones, as they are said before anything that reads texts has come. */
import type { Language } from '../../language/languages.js'

export interface UnloadedTexts {
  title: string
  said: string
  again: string
}

export const unloadedTexts: Record<Language, UnloadedTexts> = {
  en: {
    title: 'This page could not be loaded',
    said: 'The connection to the server seems to be cut. The page loads by itself as soon as it is back. Nothing that has been recorded is lost.',
    again: 'Try again',
  },
  fi: {
    title: 'Sivua ei voitu ladata',
    said: 'Yhteys palvelimeen näyttää katkenneen. Sivu latautuu itsestään, kun yhteys palaa. Mitään kirjattua ei ole kadonnut.',
    again: 'Yritä uudelleen',
  },
  sv: {
    title: 'Sidan kunde inte läsas in',
    said: 'Anslutningen till servern verkar vara bruten. Sidan läses in av sig själv när den är tillbaka. Inget som har registrerats har gått förlorat.',
    again: 'Försök igen',
  },
  de: {
    title: 'Diese Seite konnte nicht geladen werden',
    said: 'Die Verbindung zum Server scheint unterbrochen zu sein. Die Seite lädt von selbst, sobald sie wieder steht. Nichts, was erfasst wurde, ist verloren.',
    again: 'Noch einmal versuchen',
  },
  nb: {
    title: 'Siden kunne ikke lastes',
    said: 'Forbindelsen til tjeneren ser ut til å være brutt. Siden lastes av seg selv når den er tilbake. Ingenting av det som er registrert, er tapt.',
    again: 'Prøv igjen',
  },
}
