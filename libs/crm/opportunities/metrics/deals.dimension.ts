/** Figures by how far a deal is, and by how it is sold. */
import { Codes, defineDimension } from '#kernel'
import { opportunityStages, profiles } from '../opportunity.events.js'

/** Called as the stage of a relationship is: a figure has the one or the other. */
export const byDealStage = defineDimension({
  name: 'stage',
  label: { en: 'Sales stage', fi: 'Myyntivaihe', sv: 'Säljskede', de: 'Verkaufsphase', nb: 'Salgsfase' },
  asked: Codes(),
  choices: opportunityStages,
})

export const byProfile = defineDimension({
  name: 'profile',
  label: { en: 'Kind of sale', fi: 'Kaupan laji', sv: 'Affärstyp', de: 'Art des Geschäfts', nb: 'Type salg' },
  asked: Codes(),
  choices: profiles,
})
