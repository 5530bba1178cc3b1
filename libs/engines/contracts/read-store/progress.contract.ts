/** The part of the contract of read stores by which others follow them: how far they are, and what was changed on the way. */
import { describe, expect, it } from '@jest/globals'
import { type ProgressStep, storedPosition } from '#kernel'
import { named, type Opened, puts } from './read-store-samples.js'

const name = 'projection'

export function progressTests(store: Opened): void {
  const pass = (position: number, partitions?: string[]) => {
    const checkpoint = { name, position: storedPosition(position), partitions }
    return store().write(puts('people-1', named(`Person ${position}`)), checkpoint)
  }

  /** The next steps after a position; then it follows no longer. */
  async function following(after: number, count: number, meanwhile?: () => Promise<void>): Promise<ProgressStep[]> {
    const ending = new AbortController()
    const steps: ProgressStep[] = []
    for await (const step of store().progress({ name, after: storedPosition(after), signal: ending.signal })) {
      steps.push(step)
      if (steps.length === 1) await meanwhile?.()
      if (steps.length === count) ending.abort()
    }
    return steps
  }

  it('tell what was passed after a position, then what is written, each once and in order', async () => {
    await pass(3, ['customer:a'])
    await pass(7, [])
    await pass(8, ['customer:b', 'contact:c'])
    await store().write([], { name: 'another', position: storedPosition(9), partitions: ['customer:x'] })
    const rest = [
      { position: 7, partitions: [] },
      { position: 8, partitions: ['customer:b', 'contact:c'] },
    ]
    const later = { position: 12, partitions: ['customer:a'] }
    expect(await following(3, 3, () => pass(12, ['customer:a']))).toEqual([...rest, later])
    expect(await following(8, 1)).toEqual([later])
  })

  it('tell those who follow of what changed where it was already', async () => {
    await pass(3, ['customer:a'])
    const steps = await following(0, 2, () => pass(3, ['customer:b']))
    expect(steps.map(({ partitions }) => partitions)).toEqual([['customer:a'], ['customer:b']])
  })

  it('tell of what nobody said that anything may have changed', async () => {
    await pass(3)
    await pass(5, ['customer:a'])
    await pass(9)
    const told = [{ position: 3 }, { position: 5, partitions: ['customer:a'] }, { position: 9 }]
    expect(await following(0, 3)).toEqual(told)
    expect(await following(1, 1)).toEqual([{ position: 3 }])
  })

  it('tell nothing of a write that failed', async () => {
    await pass(3, ['customer:a'])
    const bad = { table: 'none-1', remove: 'x', position: storedPosition(1) }
    const steps = await following(0, 2, async () => {
      await expect(
        store().write([bad], { name, position: storedPosition(4), partitions: ['customer:b'] }),
      ).rejects.toThrow(/none-1/)
      await pass(5, ['customer:c'])
    })
    expect(steps.map(({ position }) => position)).toEqual([3, 5])
  })

  it('tell of the last some hundred writes, and of those before as one step', async () => {
    for (let position = 1; position <= 1300; position++) await pass(position, [`customer:${position}`])
    const [first] = await following(0, 1)
    expect(first?.partitions).toBeUndefined()
    expect(await following(1000, 2)).toEqual([
      { position: 1001, partitions: ['customer:1001'] },
      { position: 1002, partitions: ['customer:1002'] },
    ])
  })

  describe('end', () => {
    it('by their signal, also while nothing comes', async () => {
      const ending = new AbortController()
      const steps = store().progress({ name, after: 0, signal: ending.signal })
      const next = steps[Symbol.asyncIterator]().next()
      ending.abort()
      expect(await next).toEqual({ done: true, value: undefined })
    })

    it('when the store is closed', async () => {
      const steps = store().progress({ name, after: 0, signal: new AbortController().signal })
      const next = steps[Symbol.asyncIterator]().next()
      await store().close()
      expect(await next).toEqual({ done: true, value: undefined })
    })
  })
}
