/** What generations of read models promise, wherever they are kept. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Generations } from '#kernel'

/** Generations with what a test does to their places beside them. */
export interface GenerationsUnderTest {
  generations: Generations
  /** The same as another process sees them. */
  again(): Generations
  /** Puts read models into a place, as a rebuild does. */
  fill(place: string): Promise<void>
  isFilled(place: string): Promise<boolean>
}

export function describeGenerations(name: string, open: () => Promise<GenerationsUnderTest>): void {
  describe(name, () => {
    let o: GenerationsUnderTest
    beforeEach(async () => {
      o = await open()
    })

    async function begun(shape = 'shape') {
      const generation = await o.generations.next(shape)
      await o.fill(generation.place)
      await o.generations.switchTo(generation)
      return generation
    }

    it('begin with none', async () => {
      expect(await o.generations.current()).toBeUndefined()
      await o.generations.clean()
    })

    it('serve from the one that was switched to, as every process sees it', async () => {
      const first = await begun('first')
      expect(await o.again().current()).toEqual({ ...first, intact: true })
      const second = await begun('second')
      expect(second.number).toBeGreaterThan(first.number)
      expect(await o.again().current()).toEqual({ ...second, intact: true })
    })

    it('serve from the one before while the next is derived, and after its rebuild has died', async () => {
      const first = await begun()
      const died = await o.generations.next('shape')
      await o.fill(died.place)
      expect(await o.generations.current()).toMatchObject({ number: first.number, place: first.place })
      const next = await o.again().next('shape')
      expect(next.number).toBeGreaterThan(first.number)
      expect(await o.isFilled(next.place)).toBe(false)
      expect(await o.isFilled(first.place)).toBe(true)
    })

    it('serve from none whose read models are gone', async () => {
      const generation = await o.generations.next('shape')
      await o.generations.switchTo(generation)
      expect(await o.generations.current()).toBeUndefined()
    })

    it('are intact once they are settled, and settle no other', async () => {
      const first = await begun('first')
      await o.generations.settle(first)
      expect(await o.again().current()).toEqual({ ...first, intact: true })
      const second = await begun('second')
      await o.generations.settle(first)
      expect(await o.again().current()).toMatchObject({ number: second.number, shape: 'second' })
    })

    it('let work aside, which leaves nothing and disturbs none', async () => {
      const { place } = await begun()
      let aside = ''
      const done = await o.generations.aside(async (there) => {
        aside = there
        expect(await o.isFilled(there)).toBe(false)
        await o.fill(there)
        return 7
      })
      expect([done, await o.isFilled(aside), await o.isFilled(place)]).toEqual([7, false, true])
      const failing = o.generations.aside(async (there) => {
        await o.fill(there)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect([aside === place, await o.isFilled(aside)]).toEqual([false, false])
    })

    it('keep only the current one when they are cleaned, and what work aside has left goes too', async () => {
      const first = await begun()
      const second = await begun()
      let left = ''
      await o.generations.aside(async (aside) => {
        left = aside
      })
      await o.fill(left)
      await o.again().clean()
      const filled = await Promise.all([first.place, second.place, left].map((place) => o.isFilled(place)))
      expect(filled).toEqual([false, true, false])
      expect(await o.generations.current()).toMatchObject({ number: second.number })
    })
  })
}
