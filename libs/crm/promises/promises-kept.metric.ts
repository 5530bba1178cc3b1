/** Do we keep our word? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../organization/organization.dimension.js'
import { promises } from './promises.view.js'

export const promisesKept = defineMetric({
  name: 'promises-kept',
  label: {
    en: 'Promises kept',
    fi: 'Pidetyt lupaukset',
    sv: 'Hållna löften',
    de: 'Gehaltene Zusagen',
    nb: 'Holdte løfter',
  },
  kind: 'ratio',
  unit: 'percent',
  better: 'higher',
  owner: 'management',
  question: 'Do we keep our word?',
  formula:
    'promises kept in time ÷ promises due, by the day they are due; only accepted promises, not next steps; a promise that was moved on the day it was moved to; a day counts once it is over',
  of: promises,
  dimensions: [...byUnit, byMember, bySector],
  // An open promise counts as broken on the day it is due, until it is kept: time alone breaks it, once that day is over.
  counts: 'once-over',
  measure: standingMetric(({ kind, status, due, unit, owner }) =>
    kind === 'promise' && owner !== undefined && (status === 'open' || status === 'kept' || status === 'kept-late')
      ? [{ on: due, unit, member: owner, value: status === 'kept' ? 1 : 0, whole: 1 }]
      : [],
  ),
})
