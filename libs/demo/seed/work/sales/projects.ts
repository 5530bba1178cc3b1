/** The customers' own projects: learned of early, changed, decided for us, for a rival, or dropped. */

import type { InventedSector } from '../../../sectors.js'
import type { ProjectKind } from '../../../texts/vocabulary.js'
import { siteCode } from '../../founding/register.js'
import { plusDays, workdayAfter } from '../../plan/calendar.js'
import { contextOf, type PlannedStage, type Relation, type World } from '../../plan/world.js'
import { equipmentParcel, type Parcel } from './goods.js'
import { sell } from './selling.js'

/** Who buys for the public puts out to tender; ships are built; everybody else renovates. */
const kinds: Partial<Record<InventedSector, ProjectKind>> = {
  healthcare: 'tender',
  education: 'tender',
  marine: 'new-ship',
}

const dayMs = 86_400_000

type Decision = 'ours' | 'rival' | 'nobody' | 'dropped'
const decisions: readonly Decision[] = ['ours', 'ours', 'rival', 'nobody', 'dropped', 'dropped']
const rival = 'Isdom'
/** Customers decide for whom they know. */
const decidesForUs: ReadonlySet<PlannedStage> = new Set(['basic', 'cooperative', 'interdependent', 'integrated'])

interface Project {
  world: World
  relation: Relation
  id: string
  decision: Decision
  /** Day on which the customer decides, and on which the work begins. */
  decided: string
  begins: string
  /** What is wanted for it. */
  parcel: Parcel
}

/** Learns of a project; we sell to it, and the customer decides after months. */
export function learnOfProject(
  world: World,
  relation: Relation,
  {
    day,
    decision: told,
    parcel = equipmentParcel(world, relation, day),
  }: { day: string; decision?: Decision; parcel?: Parcel },
): void {
  const { random } = world
  const id = world.agenda.id()
  const days = random.int(120, 420)
  const decidesOn = workdayAfter(day, days)
  const isMoved = random.chance(0.4)
  const decided = isMoved ? workdayAfter(decidesOn, random.int(20, 80)) : decidesOn
  const decision = told ?? random.pick(decisions.filter((one) => one !== 'ours' || decidesForUs.has(relation.stage)))
  const begins = plusDays(decidesOn, random.int(90, 200))
  const project = { world, relation, id, decision, decided, begins, parcel }
  say(project, day, { command: 'learn', body: learnedOf(project, { day, decidesOn }) })
  const edit = { decidesOn: { was: decidesOn, is: decided } }
  if (isMoved) say(project, workdayAfter(day, 40), { command: 'edit', body: edit })
  settle(project)
  if (told !== undefined || random.chance(0.6)) sellTo(project, workdayAfter(day, 25))
}

function learnedOf(
  { world, relation, begins, parcel }: Project,
  { day, decidesOn }: { day: string; decidesOn: string },
): object {
  const { random, notes } = world
  const { account, owner, unit } = relation
  const { sector, sites } = account.company
  const isPlain = sector !== 'marine' && random.chance(0.3)
  const kind = isPlain ? 'renovation' : (kinds[sector] ?? 'renovation')
  const site =
    kind === 'renovation' ? random.pick([undefined, ...sites.map((one) => siteCode(account.company, one))]) : undefined
  return {
    customer: account.id,
    unit,
    ...notes.in(owner.language).project(kind, { ...contextOf(relation, day), goods: parcel.map(([code]) => code) }),
    kind,
    decidesOn,
    startsOn: begins,
    ...(site ? { site } : {}),
  }
}

function say({ world, relation, id }: Project, day: string, said: { command: string; body: object }): void {
  const at = world.agenda.momentOf(day)
  world.agenda.say({ at, as: relation.owner.id, category: 'customerproject', id, ...said })
}

function settle(project: Project): void {
  const { world, relation, decision, decided } = project
  const texts = world.notes.in(relation.owner.language)
  const context = contextOf(relation, decided)
  if (decision === 'dropped') {
    say(project, decided, { command: 'drop', body: { why: texts.occasion('projectDropped', context) } })
    return
  }
  const why = texts.occasion('projectDecided', context, decision)
  const body = { outcome: decision, ...(decision === 'rival' ? { to: rival } : {}), why }
  say(project, decided, { command: 'decide', body })
}

/** The deal ends as the customer decides; what it bought is delivered when the work begins. */
function sellTo({ world, relation, id, decision, decided, begins, parcel }: Project, day: string): void {
  const daysUntil = (later: string, from: string) => Math.round((Date.parse(later) - Date.parse(from)) / dayMs)
  const later = Math.max(0, daysUntil(begins, decided))
  const said = { day, customerProject: id, days: daysUntil(decided, day), decided, later, parcel }
  if (decision === 'ours') sell(world, relation, { ...said, outcome: 'won' })
  else if (decision === 'rival') sell(world, relation, { ...said, outcome: 'lost', reason: 'price', to: rival })
  else sell(world, relation, { ...said, outcome: 'lost', reason: 'project-dropped' })
}
