/** What it is called that two records, of customers or of contacts, are said to be two. */
import type { Texts } from '../texts/languages.js'

export const notADuplicate: Texts = {
  en: 'Not a duplicate',
  fi: 'Ei kaksoiskappale',
  sv: 'Ingen dubblett',
  de: 'Keine Dublette',
  nb: 'Ikke et duplikat',
}
