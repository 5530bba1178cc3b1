/** What whoever begins a process is told where its steps take long: that it goes on, and in the end what came of it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Recorded, refuse } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { dispatchOne } from '../dispatch.js'
import { ProcessRunner } from './runner.js'

let group: TestGroup
let customer: string
/** Waits for nothing. */
let runner: ProcessRunner
/** Waits as long as any. */
let patient: ProcessRunner
/** What stops the first step until it is called. */
let goOn: (refusal?: () => never) => void
const failures: Error[] = []

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  const { promise: going, resolve } = Promise.withResolvers<(() => never) | undefined>()
  goOn = resolve
  failures.length = 0
  runner = runnerOf(going, 1)
  patient = runnerOf(going)
})
afterEach(() => group.close())

function runnerOf(
  going: Promise<(() => never) | undefined>,
  patienceMs?: number,
  { ports } = group.core as Pick<typeof group.core, 'ports'>,
): ProcessRunner {
  return new ProcessRunner({
    ports,
    patienceMs,
    dispatch: async (...command) => {
      ;(await going)?.()
      return dispatchOne(...command, ports)
    },
    viewer: (member) => group.core.viewer(member),
    unfinished: async () => [],
    documentsOf: () => ({ find: async () => ({ documents: [] }) }),
    forget: async () => undefined,
    failed: (error) => failures.push(error),
  })
}

const alone = () => Promise.reject<Recorded>(new Error('more was carried'))
const record = (by = runner) => {
  const promises = [{ what: 'Call.', withinHours: 4 }]
  const body = { customers: [customer], unit: 'fi', note: 'They want drawings.', promises }
  const request = { category: 'touchpoint', command: 'record-note', body }
  const commandId = group.core.commandId('aino', 'key')
  return by.record(request, { viewer: group.viewer('aino'), commandId }, alone)
}

describe('a process that takes long', () => {
  it('is answered with what will be recorded where, and goes on', async () => {
    const first = await record()
    const [part] = first.process?.parts ?? []
    expect(first).toMatchObject({ repeated: false, events: [], process: { state: 'running' } })
    expect(part).toMatchObject({ place: 'promises.0', stream: expect.stringMatching(/^promise-/), events: [] })
    goOn()
    await runner.stop()
    const again = await record()
    expect(again).toMatchObject({ id: first.id, repeated: true, process: { state: 'finished' } })
    expect(again.process?.parts).toMatchObject([{ id: part?.id, events: [{ type: 'promise.made' }] }])
  })

  it('is stuck, and not refused, where its first step is refused after that was said', async () => {
    await record()
    goOn(() => refuse('not-allowed'))
    await runner.stop()
    expect(await record()).toMatchObject({ process: { state: 'stuck' } })
    const { state } = await runner.load(group.core.commandId('aino', 'key'))
    expect(state).toMatchObject({ course: 'stuck', refused: [{ step: 0, code: 'not-allowed' }] })
  })

  it('tells what stopped it, and is run again when it is asked for again', async () => {
    await record()
    const broken = new Error('the disk is full')
    goOn(() => {
      throw broken
    })
    await runner.stop()
    expect(failures).toEqual([broken])
    await expect(record(patient)).rejects.toBe(broken)
    const id = group.core.commandId('aino', 'key')
    const caller = { viewer: group.viewer('adam'), commandId: 'c' }
    await expect(patient.retry(id, caller)).rejects.toBe(broken)
    await expect(runner.giveUp(id, undefined, caller)).rejects.toMatchObject({ code: 'process-not-stuck' })
  })
})

describe('a process', () => {
  it('is the same where the same request came twice, and another has begun it since the second looked', async () => {
    goOn()
    const { ports } = group.core
    const begun: Recorded[] = []
    const readStream = async (stream: string) => {
      const events = await ports.log.readStream(stream)
      if (stream.startsWith('process-') && begun.length === 0) begun.push(await record(patient))
      return events
    }
    const log = new Proxy(ports.log, {
      get: (of, name) => (name === 'readStream' ? readStream : Reflect.get(of, name)),
    })
    const beside = runnerOf(Promise.resolve(undefined), undefined, { ports: { ...ports, log } })
    const second = await record(beside)
    expect(second).toMatchObject({ repeated: true, id: begun[0]?.id, process: { state: 'finished' } })
    expect(second.events).toEqual(begun[0]?.events)
  })

  it('is looked for where it is not and found not to be stuck', async () => {
    const caller = { viewer: group.viewer('adam'), commandId: 'c' }
    await expect(runner.retry('nothing', caller)).rejects.toMatchObject({ code: 'process-not-stuck' })
    await expect(runner.giveUp('nothing', undefined, caller)).rejects.toMatchObject({ code: 'process-not-stuck' })
  })
})
