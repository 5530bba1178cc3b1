/** The customers' own projects: learned of early, changed, decided for us, for a rival, or dropped. */

import { siteCode } from '../../founding/register.js'
import { plusDays, workdayAfter } from '../../plan/calendar.js'
import { contextOf, type Relation, type World } from '../../plan/world.js'
import { sell } from './selling.js'

const kinds = [
  ['renovation', 6],
  ['tender', 3],
] as const

const decisions = ['ours', 'ours', 'rival', 'nobody', 'dropped'] as const

/** Learns of a project; we sell to it, and the customer decides after months. */
export function learnOfProject(world: World, relation: Relation, day: string): void {
  const { agenda, random, notes } = world
  const { account, owner } = relation
  const kind = account.company.sector === 'marine' ? 'new-ship' : random.weighted(kinds)
  const context = contextOf(account, day)
  const texts = notes.in(owner.language)
  const id = agenda.id()
  const days = random.int(120, 420)
  const decidesOn = plusDays(day, days)
  const site = random.pick([undefined, ...account.company.sites.map(({ name }) => siteCode(name))])
  const say = (on: string, command: string, body: object) =>
    agenda.say({ at: agenda.momentOf(on), as: owner.id, category: 'customerproject', command, id, body })
  say(day, 'learn', {
    customer: account.id,
    unit: relation.unit,
    name: texts.projectName(kind, context),
    kind,
    what: texts.projectDescription(kind, context),
    decidesOn,
    startsOn: plusDays(decidesOn, random.int(60, 200)),
    ...(site ? { site } : {}),
  })
  if (random.chance(0.4)) {
    const is = plusDays(decidesOn, random.int(20, 80))
    say(workdayAfter(day, 40), 'edit', { decidesOn: { was: decidesOn, is } })
  }
  settle({ world, relation, id }, workdayAfter(decidesOn, 0), say)
  if (random.chance(0.6) && !relation.isStoried)
    sell(world, relation, { day: workdayAfter(day, 25), customerProject: id, days: days - 60 })
}

type Say = (day: string, command: string, body: object) => void

function settle({ world, relation }: { world: World; relation: Relation; id: string }, day: string, say: Say): void {
  const texts = world.notes.in(relation.owner.language)
  const context = contextOf(relation.account, day)
  const decision = world.random.pick(decisions)
  if (decision === 'dropped') {
    say(day, 'drop', { why: texts.lossReason(context) })
    return
  }
  const why = decision === 'ours' ? texts.winReason(context) : texts.lossReason(context)
  say(day, 'decide', { outcome: decision, ...(decision === 'rival' ? { to: 'Isdom' } : {}), why })
}
