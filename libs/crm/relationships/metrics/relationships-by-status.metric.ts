/** How many customers continue, and how many fall silent? */
import { changing, defineMetric, type Fact, type StateContribution } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../../organization/organization.dimension.js'
import { relationships } from '../relationships.view.js'
import { type StatusFrom, statusOn } from '../rules/life-cycle.js'
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
  question: {
    en: 'How many relationships are prospects, one-off, continuing, passive, lost?',
    fi: 'Kuinka moni asiakassuhde on potentiaalinen, kertaostaja, jatkuva, passiivinen tai menetetty?',
    sv: 'Hur många relationer är potentiella, engångsköpare, löpande, passiva, förlorade?',
    de: 'Wie viele Beziehungen sind Interessenten, Einmalkäufer, laufend, passiv, verloren?',
    nb: 'Hvor mange relasjoner er potensielle, engangskjøpere, løpende, passive, tapte?',
  },
  formula: {
    en: 'relationships at the end of the day, by the life-cycle status that holds then; days ahead show what becomes of them without further income',
    fi: 'asiakassuhteet päivän lopussa silloin voimassa olevan elinkaaren tilan mukaan; tulevat päivät näyttävät, mitä niistä tulee ilman uutta tuloa',
    sv: 'relationer vid dagens slut, efter den status i livscykeln som gäller då; dagar framåt visar vad som blir av dem utan nya intäkter',
    de: 'Beziehungen am Ende des Tages, nach dem Status im Lebenszyklus, der dann gilt; künftige Tage zeigen, was ohne weitere Einnahmen aus ihnen wird',
    nb: 'relasjoner ved slutten av dagen, etter livsløpsstatusen som gjelder da; dager fram i tid viser hva som blir av dem uten nye inntekter',
  },
  of: relationships,
  dimensions: [...byUnit, byMember, byStatus, bySector],
  measure: changing(statusesFrom),
})
