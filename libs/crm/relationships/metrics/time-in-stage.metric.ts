/** How long do relationships stay at a stage? */
import { BEFORE_ALL, defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { byStage } from './relationships.dimension.js'

const dayMs = 86_400_000

export const timeInStage = defineMetric({
  name: 'time-in-stage',
  label: { en: 'Time in stage', fi: 'Aika vaiheessa', sv: 'Tid i stadium', de: 'Zeit je Stufe', nb: 'Tid på trinnet' },
  kind: 'duration',
  unit: 'days',
  better: 'neither',
  owner: 'management',
  question: {
    en: 'How long do relationships stay at a stage?',
    fi: 'Kuinka kauan asiakassuhteet ovat yhdessä vaiheessa?',
    sv: 'Hur länge är relationer i ett stadium?',
    de: 'Wie lange bleiben Beziehungen auf einer Stufe?',
    nb: 'Hvor lenge står relasjoner på et trinn?',
  },
  formula: {
    en: 'days at a stage, counted under that stage on the day it is left; stages not left yet do not count',
    fi: 'päiviä vaiheessa, laskettuina sille vaiheelle päivänä, jona siitä siirrytään; vaiheita, joista ei ole vielä siirrytty, ei lasketa',
    sv: 'dagar i ett stadium, räknade på det stadiet den dag det lämnas; stadier som inte är lämnade än räknas inte',
    de: 'Tage auf einer Stufe, gezählt bei dieser Stufe an dem Tag, an dem sie verlassen wird; noch nicht verlassene Stufen zählen nicht',
    nb: 'dager på et trinn, talt på det trinnet den dagen det forlates; trinn som ikke er forlatt ennå, telles ikke',
  },
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: (before, after, { at }) => {
    if (!before || !after || before.stage === after.stage || before.stageSince === BEFORE_ALL) return []
    const length = (Date.parse(at) - Date.parse(before.stageSince)) / dayMs
    return [{ on: at, unit: before.unit, member: before.owner, stage: before.stage, length }]
  },
})
