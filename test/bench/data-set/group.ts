/** The group that the generated customers belong to: five countries, ten selling units, sixty-four members. */

import { business } from '#crm/business.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import type { CommandRequest, EventLog, KeyVault, Viewer } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { memberId, membersCount, unitId, unitsCount } from './places.js'

const founder: Viewer = { member: 'system:bench', grants: [] }
const countries = ['FI', 'SE', 'NO', 'DE', 'EE']

/** Holds every role: for rebuilds and verifications. */
export const administrator = 'admin'

/** Founds the group by its own commands, on an empty log. */
export async function foundGroup(on: { log: EventLog; vault: KeyVault; at: Date }): Promise<void> {
  const { log, vault, at } = on
  const store = openSqliteReadStore({ file: ':memory:', locale: 'en' })
  const core = new LocalCore({ ...business, log, vault, store, clock: () => at, locale: 'en', parked: async () => 0 })
  await core.start()
  for (const [index, command] of [...commands()].entries()) {
    await core.dispatch(command, { viewer: founder, commandId: core.commandId('bench', String(index)) })
  }
  await core.stop()
  await store.close()
}

function* commands(): Generator<CommandRequest> {
  yield of('group.found', 'group', { name: 'Bench', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'en' })
  for (const country of countries) {
    const place = { country, currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'en' }
    yield of('subsidiary.open', country.toLowerCase(), { name: country, ...place })
  }
  for (let index = 0; index < unitsCount; index++) {
    const subsidiary = (countries[index % countries.length] as string).toLowerCase()
    yield of('unit.open', unitId(index), { subsidiary, name: `Unit ${index}` })
  }
  for (let index = 0; index < membersCount; index++) {
    yield* member(memberId(index), unitId(index), [{ role: 'member', unit: unitId(index) }, { role: 'group' }])
  }
  yield* member(administrator, unitId(0), [{ role: 'admin' }, { role: 'group' }, { role: 'steward' }])
}

function* member(id: string, unit: string, grants: readonly object[]): Generator<CommandRequest> {
  yield of('member.join', id, { name: `Member ${id}`, function: 'sales', unit, language: 'en' })
  for (const grant of grants) yield of('member.grant', id, grant)
}

const of = (name: `${string}.${string}`, id: string, body: object): CommandRequest => ({
  category: name.slice(0, name.indexOf('.')),
  command: name.slice(name.indexOf('.') + 1),
  id,
  body,
  confirmed: false,
})
