/** A customer from its registration to its past, on a log and read models that keep every promise in the least convenient way. */

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { HostileReadStore } from '#engines/hostile/read-store/hostile-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { storedPosition } from '#kernel'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let customer: string

const ask = (moment: { asOf?: string; knownAt?: string } = {}) =>
  group.ask<{ id: string; name?: string }>('customer', { id: customer }, { as: 'aino', ...moment })
const edit = (was: string, is: string) =>
  group.do('customer', 'edit', { name: { was, is } }, { id: customer, as: 'aino' })

beforeEach(async () => {
  const log = new HostileEventLog(openMemoryLog(), { seed: 23, lostAnswers: 0 })
  const store = new HostileReadStore({ seed: 23, locale: 'fi', log })
  group = await (await TestGroup.open({ log, store })).found()
  customer = (await group.do('customer', 'register', { name: 'Isdom', city: 'Turku' }, { as: 'aino' })).id
})
afterEach(() => group.close())

describe('on a log whose positions lie far apart', () => {
  it('a position of the past is one that was given, and nothing between two', async () => {
    const { position } = await edit('Isdom', 'Isdom Oy')
    const later = await edit('Isdom Oy', 'Isdom Oyj')
    expect(later.position - position).toBeGreaterThan(1)
    expect(await ask({ knownAt: String(position) })).toMatchObject({ name: 'Isdom Oy' })
    expect(await ask({ knownAt: String(later.position) })).toMatchObject({ name: 'Isdom Oyj' })
    for (const between of [position + 1, later.position - 1]) {
      await expect(ask({ knownAt: String(between) })).rejects.toMatchObject({
        problems: [{ path: 'knownAt', code: 'no-such-position' }],
      })
    }
    expect(await group.core.event(position, group.viewer('aino'))).toMatchObject({ type: 'customer.profile-changed' })
    await expect(group.core.event(storedPosition(position + 1), group.viewer('aino'))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('the lag is told in events, not in positions', async () => {
    await group.send('customer', 'edit', { city: { was: 'Turku', is: 'Raisio' } }, { id: customer, as: 'aino' })
    await group.send('customer', 'edit', { city: { was: 'Raisio', is: 'Lieto' } }, { id: customer, as: 'aino' })
    expect(await group.core.lag()).toMatchObject({ waiting: 2 })
    await group.projector.catchUp()
    await group.core.waitFor(await group.log.head(), 1000)
    expect(await group.core.lag()).toMatchObject({ waiting: 0 })
  })

  it('an answer is of one moment, whatever is projected while it is made', async () => {
    const note = () => ({ customers: [customer], unit: 'fi', note: 'Met.' })
    await group.do('touchpoint', 'record-note', note(), { as: 'aino' })
    for (let round = 0; round < 12; round++) {
      await group.send('touchpoint', 'record-note', note(), { as: 'aino' })
      const viewer = group.viewer('aino')
      const question = { page: 'customer', params: { id: customer }, viewer, query: {} }
      const [answer] = await Promise.all([group.core.ask(question), group.projector.catchUp()])
      const [standing] = (answer.body as CustomerAnswer).parts?.standings ?? []
      const stream = await group.log.readAll({
        after: 0,
        limit: 10_000,
        until: answer.position,
        prefixes: ['touchpoint-'],
      })
      // What it says of the touches, and the event it says they rest on, are those of its position.
      expect(standing?.touches).toBe(stream.length)
    }
  })

  it('a merge is seen as it was known before and at it', async () => {
    const other = await group.do('customer', 'register', { name: 'Merituuli', city: 'Lieto' }, { as: 'aino' })
    const before = String(other.position)
    const merged = await group.do('merge', 'merge', { into: customer }, { id: other.id, as: 'stella' })
    const shownAs = async (knownAt?: string) =>
      (await group.ask<{ id: string }>('customer', { id: other.id }, { as: 'aino', knownAt })).id
    expect(await shownAs()).toBe(customer)
    expect(await shownAs(before)).toBe(other.id)
    expect(await shownAs(String(merged.position))).toBe(customer)
  })
})
