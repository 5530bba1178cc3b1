/** What is recorded at once, without a plan: calls, emails, notes and meetings in passing. */
import { workdayAfter } from '../../plan/calendar.js'
import { habitsOf } from '../../plan/habits.js'
import type { World } from '../../plan/world.js'
import type { Act } from '../../run/act.js'
import {
  begunBy,
  contextsOfTouch,
  encounter,
  feelingOf,
  freshNote,
  minutesOf,
  remember,
  type Touching,
  withPerson,
} from './encounter.js'

/** Share recorded on a phone. */
const mobile = 0.25
const atOnce = { late: 0, latest: 2 }

function record(world: World, touching: Touching, of: { kind: string; body: object; isAtOnce?: boolean }): Act {
  const { agenda } = world
  const act = agenda.say({
    ...agenda.told(agenda.momentOf(touching.day), of.isAtOnce ? atOnce : habitsOf[touching.relation.unit]),
    as: touching.member.id,
    category: 'touchpoint',
    command: `record-${of.kind}`,
    id: agenda.id(),
    body: of.body,
  })
  return remember(touching.relation, act)
}

/** Nobody is reached by a call that they begin. */
export function phoneCallTouch(world: World, of: Touching): Act {
  const touching = withPerson(world, of)
  const said = encounter(world, touching, world.random.chance(mobile))
  const by = begunBy(said)
  const talk = { channel: 'phone', durationMinutes: world.random.int(2, 35) }
  if (by === 'we' && world.random.chance(0.15)) return callInVain(world, touching, said)
  const written = freshNote(world, touching, 'phoneNote', by)
  return record(world, touching, { kind: 'phone-call', body: { ...said, ...talk, result: 'reached', ...written } })
}

function callInVain(world: World, touching: Touching, said: object): Act {
  const note = world.notes.in(touching.member.language).notReached(contextsOfTouch(world, touching, 'we')())
  const isNew = world.notes.claim(touching.relation.account, note, touching.day)
  const body = { ...said, channel: 'phone', result: 'call-back', ...(isNew ? { note } : {}) }
  return record(world, touching, { kind: 'phone-call', body })
}

export function emailTouch(world: World, of: Touching): Act {
  const touching = withPerson(world, of)
  const said = encounter(world, touching)
  const draw = contextsOfTouch(world, touching, begunBy(said))
  const texts = world.notes.in(touching.member.language)
  const { account } = touching.relation
  const write = () => {
    const context = draw()
    return { email: texts.email(context), topic: context.topic }
  }
  const saying = ({ email: { note, subject } }: ReturnType<typeof write>) => [note, subject]
  const { email, topic } = world.notes.fresh(account, touching.day, write, saying)
  const body = { ...said, channel: 'email', ...email, ...feelingOf(world, touching.mood, topic) }
  return record(world, touching, { kind: 'email', isAtOnce: true, body })
}

export function quickNote(world: World, of: Touching): Act {
  const touching = withPerson(world, of)
  const said = encounter(world, touching, world.random.chance(0.6))
  return record(world, touching, {
    kind: 'note',
    body: { ...said, ...freshNote(world, touching, 'quickNote') },
  })
}

/** Now and then a private note; half of them are kept private for another while. */
export function privateNoteTouch(world: World, touching: Touching): Act {
  const { customers, unit, function: works, language } = encounter(world, touching)
  const { note } = freshNote(world, touching, 'quickNote')
  const body = { customers, unit, function: works, language, note }
  const act = record(world, touching, { kind: 'private-note', isAtOnce: true, body })
  if (world.random.chance(0.5)) {
    const at = world.agenda.momentOf(workdayAfter(touching.day, 80))
    world.agenda.say({ at, as: act.as, category: 'touchpoint', command: 'keepPrivate', id: act.id, body: {} })
  }
  return act
}

/** An unplanned meeting in passing. */
export function meetingTouch(world: World, of: Touching): Act {
  const touching = withPerson(world, of)
  const said = encounter(world, touching)
  const written = freshNote(world, touching, 'visitNote', begunBy(said))
  return record(world, touching, {
    kind: 'meeting',
    body: {
      ...said,
      channel: 'in-person',
      place: touching.relation.place,
      durationMinutes: minutesOf(written.note) ?? world.random.int(2, 9) * 15,
      ...written,
    },
  })
}
