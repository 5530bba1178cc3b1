/** What happens once, on an empty log: a group is founded, with one administrator unless somebody fills it otherwise. */
import type { EventLog, Viewer } from '#kernel'
import type { Commands } from './core/core.js'
import { LocalCore, type LocalParts } from './core/local-core.js'

/** The group and its first country company. */
export interface Founding {
  name: string
  /** ISO 4217. */
  currency: string
  /** ISO 3166. */
  country: string
  /** IANA. */
  timeZone: string
  /** ISO 639. */
  language: string
}

export interface FirstStart extends Omit<LocalParts, 'clock' | 'parked'> {
  /** Records what the group begins with, at moments that it sets. */
  fill(core: LocalCore, setClock: (moment: Date) => void): Promise<void>
  /** Told before the first event, and after the last: what was begun and not finished is done anew. */
  onBegun(): void
  onFinished(): void
}

/** Acts before there is any member. */
const founder: Viewer = { member: 'system:first-start', grants: [] }

export const firstAdministrator = 'admin'

/** At least as many as a group is founded with. */
const foundingEvents = 20

/** Fills a log that is empty, as the store is: commands alone are dispatched here. */
export async function firstStart({ fill, onBegun, onFinished, ...parts }: FirstStart): Promise<void> {
  onBegun()
  let now = new Date()
  const core = new LocalCore({ ...parts, clock: () => now, parked: async () => 0 })
  await core.start()
  await fill(core, (moment) => {
    now = moment
  })
  await core.stop()
  onFinished()
}

/** Whether nothing was recorded since the group was founded: nobody has begun to work. */
export async function isUntouched(log: Pick<EventLog, 'readAll'>): Promise<boolean> {
  const events = await log.readAll({ after: 0, limit: foundingEvents + 1 })
  return events.every(({ metadata }) => metadata.actor === founder.member)
}

/** A group needs somebody who may set it up. */
export async function appointAdministrator(core: Commands, { country, ...group }: Founding): Promise<void> {
  const { currency, timeZone, language } = group
  const commands = [
    {
      category: 'group',
      command: 'found',
      id: 'group',
      body: group,
    },
    {
      category: 'subsidiary',
      command: 'open',
      id: 'hq',
      body: { name: 'Headquarters', country, currency, timeZone, language },
    },
    { category: 'unit', command: 'open', id: 'hq', body: { subsidiary: 'hq', name: 'Headquarters' } },
    {
      category: 'member',
      command: 'join',
      id: firstAdministrator,
      body: { name: 'Administrator', function: 'management', unit: 'hq', language },
    },
    { category: 'member', command: 'grant', id: firstAdministrator, body: { role: 'admin' } },
    { category: 'member', command: 'grant', id: firstAdministrator, body: { role: 'steward' } },
    { category: 'member', command: 'grant', id: firstAdministrator, body: { role: 'manager' } },
  ]
  for (const [index, command] of commands.entries()) {
    // Before everything, so that what is recorded or imported of the past finds its group and unit.
    const occurred = { occurredAt: '', occurredPrecision: 'before' } as const
    await core.dispatch(
      { ...command, occurred },
      { viewer: founder, commandId: core.commandId('first-start', String(index)) },
    )
  }
}
