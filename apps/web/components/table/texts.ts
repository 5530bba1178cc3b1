/** The texts of the table. */
import { defineTexts } from '../../language/texts.js'

export const tableTexts = defineTexts({
  en: { sort: 'Sort by {by}', order: 'Order' },
  fi: { sort: 'Järjestä: {by}', order: 'Järjestys' },
  sv: { sort: 'Sortera efter {by}', order: 'Ordning' },
  de: { sort: 'Sortieren nach {by}', order: 'Reihenfolge' },
  nb: { sort: 'Sorter etter {by}', order: 'Rekkefølge' },
})
