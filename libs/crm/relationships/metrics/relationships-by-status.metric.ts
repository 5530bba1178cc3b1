/** How many customers continue, and how many fall silent? */
import { changing, defineMetric, type Fact, type StateContribution } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { type StatusFrom, statusOn } from '../life-cycle.js'
import { relationships } from '../relationships.view.js'
import { byStatus } from './relationships.dimension.js'

interface Standing {
  unit: string
  owner?: string
  schedule: StatusFrom[]
}

type Counted = StateContribution<'unit' | 'member' | 'status'>

/** The status on the day, and each one that time alone will bring: in its place, instead of the one before. */
function statusesFrom({ unit, owner, schedule }: Standing, fact: Fact): Counted[] {
  const day = fact.day ?? fact.at.slice(0, 10)
  const place = { unit, member: owner }
  const now = statusOn(schedule, day)
  const counted: Counted[] = [{ ...place, on: day, status: now }]
  let before = now
  for (const { from, status } of schedule.filter((step) => step.from > day)) {
    counted.push({ ...place, on: from, status: before, value: -1 }, { ...place, on: from, status })
    before = status
  }
  return counted
}

export const relationshipsByStatus = defineMetric({
  name: 'relationships-by-status',
  label: {
    en: 'Relationships by status',
    fi: 'Suhteet tilan mukaan',
    sv: 'Relationer per status',
    de: 'Beziehungen nach Status',
    nb: 'Relasjoner etter status',
  },
  kind: 'stock',
  unit: 'count',
  better: 'neither',
  owner: 'management',
  question: 'How many relationships are prospects, one-off, continuing, passive, lost?',
  formula:
    'relationships at the end of the day, by the life-cycle status that holds then; days ahead show what becomes of them without further income',
  of: relationships,
  dimensions: [...byUnit, byMember, byStatus, bySector],
  measure: changing(statusesFrom),
})
