/** What the codes of opportunities are called in every language. */
import { defineVocabulary, type Vocabulary } from '#kernel'
import { lossReasons, opportunityStages, opportunityStatuses, profiles } from '../opportunity.events.js'

export const opportunityWords: readonly Vocabulary[] = [
  defineVocabulary('profile', profiles, {
    en: ['product sale', 'project sale'],
    fi: ['tuotekauppa', 'projektikauppa'],
    sv: ['produktaffär', 'projektaffär'],
    de: ['Produktgeschäft', 'Projektgeschäft'],
    nb: ['produktsalg', 'prosjektsalg'],
  }),
  defineVocabulary('loss-reason', lossReasons, {
    en: ['price', 'time', 'product', 'relationship', 'project dropped', 'other'],
    fi: ['hinta', 'aika', 'tuote', 'suhde', 'hanke peruuntui', 'muu'],
    sv: ['pris', 'tid', 'produkt', 'relation', 'projektet lades ned', 'annat'],
    de: ['Preis', 'Zeit', 'Produkt', 'Beziehung', 'Vorhaben aufgegeben', 'Sonstiges'],
    nb: ['pris', 'tid', 'produkt', 'relasjon', 'prosjektet ble droppet', 'annet'],
  }),
  defineVocabulary('opportunity-status', opportunityStatuses, {
    en: ['open', 'won', 'lost'],
    fi: ['avoin', 'voitettu', 'hävitty'],
    sv: ['öppen', 'vunnen', 'förlorad'],
    de: ['offen', 'gewonnen', 'verloren'],
    nb: ['åpen', 'vunnet', 'tapt'],
  }),
  defineVocabulary('opportunity-stage', opportunityStages, {
    en: ['prospecting', 'engaging', 'needs agreed', 'offered', 'negotiating', 'specified', 'tendering', 'shortlisted'],
    fi: [
      'kartoitus',
      'keskustelu',
      'tarve sovittu',
      'tarjottu',
      'neuvottelu',
      'määritelty',
      'tarjouskilpailu',
      'jatkossa mukana',
    ],
    sv: [
      'bearbetning',
      'dialog',
      'behov klarlagt',
      'offererad',
      'förhandling',
      'specificerad',
      'upphandling',
      'på kortlistan',
    ],
    de: [
      'Sondierung',
      'im Gespräch',
      'Bedarf geklärt',
      'angeboten',
      'in Verhandlung',
      'spezifiziert',
      'in Ausschreibung',
      'in engerer Wahl',
    ],
    nb: ['kartlegging', 'dialog', 'behov avklart', 'tilbudt', 'forhandling', 'spesifisert', 'anbud', 'på kortlisten'],
  }),
]
