/** How fresh is what we record? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byFunction, byMember, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

const hourMs = 3_600_000

export const recordingDelay = defineMetric({
  name: 'recording-delay',
  label: {
    en: 'Recording delay',
    fi: 'Kirjausviive',
    sv: 'Registreringsfördröjning',
    de: 'Erfassungsverzug',
    nb: 'Registreringsforsinkelse',
  },
  kind: 'duration',
  unit: 'hours',
  better: 'lower',
  owner: 'sales',
  question: 'How long after an encounter is it recorded?',
  formula:
    'hours from an encounter until it was first recorded, on the day it took place; only where its moment or its day is known, a day counting from its first moment',
  of: touchpointsView,
  dimensions: [...byUnit, byMember, byFunction, bySector],
  measure: standingMetric(({ at, recordedAt, exact, unit, member, function: of }) => {
    if (!exact) return []
    const length = Math.max(0, (Date.parse(recordedAt) - Date.parse(at)) / hourMs)
    return [{ on: at, unit, member, function: of, length }]
  }),
})
