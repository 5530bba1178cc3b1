/** The texts of the ways from other screens into the audit. */
import { defineTexts } from '../../../language/texts.js'

export const leadTexts = defineTexts({
  en: {
    replay: 'Replay',
    person: 'What is known, and who looked',
  },
  fi: {
    replay: 'Läpikäynti',
    person: 'Mitä tiedetään ja kuka katsoi',
  },
  sv: {
    replay: 'Genomgång',
    person: 'Vad man vet och vem som läst',
  },
  de: {
    replay: 'Nachvollziehen',
    person: 'Was bekannt ist und wer gelesen hat',
  },
  nb: {
    replay: 'Gjennomgang',
    person: 'Hva man vet og hvem som har lest',
  },
})
