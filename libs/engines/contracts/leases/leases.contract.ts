/** What leases promise, whoever gives them out. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Lease, type Leases, storedPosition } from '#kernel'

export interface LeasesUnderTest {
  leases: Leases
  /** The same as another process has them. */
  again(): Leases
  /** Lets the term of whoever holds it pass; nothing to do where a lease is always had. */
  pass(name: string): void | Promise<void>
  /** There is one process, which has them all. */
  areAlwaysHad?: boolean
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
      if (!o.areAlwaysHad) expect(await other.take('work')).toBeUndefined()
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

    it('say how far the work under them has come, to everybody and until it is no more', async () => {
      expect(await other.reported('clear:')).toEqual([])
      const lease = await held(o.leases, 'clear:one')
      const another = await held(other, 'clear:other')
      expect([await o.leases.report(lease, storedPosition(7)), await other.report(another, storedPosition(3))]).toEqual(
        [true, true],
      )
      expect(await o.leases.report(lease, storedPosition(4_000_000_000_000))).toBe(true)
      await o.leases.release(lease)
      const said = await other.reported('clear:')
      expect(said.sort((a, b) => a.reached - b.reached)).toEqual([
        { name: 'clear:other', reached: 3 },
        { name: 'clear:one', reached: 4_000_000_000_000 },
      ])
      expect(await other.reported('clear:o')).toHaveLength(2)
      expect(await other.reported('work')).toEqual([])
      await other.retire('clear:one')
      expect(await o.leases.reported('clear:')).toEqual([{ name: 'clear:other', reached: 3 }])
    })

    it('that were lost say nothing any more', async () => {
      const first = await held(o.leases)
      await o.leases.report(first, storedPosition(7))
      await o.pass('work')
      const second = await held(other)
      expect(await o.leases.report(first, storedPosition(9))).toBe(false)
      expect(await other.reported('work')).toEqual([{ name: 'work', reached: 7 }])
      expect(await other.report(second, storedPosition(5))).toBe(true)
      expect(await o.leases.reported('work')).toEqual([{ name: 'work', reached: 5 }])
    })

    it('of other names are others', async () => {
      const [one, another] = [await held(o.leases), await held(other, 'more')]
      await o.leases.release(one)
      expect(await other.renew(another)).toBe(true)
    })
  })
}
