/** The part of the contract of read stores by which whoever was taken over from writes no more. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { LeaseLost, type PartSpan, type ReadStore, storedPosition } from '#kernel'
import { named, puts, samplePeople } from './read-store-samples.js'

export interface SharedStore {
  store: ReadStore
  /** The same read models, opened for writing by another process. */
  again(): Promise<ReadStore>
}

const checkpoint = 'projection'
const lease = (epoch: number, name = 'projection') => ({ name, epoch })

export function describeClaims(name: string, open: () => Promise<SharedStore>): void {
  describe(`${name}, as read models that leases claim`, () => {
    let earlier: ReadStore
    let later: ReadStore
    beforeEach(async () => {
      const shared = await open()
      earlier = shared.store
      await earlier.declare([samplePeople])
      later = await shared.again()
      await later.declare([samplePeople])
    })
    afterEach(async () => {
      await later.close()
      await earlier.close()
    })

    const writeTo = (store: ReadStore, at: number, person = `Person ${at}`) =>
      store.write(puts('people-1', named(person)), { name: checkpoint, position: storedPosition(at) })

    it('are written by the later lease, and by the earlier no more, neither in part nor further', async () => {
      await earlier.claim(lease(3))
      await writeTo(earlier, 1)
      await later.claim(lease(7))
      await expect(writeTo(earlier, 2, 'Late')).rejects.toThrow(LeaseLost)
      await writeTo(later, 5)
      await expect(writeTo(earlier, 9, 'Later')).rejects.toThrow(LeaseLost)
      expect([await later.checkpoint(checkpoint), await later.count('people-1')]).toEqual([5, 1])
      expect((await later.get('people-1', 'p-0'))?.doc).not.toMatchObject({ name: 'Late' })
    })

    it('are not claimed by an earlier lease any more, and by the same once more', async () => {
      await later.claim(lease(7))
      await expect(earlier.claim(lease(3))).rejects.toThrow(LeaseLost)
      await later.claim(lease(7))
      await writeTo(later, 1)
      await earlier.claim(lease(8))
      await writeTo(earlier, 2)
      await expect(writeTo(later, 3)).rejects.toThrow(LeaseLost)
    })

    it('stay as they are read after a claim until its holder writes', async () => {
      await earlier.claim(lease(1))
      const written = Promise.allSettled(Array.from({ length: 40 }, (_, index) => writeTo(earlier, index + 1)))
      await later.claim(lease(2))
      const seen = await later.checkpoint(checkpoint)
      const outcomes = await written
      expect(await later.checkpoint(checkpoint)).toBe(seen)
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(seen)
    })

    it('keep contributions from being replaced by the earlier', async () => {
      const [columns, origins] = [new Uint8Array([1]), new Uint8Array([2])]
      const part: PartSpan = {
        metric: null,
        count: 1,
        firstCause: storedPosition(1),
        lastCause: storedPosition(1),
        firstDay: '2026-01-01',
        lastDay: '2026-01-01',
      }
      await earlier.claim(lease(1))
      await earlier.write([{ append: { ...part, columns, origins } }])
      await later.claim(lease(2))
      const [head] = await later.contributions.heads()
      const replacing = (store: ReadStore) =>
        store.contributions.replace([head?.id ?? 0], [{ ...part, columns, origins, count: 2 }])
      await expect(replacing(earlier)).rejects.toThrow(LeaseLost)
      expect((await later.contributions.heads()).map(({ count }) => count)).toEqual([1])
      await replacing(later)
    })

    it('are claimed by leases of other names besides', async () => {
      await earlier.claim(lease(3, 'one'))
      await later.claim(lease(1, 'another'))
      await writeTo(earlier, 1)
      await writeTo(later, 2)
    })
  })
}
