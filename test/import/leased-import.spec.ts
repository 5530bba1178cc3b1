/** Of several processes that run imports, one has an import in hand; another takes it over once that one cannot go on. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { importTargets } from '#crm/imports/import-targets.js'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { HostileLeases, SharedLeases } from '#engines/hostile/hostile-leases.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { runImport } from '#imports'
import { ImportStream } from '#imports/run/course/import-stream.js'
import type { StoredEvent } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { ImportService } from '#operations/imports/import-service.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, employees: size } }]
`
const count = 1200
const rows = Array.from({ length: count }, (_, at) => `${at},Customer ${at},\n`).join('')

/** A process that runs imports. */
interface Runner {
  service: ImportService
  /** Batches of commands that it has sent. */
  sent(): number
  /** Holds it up once it has sent a batch: it sends nothing more, and renews nothing. */
  holdOnceSent(): void
  goOn(): void
}

let importing: ImportingGroup
let leases: SharedLeases
let id: string
let second: LocalCore
let runners: Runner[]
const failures: Error[] = []

beforeEach(async () => {
  const log = new HostileEventLog(openMemoryLog(), { seed: 5, lostAnswers: 0, delays: 0 })
  importing = await ImportingGroup.open('EUR', log)
  await importing.unit('fi')
  leases = new SharedLeases()
  failures.length = 0
  id = await importing.start({ mapping, files: { customers: textFile('customers.csv', `no,name,size\n${rows}`) } })
  for await (const _ of runImport(id, importing.viewer(), importing.ports)) break
  const { business, store, vault } = importing.group
  const keys = new HostileKeyVault(vault)
  const clock = () => new Date(importing.group.time)
  second = new LocalCore({ ...business, log, store, vault: keys, clock, locale: 'fi', parked: async () => 0 })
  await second.start()
  runners = [runner(1, importing.group.core), runner(2, second)]
})
afterEach(async () => {
  for (const { goOn, service } of runners) {
    goOn()
    await service.stop()
  }
  await second.stop()
  await importing.close()
})

function runner(seed: number, core: LocalCore): Runner {
  let [sent, isToBeHeld] = [0, false]
  let gate = Promise.withResolvers<void>()
  gate.resolve()
  const passing = async <T>(then: () => Promise<T>): Promise<T> => {
    // It may be held up while this waits.
    for (let passed: typeof gate | undefined; passed !== gate; ) {
      passed = gate
      await passed.promise
    }
    return then()
  }
  const own = new HostileLeases(leases, seed)
  const renew = own.renew.bind(own)
  own.renew = (lease) => passing(() => renew(lease))
  const { vault } = importing.group
  const sending = Object.assign(Object.create(core), {
    dispatchAll: (commands: Parameters<LocalCore['dispatchAll']>[0]) =>
      passing(() => {
        sent++
        if (isToBeHeld) gate = Promise.withResolvers<void>()
        isToBeHeld = false
        return core.dispatchAll(commands)
      }),
  })
  const { files, rehearsing } = importing.ports
  const onFailure = (error: Error) => failures.push(error)
  return {
    service: new ImportService(sending, vault, { files, leases: own, targets: importTargets, rehearsing, onFailure }),
    sent: () => sent,
    holdOnceSent: () => {
      isToBeHeld = true
    },
    goOn: () => gate.resolve(),
  }
}

const stateOf = async () => (await ImportStream.load(importing.ports, id)).state

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(1)
}

const registered = (events: readonly StoredEvent[]) => events.filter(({ type }) => type === 'customer.registered')

async function expectEachRowOnce(): Promise<void> {
  const events = await importing.events()
  const names = registered(events).map(({ data }) => data.name)
  expect(names).toHaveLength(count)
  expect(new Set(names).size).toBe(count)
  expect(events.filter(({ type }) => type === 'import.completed')).toHaveLength(1)
  expect(events.filter(({ type }) => type === 'import.stalled')).toEqual([])
  expect((await stateOf()).counts).toMatchObject({ rows: count })
  expect(failures).toEqual([])
}

/** The first has it in hand and is held up; the second has seen that. */
async function heldUp(): Promise<[held: Runner, other: Runner]> {
  const [held, other] = runners as [Runner, Runner]
  held.holdOnceSent()
  held.service.resume()
  await until(() => held.sent() > 0)
  other.service.resume()
  await until(() => other.service.elsewhere.length > 0)
  return [held, other]
}

describe('an import that two processes would take up', () => {
  it('is run by one of them, and the other sees that it is over', async () => {
    for (const { service } of runners) service.resume()
    await until(async () => (await stateOf()).course === 'completed')
    await until(() => runners.every(({ service }) => service.isIdle))
    expect(runners.map(({ sent }) => sent() > 0).filter(Boolean)).toHaveLength(1)
    await expectEachRowOnce()
  })

  it('is in hand of one for as long as its term lasts, which is said to whoever would undo it elsewhere', async () => {
    const [held, other] = await heldUp()
    const request = { importId: id, viewer: importing.viewer(), because: 'The wrong file was sent.' }
    await expect(other.service.undo(request)).rejects.toMatchObject({ code: 'import-elsewhere' })
    await delay(50)
    expect([other.service.elsewhere, other.service.isIdle, other.sent()]).toEqual([[id], false, 0])
    held.goOn()
    await until(async () => (await stateOf()).course === 'completed')
    await expectEachRowOnce()
    await until(() => other.service.isIdle)
    await other.service.undo(request)
    await until(async () => (await stateOf()).course === 'undone')
    const retracted = (await importing.events()).filter(({ metadata }) => metadata.corrects?.mode === 'retract')
    expect([retracted.length, failures]).toEqual([count, []])
  }, 60_000)

  it('is taken over once the term of one that was held up has passed, and nothing comes twice when that one goes on', async () => {
    const [held, other] = await heldUp()
    leases.pass(`import:${id}`)
    await until(async () => (await stateOf()).course === 'completed')
    expect([other.service.elsewhere, other.sent() > 0]).toEqual([[], true])
    await expectEachRowOnce()
    held.goOn()
    await until(() => runners.every(({ service }) => service.isIdle))
    await expectEachRowOnce()
  })

  it('is taken over in the middle of a chunk that both then record', async () => {
    const [held, other] = await heldUp()
    leases.pass(`import:${id}`)
    await until(() => other.sent() > 0)
    held.goOn()
    await until(async () => (await stateOf()).course === 'completed')
    await until(() => runners.every(({ service }) => service.isIdle))
    await expectEachRowOnce()
  })
})
