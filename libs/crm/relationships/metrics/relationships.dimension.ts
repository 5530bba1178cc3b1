/** Figures by how deep a relationship is, and by where it is in its life cycle. */
import { Codes, defineDimension } from '#kernel'
import { stages } from '../../organization/events/group.events.js'
import { statuses } from '../relationship.events.js'

export const byStage = defineDimension({
  name: 'stage',
  label: { en: 'Stage', fi: 'Vaihe', sv: 'Stadium', de: 'Stufe', nb: 'Trinn' },
  asked: Codes(),
  choices: stages,
})

export const byStatus = defineDimension({
  name: 'status',
  label: { en: 'Status', fi: 'Tila', sv: 'Status', de: 'Status', nb: 'Status' },
  asked: Codes(),
  choices: statuses,
})
