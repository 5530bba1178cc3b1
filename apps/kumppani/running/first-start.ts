/** What happens once, on an empty log: the demo group, or one administrator. */

import { business } from '#crm'
import { seedDemo } from '#demo'
import { openSqliteReadStore, type SqliteEventLog, type SqliteKeyVault } from '#engines/sqlite'
import type { Viewer } from '#kernel'
import { LocalCore } from '#operations'
import type { DataFolder, Founding, Settings } from '#platform/config'
import { tablesOf } from '#read-models'
import { markFinished, markUnfinished } from './unfinished-start.js'

/** Acts before there is any member. */
const founder: Viewer = { member: 'system:first-start', grants: [] }

export const firstAdministrator = 'admin'

/** At least as many as a group is founded with. */
const foundingEvents = 20

interface FirstStart {
  folder: DataFolder
  log: SqliteEventLog
  vault: SqliteKeyVault
  settings: Pick<Settings, 'demo' | 'eventLogFile' | 'locale' | 'founding'>
  onStep: (line: string) => void
}

/** Fills an empty log; on any other it does nothing. Answers whether it did. */
export async function firstStart({ folder, log, vault, settings, onStep }: FirstStart): Promise<boolean> {
  if ((await log.head()) > 0) return false
  markUnfinished(folder.path, settings.eventLogFile)
  let now = new Date()
  // Commands alone are dispatched here; the read models are derived from the log afterwards.
  const store = openSqliteReadStore({ file: ':memory:', locale: settings.locale })
  await store.declare(tablesOf(business.registry))
  const core = new LocalCore({
    ...business,
    log,
    vault,
    store,
    clock: () => now,
    locale: settings.locale,
    parked: async () => 0,
  })
  await core.start()
  if (settings.demo) {
    onStep('filling the demo group: three years of simulated history')
    await seedDemo({ core, setClock: (moment) => (now = moment), until: new Date(), onProgress: onStep })
  } else await appointAdministrator(core, settings.founding)
  await core.stop()
  await store.close()
  markFinished(folder.path)
  return true
}

/** Whether nothing was recorded since the group was founded: nobody has begun to work. */
export async function isUntouched(log: Pick<SqliteEventLog, 'readAll'>): Promise<boolean> {
  const events = await log.readAll({ after: 0, limit: foundingEvents + 1 })
  return events.every(({ metadata }) => metadata.actor === founder.member)
}

/** A group needs somebody who may set it up. */
async function appointAdministrator(core: LocalCore, { country, ...group }: Founding): Promise<void> {
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
