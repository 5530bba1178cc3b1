/** How deep are our relationships? */
import { changing, defineMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { byStage } from './relationships.dimension.js'

export const relationshipsByStage = defineMetric({
  name: 'relationships-by-stage',
  label: {
    en: 'Relationships by stage',
    fi: 'Suhteet vaiheittain',
    sv: 'Relationer per stadium',
    de: 'Beziehungen nach Stufe',
    nb: 'Relasjoner etter trinn',
  },
  kind: 'stock',
  unit: 'count',
  better: 'neither',
  owner: 'management',
  question: {
    en: 'How many relationships are at each stage?',
    fi: 'Kuinka moni asiakassuhde on missäkin vaiheessa?',
    sv: 'Hur många relationer är i varje stadium?',
    de: 'Wie viele Beziehungen stehen auf jeder Stufe?',
    nb: 'Hvor mange relasjoner står på hvert trinn?',
  },
  formula: {
    en: 'relationships at the end of the day, by the stage they are at; ended ones stay under ended',
    fi: 'asiakassuhteet päivän lopussa sen mukaan, missä vaiheessa ne ovat; päättyneet pysyvät päättyneissä',
    sv: 'relationer vid dagens slut, efter stadiet de är i; avslutade ligger kvar under avslutad',
    de: 'Beziehungen am Ende des Tages, nach der Stufe, auf der sie stehen; beendete bleiben unter beendet',
    nb: 'relasjoner ved slutten av dagen, etter trinnet de står på; avsluttede blir liggende under avsluttet',
  },
  of: relationships,
  dimensions: [...byUnit, byMember, byStage, bySector],
  measure: changing(({ unit, owner, stage }) => [{ unit, member: owner, stage }]),
})
