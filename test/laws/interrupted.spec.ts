/** Whatever fails while a batch is projected, the batch comes again and leaves what it leaves unhindered. */

import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { Filings, ReadStore, StoredEvent } from '#kernel'
import { ClearFollower } from '#projections/clear/clear-follower.js'
import { Projector } from '#projections/projector.js'
import { compareStores } from '#projections/verify.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { happenings } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { failingAt, lawful } from './law-views.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const opened: Projected[] = []
const closeAll = async () => {
  for (const projected of opened.splice(0)) await projected.close()
}
afterEach(closeAll)

const lost = 'the connection was lost'

/** A store that is out of reach for what is asked of it whenever it is told so. */
function faltering(store: ReadStore, isOut: () => boolean): ReadStore {
  const reach = <T>(answer: () => Promise<T>): Promise<T> => (isOut() ? Promise.reject(new Error(lost)) : answer())
  const { filings } = store
  const histories: Filings = {
    ...filings,
    history: (...of) => reach(() => filings.history(...of)),
    histories: (...of) => reach(() => filings.histories(...of)),
    unfiled: (...of) => reach(() => filings.unfiled(...of)),
    versions: (...of) => reach(() => filings.versions(...of)),
  }
  const methods: Partial<ReadStore> = {
    filings: histories,
    getMany: (...of) => reach(() => store.getMany(...of)),
    write: (...of) => reach(() => store.write(...of)),
    async *scan(...of) {
      await reach(async () => undefined)
      yield* store.scan(...of)
    },
  }
  return new Proxy(store, {
    get: (target, name) => {
      const found: unknown = methods[name as keyof ReadStore] ?? Reflect.get(target, name)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
}

/** Projects in batches, each again until it succeeds. */
async function projectFaltering(events: readonly StoredEvent[], projector: Projector, size: number): Promise<void> {
  for (let at = 0; at < events.length; ) {
    try {
      await projector.project(events.slice(at, at + size))
      at += size
    } catch (error) {
      expect(error).toEqual(new Error(lost))
    }
  }
}

describe('a batch that failed', () => {
  const broken = fc.constantFrom(undefined, 'touchpoint.note', 'touchpoint.moved', 'merge.made')

  it('leaves what it leaves unhindered, once it comes again', async () => {
    const outs = fc.infiniteStream(fc.integer({ min: 0, max: 5 }))
    const sizes = fc.integer({ min: 1, max: 9 })
    await fc.assert(
      fc
        .asyncProperty(happenings(30), sizes, broken, outs, async (happened, size, type, out) => {
          const program = type ? failingAt(type) : lawful
          const { log, events } = await logOf(happened)
          const [unhindered, hindered] = [await Projected.over(log), await Projected.over(log)]
          opened.push(unhindered, hindered)
          await unhindered.restart(program)
          for (let at = 0; at < events.length; at += size)
            await unhindered.projector.project(events.slice(at, at + size))
          let isOpen = false
          const isOut = () => isOpen && out.next().value === 0
          const parts = { ...program, log, store: faltering(hindered.store, isOut) }
          const openerOf = async () => {
            if (isOut()) throw new Error(lost)
            return <T>(value: T): T => value
          }
          const follower = new ClearFollower({ ...parts, clear: hindered.clear, openerOf })
          const projector = new Projector({ ...parts, listener: follower })
          await projector.open()
          await follower.open()
          isOpen = true
          await projectFaltering(events, projector, size)
          await hindered.restart(program)
          expect(await hindered.state()).toEqual(await unhindered.state())
          const position = await hindered.store.checkpoint(CHECKPOINT)
          const compared = await compareStores(hindered.store, unhindered.store, {
            ...{ registry: program.registry, position },
            clear: { kept: hindered.clear, clean: unhindered.clear },
          })
          expect(compared.differences).toEqual([])
        })
        .afterEach(closeAll),
      { ...inTime, numRuns: Number(process.env.LAWS ?? 10) },
    )
  })
})
