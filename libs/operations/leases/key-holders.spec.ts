/** Whoever holds keys of several processes lets go of what one of them destroys, and an erasure waits for that. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HostileLeases, SharedLeases } from '#engines/hostile/hostile-leases.js'
import type { KeyOwner, KeyVault, SharedKeys } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { erasePerson } from '../persons/erase-person.js'
import { type HoldingKeys, holdKeys, type KeyHolder, keysLetGo } from './key-holders.js'

let group: TestGroup
let leases: SharedLeases
let holders: KeyHolder[]
let [customer, ilona, sture] = ['', '', '']

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  leases = new SharedLeases()
  holders = []
  const done = async (category: string, command: string, body: object) =>
    (await group.do(category, command, body, { as: 'aino' })).id
  customer = await done('customer', 'register', { name: 'Hotelli Merituuli' })
  ilona = await done('contact', 'register', { name: 'Ilona Meritähti' })
  sture = await done('contact', 'register', { name: 'Sture Fjällsten' })
})
afterEach(async () => {
  for (const holder of holders) await holder.release()
  await group.close()
})

let seeds = 0
const sharedBy = (forgetKeys: SharedKeys['forgetKeys'] = () => undefined): SharedKeys => ({
  leases: new HostileLeases(leases, ++seeds),
  forgetKeys,
})

async function hold(forgetKeys?: SharedKeys['forgetKeys'], more: Partial<HoldingKeys> = {}): Promise<void> {
  const { withholding } = group.business
  holders.push(await holdKeys({ vault: { shared: sharedBy(forgetKeys) }, log: group.log, withholding, ...more }))
}

/** Erases by a process of its own, beside those that hold keys. */
function erase(more: { settled?: () => Promise<void>; whileDestroying?: () => Promise<void> } = {}) {
  const rights = group.rights()
  const vault: typeof rights.vault = Object.assign(Object.create(group.vault), {
    shared: sharedBy(),
    destroy: async (owner: KeyOwner) => {
      await more.whileDestroying?.()
      await group.vault.destroy(owner)
    },
  })
  const core = Object.assign(Object.create(group.core), { settled: more.settled ?? (() => group.core.settled()) })
  return erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, { ...rights, core, vault })
}

describe('an erasure', () => {
  it('is done once all who hold keys have let go, those that come later included', async () => {
    const { id } = await group.vault.keyFor(`contact:${ilona}`)
    const gone: string[][] = [[], []]
    await hold((keyIds) => gone[0]?.push(...keyIds))
    await hold((keyIds) => gone[1]?.push(...keyIds))
    await erase()
    expect(gone.map((keyIds) => keyIds.includes(id))).toEqual([true, true])
  })

  it('withholds what another process was recording when the key was destroyed', async () => {
    const [atTheLog, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const append = group.log.append.bind(group.log)
    group.log.append = async (stream, ...more) => {
      if (stream.startsWith('touchpoint-')) {
        atTheLog.resolve()
        await goesOn.promise
      }
      return append(stream, ...more)
    }
    await hold()
    await hold(undefined, { settled: () => group.core.settled() })
    const body = { customers: [customer], unit: 'fi', contacts: [ilona, sture], note: 'Both spoke of sinivuokko.' }
    let recording: ReturnType<TestGroup['send']> | undefined
    const erasing = erase({
      settled: async () => undefined,
      whileDestroying: async () => {
        recording ??= group.send('touchpoint', 'record-meeting', body, { as: 'aino' })
        await atTheLog.promise
      },
    })
    // An erasure that does not wait for that process would be over by then.
    await Promise.race([erasing, delay(300)])
    goesOn.resolve()
    const { withheld } = await erasing
    expect(withheld).toEqual([(await recording)?.stream])
  })
})

describe('one that is held up', () => {
  it('is waited for as long as it may hold keys, and then no longer, until it goes on', async () => {
    let isHeldUp = false
    const goesOn = Promise.withResolvers<void>()
    const shared = sharedBy()
    const report = shared.leases.report.bind(shared.leases)
    shared.leases.report = async (...said) => {
      if (isHeldUp) await goesOn.promise
      return report(...said)
    }
    await hold()
    await hold(undefined, { vault: { shared } })
    isHeldUp = true
    const erasing = erase()
    while ((await group.log.readStream(`privacy-contact-${ilona}`)).length === 0) await delay(5)
    const position = await group.log.head()
    const fromMs = performance.now()
    expect(await keysLetGo({ shared: sharedBy() }, position, 200)).toBe(true)
    expect(performance.now() - fromMs).toBeGreaterThanOrEqual(200)
    expect(leases.reported.size).toBe(1)
    await erasing
    goesOn.resolve()
    while (leases.reported.size < 2) await delay(1)
    expect(Math.min(...leases.reported.values())).toBeGreaterThanOrEqual(position)
  })

  it('takes another place when it goes on and its own was taken', async () => {
    await hold()
    const [[name = '']] = [...leases.reported.keys()].map((each) => [each]) as [[string]]
    leases.reported.delete(name)
    leases.pass(name)
    await hold()
    while (leases.reported.size < 2) await delay(1)
    expect([...leases.reported.keys()].sort()).toEqual(['keys:1', 'keys:2'])
  })

  it('is no more waited for once it has let go of its place', async () => {
    await hold()
    for (const holder of holders.splice(0)) await holder.release()
    expect([...leases.reported.keys()]).toEqual([])
    expect(await keysLetGo({ shared: sharedBy() }, await group.log.head())).toBe(false)
  })
})

it('keys of one process alone are waited for by nobody', async () => {
  const vault: KeyVault = group.vault
  const holder = await holdKeys({ vault, log: group.log, withholding: group.business.withholding })
  expect(await keysLetGo(vault, await group.log.head())).toBe(false)
  await holder.release()
})
