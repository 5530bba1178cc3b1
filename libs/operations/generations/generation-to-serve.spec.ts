/** A start serves from what is there wherever that can be relied on, and derives the next generation wherever not. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import { HostileGenerations, SharedGenerations } from '#engines/hostile/hostile-generations.js'
import { HostileReadStore } from '#engines/hostile/read-store/hostile-read-store.js'
import { type Generation, type ReadStore, storedPosition } from '#kernel'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { generationToServe } from './generation-to-serve.js'

let shared: SharedGenerations
let generations: HostileGenerations
let current: Generation

async function storeAt(at: number): Promise<ReadStore> {
  const store = new HostileReadStore({ seed: 3 })
  await store.write([], { name: CHECKPOINT, position: storedPosition(at) })
  return store
}

/** Of a log that ends where the read models are, at 7, unless told otherwise. */
async function decided(wanted: { shape?: string; head?: number; open?: () => Promise<ReadStore> } = {}) {
  const { shape = 'shape', head = 7, open = () => storeAt(7) } = wanted
  return generationToServe(generations, { shape, head: storedPosition(head), open })
}

beforeEach(async () => {
  shared = new SharedGenerations()
  generations = new HostileGenerations(shared, 5)
  current = await generations.next('shape')
  shared.filled.add(current.place)
  await generations.switchTo(current)
})

describe('the generation to serve', () => {
  it('is the current one where it is of this program and this log, and closes what it looked at', async () => {
    const store = await storeAt(7)
    const { generation, anew } = await decided({ open: async () => store })
    expect([generation.place, anew]).toEqual([current.place, undefined])
    await expect(store.write([])).rejects.toThrow('closed')
  })

  it.each([
    ['it is another program’s', { shape: 'another' }, 'this version has others'],
    ['it is ahead of the log', { head: 6 }, 'they know more than the log'],
    ['it cannot be opened', { open: () => Promise.reject(new Error('it is damaged')) }, 'it is damaged'],
  ])('is the next one where %s', async (_, wanted, why) => {
    const { generation, anew } = await decided(wanted)
    expect(anew).toBe(why)
    expect(generation.number).toBeGreaterThan(current.number)
    expect(shared.filled.has(generation.place)).toBe(false)
    expect(await generations.current()).toMatchObject({ number: current.number })
  })

  it('is the next one where there is none, or the machine stopped while it was written', async () => {
    const broken = Object.assign(Object.create(generations), { current: async () => ({ ...current, intact: false }) })
    const wanted = { shape: 'shape', head: storedPosition(7), open: () => storeAt(7) }
    expect((await generationToServe(broken, wanted)).anew).toBe('the machine stopped while they were written')
    shared.filled.clear()
    expect((await decided()).anew).toBe('there are none')
  })
})
