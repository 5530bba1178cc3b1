/** What leases promise, whoever gives them out. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Lease, Leases } from '#kernel'

export interface LeasesUnderTest {
  leases: Leases
  /** The same as another process has them. */
  again(): Leases
  /** Lets the term of whoever holds it pass; nothing to do where a lease is always had. */
  pass(name: string): void | Promise<void>
}

export function describeLeases(name: string, open: () => Promise<LeasesUnderTest>): void {
  describe(name, () => {
    let o: LeasesUnderTest
    let other: Leases
    beforeEach(async () => {
      o = await open()
      other = o.again()
    })
    afterEach(async () => {
      await other.close()
      await o.leases.close()
    })

    async function held(leases: Leases, lease = 'work'): Promise<Lease> {
      const taken = await leases.take(lease)
      if (!taken) throw new Error(`the lease ${lease} is held`)
      return taken
    }

    it('are held by whoever took them, for as long as they are renewed', async () => {
      expect(o.leases.termMs).toBeGreaterThan(0)
      const lease = await held(o.leases)
      expect(lease.name).toBe('work')
      expect([await o.leases.renew(lease), await other.renew(lease)]).toEqual([true, true])
    })

    it('are held by one, however many take them at once', async () => {
      const takers = Array.from({ length: 12 }, (_, index) => (index % 2 ? other : o.leases).take('work'))
      const taken = (await Promise.all(takers)).filter((lease) => lease !== undefined)
      expect(new Set(taken.map(({ epoch }) => epoch)).size).toBe(taken.length)
      const renewed = await Promise.all(taken.map((lease) => o.leases.renew(lease)))
      expect(renewed.filter((isHeld) => isHeld)).toHaveLength(1)
    })

    it('that were let go are free, and come with a later epoch', async () => {
      const first = await held(o.leases)
      await o.leases.release(first)
      expect(await o.leases.renew(first)).toBe(false)
      const second = await held(other)
      expect(second.epoch).toBeGreaterThan(first.epoch)
      await o.leases.release(first)
      expect(await other.renew(second)).toBe(true)
    })

    it('are lost when the term has passed and another takes them', async () => {
      const first = await held(o.leases)
      await o.pass('work')
      const second = await held(other)
      expect(second.epoch).toBeGreaterThan(first.epoch)
      expect([await o.leases.renew(first), await other.renew(second)]).toEqual([false, true])
      await o.leases.release(first)
      expect(await other.renew(second)).toBe(true)
    })

    it('of other names are others', async () => {
      const [one, another] = [await held(o.leases), await held(other, 'more')]
      await o.leases.release(one)
      expect(await other.renew(another)).toBe(true)
    })
  })
}
