/** Commands of one of several processes that record: what the others have recorded is not overlooked, nor is their clock. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { EventLog, Subscribe } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { type ClockLeap, clockLeap } from './clock-leap.js'
import { LocalCore } from './local-core.js'

let group: TestGroup
let other: LocalCore

/** Hears of nothing by itself, as one whose subscription has fallen behind. */
const unheard = (log: EventLog): EventLog =>
  new Proxy(log, {
    get: (of, name) => {
      if (name === 'subscribe') return silence
      const value: unknown = Reflect.get(of, name, of)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })

async function* silence({ signal }: Subscribe): AsyncGenerator<never> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

async function anotherProcess(sharesLog: boolean, leap?: ClockLeap, aheadMs = 0): Promise<LocalCore> {
  const { business, log, store, clear, vault } = group
  const clock = () => new Date(Date.parse(group.time) + aheadMs)
  const parts = { ...business, log: unheard(log), store, clear, vault, clock, locale: 'fi', parked: async () => 0 }
  const core = new LocalCore({ ...parts, sharesLog, ...(leap && { leap }) })
  await core.start()
  return core
}

const register = (core: LocalCore, name: string) =>
  core.dispatch(
    { category: 'customer', command: 'register', id: undefined, body: { name } },
    { viewer: core.viewer('uusi') ?? { member: 'uusi', grants: [] }, commandId: core.commandId(name) },
  )

async function joinAsMember(): Promise<void> {
  const body = { name: 'Uusi Jäsen', function: 'sales', unit: 'fi', language: 'fi' }
  await group.do('member', 'join', body, { id: 'uusi' })
  await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: 'uusi' })
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(async () => {
  await other.stop()
  await group.close()
})

it('allow what another process has granted, though they have not heard of it', async () => {
  other = await anotherProcess(true)
  await joinAsMember()
  await expect(register(other, 'Hotelli Merituuli')).resolves.toMatchObject({ repeated: false })
})

it('refuse what nobody has granted', async () => {
  other = await anotherProcess(true)
  await expect(register(other, 'Hotelli Merituuli')).rejects.toMatchObject({ code: 'not-allowed' })
})

it('record at no time before what others have recorded', async () => {
  other = await anotherProcess(true)
  const recordedAt = new Date(Date.parse(group.time) + 1500).toISOString()
  other.recordedElsewhere({ metadata: { recordedAt } as never })
  expect(other.ports.clock().toISOString()).toBe(recordedAt)
  other.recordedElsewhere({ metadata: { recordedAt: new Date(Date.parse(group.time) + 2500).toISOString() } as never })
  expect(() => other.ports.clock()).toThrow('clock')
})

const tenYearsMs = 10 * 366 * 86_400_000

it('record nothing by a clock that is years ahead, and go on once it is set back', async () => {
  await joinAsMember()
  const head = await group.log.head()
  other = await anotherProcess(true, clockLeap(), tenYearsMs)
  await expect(register(other, 'Hotelli Merituuli')).rejects.toMatchObject({ code: 'clock-ahead' })
  expect(await group.log.head()).toBe(head)
  await other.stop()
  other = await anotherProcess(true, clockLeap())
  expect(other.ports.clock().toISOString()).toBe(new Date(group.time).toISOString())
})

it('record by it where somebody has said that it is right', async () => {
  const now = new Date(Date.parse(group.time) + tenYearsMs).toISOString()
  other = await anotherProcess(true, clockLeap(now.slice(0, 10)), tenYearsMs)
  expect(other.ports.clock().toISOString()).toBe(now)
})
