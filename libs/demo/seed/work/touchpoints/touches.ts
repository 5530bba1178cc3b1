/** What is recorded at once, without a plan: calls, emails, notes and meetings in passing. */
import { workdayAfter } from '../../plan/calendar.js'
import { contextOf, type World } from '../../plan/world.js'
import type { Act } from '../../run/act.js'
import { encounter, invitedNoteOf, late, remember, type Touching } from './encounter.js'

/** Share recorded on a phone. */
const mobile = 0.25

function record(world: World, touching: Touching, of: { kind: string; body: object; lateness?: number }): Act {
  const { agenda } = world
  const act = agenda.say({
    ...agenda.told(agenda.momentOf(touching.day), of.lateness ?? late),
    as: touching.member.id,
    category: 'touchpoint',
    command: `record-${of.kind}`,
    id: agenda.id(),
    body: of.body,
  })
  return remember(touching.relation, act)
}

export function phoneCallTouch(world: World, touching: Touching): Act {
  const isReached = world.random.chance(0.85)
  return record(world, touching, {
    kind: 'phone-call',
    body: {
      ...encounter(world, touching, world.random.chance(mobile)),
      channel: 'phone',
      result: isReached ? 'reached' : 'call-back',
      durationMinutes: world.random.int(2, 35),
      note: invitedNoteOf(world, touching, 'phoneNote'),
    },
  })
}

export function emailTouch(world: World, touching: Touching): Act {
  const texts = world.notes.in(touching.member.language)
  return record(world, touching, {
    kind: 'email',
    lateness: 0,
    body: {
      ...encounter(world, touching),
      channel: 'email',
      subject: texts.caseSubject(contextOf(touching.relation.account, touching.day)),
      note: invitedNoteOf(world, touching, 'emailSummary'),
    },
  })
}

export function quickNote(world: World, touching: Touching): Act {
  const body = {
    ...encounter(world, touching, world.random.chance(0.6)),
    note: invitedNoteOf(world, touching, 'quickNote'),
  }
  return record(world, touching, { kind: 'note', body })
}

/** Now and then a private note; half of them are kept private for another while. */
export function privateNoteTouch(world: World, touching: Touching): Act {
  const { customers, unit, function: works, language } = encounter(world, touching)
  const body = { customers, unit, function: works, language, note: invitedNoteOf(world, touching, 'quickNote') }
  const act = record(world, touching, { kind: 'private-note', lateness: 0, body })
  if (world.random.chance(0.5)) {
    const at = world.agenda.momentOf(workdayAfter(touching.day, 80))
    world.agenda.say({ at, as: act.as, category: 'touchpoint', command: 'keepPrivate', id: act.id, body: {} })
  }
  return act
}

/** An unplanned meeting in passing. */
export function meetingTouch(world: World, touching: Touching): Act {
  return record(world, touching, {
    kind: 'meeting',
    body: {
      ...encounter(world, touching),
      channel: 'in-person',
      place: touching.relation.account.company.city,
      durationMinutes: world.random.int(2, 9) * 15,
      note: invitedNoteOf(world, touching, 'visitNote'),
    },
  })
}
