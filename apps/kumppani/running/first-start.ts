/** What happens once, on an empty log: the demo group, or one administrator. */
import { business } from '#crm/business.js'
import type { Viewer } from '#kernel'
import type { SqliteEventLog } from '#log/sqlite-event-log.js'
import { LocalCore } from '#platform/core/local-core.js'
import type { SqliteKeyVault } from '#privacy/sqlite-key-vault.js'
import { openSqliteReadStore } from '#readmodel/sqlite/sqlite-read-store.js'

/** Acts before there is any member. */
const founder: Viewer = { member: 'system:first-start', grants: [] }

export const firstAdministrator = 'admin'

interface FirstStart {
  log: SqliteEventLog
  vault: SqliteKeyVault
  demo: boolean
  locale: string
  onStep: (line: string) => void
}

/** Fills an empty log; on any other it does nothing. Answers whether it did. */
export async function firstStart({ log, vault, locale }: FirstStart): Promise<boolean> {
  if ((await log.head()) > 0) return false
  const core = new LocalCore({
    business,
    log,
    vault,
    // Commands alone are dispatched here; the read models are derived from the log afterwards.
    store: openSqliteReadStore({ file: ':memory:', locale }),
    clock: () => new Date(),
    locale,
    parked: async () => 0,
  })
  await core.start()
  await appointAdministrator(core)
  await core.stop()
  return true
}

/** A group needs somebody who may set it up. */
async function appointAdministrator(core: LocalCore): Promise<void> {
  const commands = [
    {
      category: 'group',
      command: 'found',
      id: 'group',
      body: { name: 'New group', currency: 'EUR', timeZone: 'UTC', language: 'en' },
    },
    {
      category: 'subsidiary',
      command: 'open',
      id: 'hq',
      body: { name: 'Headquarters', country: 'FI', currency: 'EUR', timeZone: 'UTC', language: 'en' },
    },
    { category: 'unit', command: 'open', id: 'hq', body: { subsidiary: 'hq', name: 'Headquarters' } },
    {
      category: 'member',
      command: 'join',
      id: firstAdministrator,
      body: { name: 'Administrator', function: 'management', unit: 'hq', language: 'en' },
    },
    { category: 'member', command: 'grant', id: firstAdministrator, body: { role: 'admin' } },
    { category: 'member', command: 'grant', id: firstAdministrator, body: { role: 'steward' } },
    { category: 'member', command: 'grant', id: firstAdministrator, body: { role: 'manager' } },
  ]
  for (const [index, command] of commands.entries()) {
    await core.dispatch(command, { viewer: founder, commandId: core.commandId('first-start', String(index)) })
  }
}
