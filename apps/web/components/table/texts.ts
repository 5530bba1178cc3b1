/** The texts of the table. */
import { defineTexts } from '../../language/texts.js'

export const tableTexts = defineTexts({
  en: { sort: 'Sort by {by}' },
  fi: { sort: 'Järjestä: {by}' },
  sv: { sort: 'Sortera efter {by}' },
  de: { sort: 'Sortieren nach {by}' },
  nb: { sort: 'Sorter etter {by}' },
})
