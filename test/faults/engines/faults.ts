/** The faults that are brought about while notes are recorded, each from its beginning until it has been taken back. */
import { setTimeout as delay } from 'node:timers/promises'
import { fileOf, mappingOf } from '../operator.js'
import type { Fleet } from './running/fleet.js'
import type { ShiftedClock } from './running/shifted-clock.js'
import type { ProgramKind, Supervised } from './running/supervised.js'
import type { Engine } from './servers/engines.js'
import type { EventStoreEngine } from './servers/event-store-engine.js'

export interface World {
  fleet: Fleet
  eventStore: EventStoreEngine
  engines: readonly Engine[]
}

export interface Fault {
  /** As the report says it. */
  name: string
  bring(world: World): Promise<void>
}

/** Some moment within so much time. */
const someMoment = (withinMs: number): Promise<void> => delay(Math.random() * withinMs)

/** The one that does the work of its kind, where one does and others wait for its place; else any. */
async function active(world: World, kind: ProgramKind): Promise<Supervised> {
  const all = world.fleet.of(kind)
  const working: Supervised[] = []
  for (const process of all) if (await works(world, process)) working.push(process)
  const from = working.length > 0 ? working : all
  return from[Math.floor(Math.random() * from.length)] as Supervised
}

async function works({ fleet }: World, process: Supervised): Promise<boolean> {
  if (process.kind === 'projector') {
    // Nothing of that name is parked, which only the one that derives can say.
    const { body } = await fleet.ask(process, '/operations/parked/nobody/retry', { body: {}, patienceMs: 2_000 })
    return body.code !== undefined && body.code !== 'projector-waits'
  }
  if (process.kind === 'relay') return (await publishedBy(process)) > 0
  return true
}

async function publishedBy(relay: Supervised): Promise<number> {
  const url = relay.url()
  if (url === undefined) return 0
  const text = await fetch(`${url}/metrics`).then(
    (response) => response.text(),
    // It went away meanwhile.
    () => '',
  )
  return Number(/^kumppani_relay_position\{work="events"\} (\S+)$/m.exec(text)?.[1] ?? 0)
}

export const killed = (kind: ProgramKind): Fault => ({
  name: `${kind} killed`,
  bring: async (world) => {
    await someMoment(600)
    await (await active(world, kind)).kill()
  },
})

/** Dies while it derives the read models anew beside those that serve. */
export const killedDuringRebuild: Fault = {
  name: 'projector killed during a rebuild',
  bring: async (world) => {
    const projector = await active(world, 'projector')
    const rebuilt = world.fleet.ask(projector, '/operations/rebuild', { body: {}, patienceMs: 60_000 })
    await delay(100)
    await someMoment(1_500)
    await projector.kill()
    await rebuilt
  },
}

/** How many rows each import has. */
export const rowsPerImport = 200
let imports = 0

/** The recorder that has an import in hand dies under it. */
export const killedDuringImport: Fault = {
  name: 'recorder killed during an import',
  bring: async (world) => {
    const recorder = await active(world, 'recorder')
    await beginImport(world, recorder)
    await someMoment(1_500)
    await recorder.kill()
  },
}

/** Of customers from a source of its own; it goes on after this resolves, also where nobody heard of its beginning. */
async function beginImport({ fleet }: World, recorder: Supervised): Promise<void> {
  const source = `source-${imports++}`
  const upload = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
  await fleet.write(`/uploads/${upload}/customers/customers.csv`, fileOf(source, rowsPerImport))
  const body = { upload, mappingName: `${source}.yaml`, mapping: mappingOf(source) }
  await fleet.ask(recorder, '/imports', { body, patienceMs: 60_000 })
}

/** @param how the report says it */
export const takenDown = (engine: Engine, how: string): Fault => ({
  name: `${engine.name} ${how}`,
  bring: async () => {
    await engine.halt()
    await someMoment(1_500)
    await engine.resume()
  },
})

export const cutOff = (engine: Engine): Fault => ({
  name: `network to ${engine.name} cut`,
  bring: async () => {
    for (let cut = 0; cut < 3; cut++) {
      engine.network.cut()
      await someMoment(600)
      engine.network.mend()
      await someMoment(800)
    }
  },
})

export const silent = (engine: Engine, ms: number): Fault => ({
  name: `network to ${engine.name} silent`,
  bring: async () => {
    engine.network.silence()
    await delay(ms)
    engine.network.mend()
  },
})

export const slow = (engine: Engine, ms: number): Fault => ({
  name: `network to ${engine.name} slow`,
  bring: async () => {
    engine.network.delayMs = 40
    await delay(ms)
    engine.network.mend()
  },
})

/** Appends are answered late, in any order, twice, or not at all although they were recorded; connections end. */
export const strangeAnswers = (tell: NonNullable<EventStoreEngine['tell']>): Fault => ({
  name: 'EventStoreDB answers late, twice, or not at all',
  bring: async () => {
    tell({ lateMs: 200, answerTwice: true })
    await delay(1_500)
    tell({ loseAnswers: 2 })
    await delay(1_000)
    tell({ dropAfterAppend: 2, resetAppends: 1, notReady: 2 })
    await delay(1_500)
    tell({ drop: true })
    await delay(500)
    tell({ lateMs: 0, answerTwice: false, loseAnswers: 0, dropAfterAppend: 0, resetAppends: 0, notReady: 0 })
  },
})

/** Held up for longer than it holds its place: others have taken it when it wakes. */
export const paused = (kinds: readonly ProgramKind[], ms: number): Fault => ({
  name: `${kinds.join(', ')} held up for ${ms / 1000} s`,
  bring: async (world) => {
    const held = await Promise.all(kinds.map((kind) => active(world, kind)))
    for (const process of held) process.freeze()
    await delay(ms)
    for (const process of held) process.wake()
    await someMoment(500)
  },
})

/** The clock of one process of each kind runs ahead, then behind, then right again. */
export const clockJumps = (clock: ShiftedClock, seconds: number): Fault => ({
  name: `a clock of each kind jumps by ${seconds} s`,
  bring: async ({ fleet }) => {
    const last = (['recorder', 'projector', 'insights'] as const).map((kind) => fleet.of(kind).at(-1) as Supervised)
    await Promise.all(last.map((process) => process.restartWith(clock.environment)))
    await fleet.allServe()
    for (const at of [seconds, -seconds, 0]) {
      await clock.jumpTo(at)
      await delay(1_000)
    }
    await Promise.all(last.map((process) => process.restartWith({})))
  },
})
