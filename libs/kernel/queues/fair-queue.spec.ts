/** Who comes next, what is dropped, and what is not taken. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type FairlyAsked, FairQueue, NobodyWaits } from './fair-queue.js'

const refused = (): never => {
  throw new Error('refused')
}
const of = (asker: string, more: Partial<FairlyAsked> = {}): FairlyAsked => ({ asker, cost: 1, refused, ...more })

/** Works that end when told, in the order in which they began. */
class Works {
  readonly begun: string[] = []
  private readonly ends: (() => void)[] = []

  of(name: string): () => Promise<string> {
    return () => {
      this.begun.push(name)
      return new Promise((resolve) => this.ends.push(() => resolve(name)))
    }
  }

  async endFirst(): Promise<void> {
    this.ends.shift()?.()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
}

describe('a fair queue', () => {
  it('lets one who asks once come before the rest of one who asks forty times', async () => {
    const [queue, works] = [new FairQueue({ atOnce: 1, atOnceOfOne: 1, waitingOfOne: 60 }), new Works()]
    for (let nth = 0; nth < 40; nth++) void queue.take(of('much'), works.of(`much ${nth}`))
    void queue.take(of('once'), works.of('once'))
    await works.endFirst()
    expect(works.begun).toEqual(['much 0', 'once'])
  })

  it('gives who asks cheap things more turns than who asks dear ones', async () => {
    const [queue, works] = [new FairQueue({ atOnce: 1, atOnceOfOne: 1, waitingOfOne: 60 }), new Works()]
    for (let nth = 0; nth < 20; nth++) void queue.take(of('dear', { cost: 4 }), works.of('dear'))
    for (let nth = 0; nth < 20; nth++) void queue.take(of('cheap'), works.of('cheap'))
    for (let nth = 0; nth < 14; nth++) await works.endFirst()
    expect(works.begun.filter((name) => name === 'cheap').length).toBeGreaterThan(9)
  })

  it('drops what nobody waits for any more before it begins', async () => {
    const [queue, works] = [new FairQueue({ atOnce: 1, atOnceOfOne: 1, waitingOfOne: 60 }), new Works()]
    const gone = new AbortController()
    void queue.take(of('a'), works.of('first'))
    const dropped = queue.take(of('a', { signal: gone.signal }), works.of('dropped'))
    void queue.take(of('a'), works.of('last'))
    gone.abort()
    await expect(dropped).rejects.toThrow(NobodyWaits)
    await works.endFirst()
    expect(works.begun).toEqual(['first', 'last'])
    await expect(queue.take(of('a', { signal: gone.signal }), works.of('late'))).rejects.toThrow(NobodyWaits)
  })

  it('takes so many of one who asks, and those of others beside them', async () => {
    const [queue, works] = [new FairQueue({ atOnce: 1, atOnceOfOne: 1, waitingOfOne: 2 }), new Works()]
    for (const name of ['at work', 'waits', 'waits']) void queue.take(of('much'), works.of(name))
    await expect(queue.take(of('much'), works.of('beyond'))).rejects.toThrow('refused')
    void queue.take(of('other'), works.of('other'))
    expect(queue.waiting).toBe(3)
  })

  it('goes on after work that fails', async () => {
    const queue = new FairQueue({ atOnce: 1, atOnceOfOne: 1, waitingOfOne: 2 })
    await expect(queue.take(of('a'), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await queue.take(of('a'), async () => 'done')).toBe('done')
  })

  it('does each thing once and never more at once than it may', async () => {
    const asked = fc.array(fc.record({ asker: fc.constantFrom('a', 'b', 'c'), cost: fc.integer({ min: 1, max: 9 }) }))
    const limits = fc.record({ atOnce: fc.integer({ min: 1, max: 4 }), atOnceOfOne: fc.integer({ min: 1, max: 3 }) })
    await fc.assert(
      fc.asyncProperty(asked, limits, async (all, { atOnce, atOnceOfOne }) => {
        const queue = new FairQueue({ atOnce, atOnceOfOne, waitingOfOne: 1000 })
        const atWork: string[] = []
        const work = (asker: string, nth: number) => async () => {
          atWork.push(asker)
          expect(atWork.length).toBeLessThanOrEqual(atOnce)
          expect(atWork.filter((one) => one === asker).length).toBeLessThanOrEqual(atOnceOfOne)
          await new Promise((resolve) => setImmediate(resolve))
          atWork.splice(atWork.indexOf(asker), 1)
          return nth
        }
        const done = await Promise.all(
          all.map(({ asker, cost }, nth) => queue.take(of(asker, { cost }), work(asker, nth))),
        )
        expect(done).toEqual(all.map((_, nth) => nth))
        expect(queue.waiting).toBe(0)
      }),
    )
  })
})
