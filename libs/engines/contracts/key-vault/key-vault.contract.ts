/** What every key vault promises, whatever keeps it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { KeyNotFetched, type KeyOwner, KeyUnknown, type KeyVault, SubjectErased } from '#kernel'

const contact = (id: number): KeyOwner => `contact:${id}`

export function describeKeyVault(name: string, open: () => Promise<KeyVault>): void {
  describe(name, () => {
    let vault: KeyVault

    beforeEach(async () => {
      vault = await open()
    })
    afterEach(() => vault.close())

    describe('keys', () => {
      it('are one per subject, also for those who ask together', async () => {
        const asked = await Promise.all(Array.from({ length: 30 }, (_, index) => vault.keyFor(contact(index % 3))))
        expect(new Set(asked.map(({ id }) => id)).size).toBe(3)
        expect(asked[0]?.bytes).toHaveLength(32)
        expect(await vault.keyFor(contact(0))).toEqual(asked[0])
      })

      it('of many subjects come together', async () => {
        const keys = await vault.keysFor([0, 1, 1].map(contact))
        for (const id of [0, 1]) expect(keys.get(contact(id))).toEqual(await vault.keyFor(contact(id)))
      })

      it('are found by the ids that were fetched', async () => {
        const [first, second] = [await vault.keyFor(contact(1)), await vault.keyFor(contact(2))]
        const keys = await vault.fetch([first.id, second.id])
        expect(keys.bytesOf(first.id)).toEqual(first.bytes)
        expect(keys.bytesOf(second.id)).toEqual(second.bytes)
        expect(keys.subjectOf(second.id)).toBe(contact(2))
      })

      it('that will all be used are as they are one by one, those that are gone included', async () => {
        const [first, second, third] = await Promise.all([1, 2, 3].map((each) => vault.keyFor(contact(each))))
        await vault.destroyKey(second?.id ?? '')
        const ids = [first, second, third].map((key) => key?.id ?? '')
        const keys = await vault.fetch([...ids, 'never'], { usesAll: true })
        expect(ids.map((id) => keys.bytesOf(id))).toEqual([first?.bytes, null, third?.bytes])
        expect(() => keys.bytesOf('never')).toThrow(KeyUnknown)
        await vault.destroy(contact(3))
        const anew = await vault.fetch(ids, { usesAll: true })
        expect(ids.map((id) => anew.bytesOf(id))).toEqual([first?.bytes, null, null])
      })

      it('that were not fetched are no answer, and never look erased', async () => {
        const [first, second] = [await vault.keyFor(contact(1)), await vault.keyFor(contact(2))]
        const keys = await vault.fetch([first.id])
        expect(() => keys.bytesOf(second.id)).toThrow(KeyNotFetched)
        expect(() => keys.subjectOf(second.id)).toThrow(KeyNotFetched)
      })

      it('that there never were are no answer either', async () => {
        const keys = await vault.fetch(['never'])
        expect(() => keys.bytesOf('never')).toThrow(KeyUnknown)
        expect(() => keys.subjectOf('never')).toThrow(KeyUnknown)
      })

      it('stay readable when a new one takes their place', async () => {
        const old = await vault.keyFor(contact(1))
        const renewed = await vault.renew(contact(1))
        expect(await vault.keyFor(contact(1))).toEqual(renewed)
        expect((await vault.fetch([old.id])).bytesOf(old.id)).toEqual(old.bytes)
      })
    })

    describeDestroying(() => vault)

    it('has a hash key of 32 bytes that stays', () => {
      expect(vault.hashKey()).toHaveLength(32)
      expect(vault.hashKey()).toEqual(vault.hashKey())
    })
  })
}

function describeDestroying(vault: () => KeyVault): void {
  describe('destroying', () => {
    it('takes all keys of a subject and no other, and nothing is sealed for it again', async () => {
      const mine = [await vault().keyFor(contact(1)), await vault().renew(contact(1))]
      const other = await vault().keyFor(contact(2))
      await vault().destroy(contact(1))
      await vault().destroy(contact(1))
      const keys = await vault().fetch([...mine, other].map(({ id }) => id))
      expect(mine.map(({ id }) => [keys.bytesOf(id), keys.subjectOf(id)])).toEqual([
        [null, null],
        [null, null],
      ])
      expect(keys.bytesOf(other.id)).toEqual(other.bytes)
      expect((await vault().keysFor([1, 2].map(contact))).get(contact(1))).toBeUndefined()
      await expect(vault().keyFor(contact(1))).rejects.toThrow(SubjectErased)
      await expect(vault().renew(contact(1))).rejects.toThrow(SubjectErased)
    })

    it('is known of the subject, also where it had no key', async () => {
      await vault().keyFor(contact(2))
      for (const id of [1, 3]) await vault().destroy(contact(id))
      expect(await vault().erasedOf([contact(1), contact(2), contact(3)])).toEqual(new Set([contact(1), contact(3)]))
      expect([...(await vault().erasedSubjects())].sort()).toEqual([contact(1), contact(3)])
    })

    it('takes one key alone by its id, and the subject gets another', async () => {
      const old = await vault().keyFor(contact(1))
      await vault().destroyKey(old.id)
      const next = await vault().keyFor(contact(1))
      const keys = await vault().fetch([old.id, next.id])
      expect([keys.bytesOf(old.id), keys.bytesOf(next.id)]).toEqual([null, next.bytes])
      expect(await vault().erasedOf([contact(1)])).toEqual(new Set())
    })

    it('is done once everybody who was told of it has let go', async () => {
      const order: string[] = []
      const letGo = new Promise<void>((resolve) => setTimeout(resolve, 10)).then(() => void order.push('let go'))
      const end = vault().onDestroyed(() => letGo)
      await vault().destroy(contact(1))
      end()
      expect([...order, 'destroyed']).toEqual(['let go', 'destroyed'])
    })

    it('leaves no key behind for those who ask for the first one meanwhile', async () => {
      const asked = Array.from({ length: 10 }, () =>
        vault()
          .keyFor(contact(1))
          .catch(() => undefined),
      )
      await vault().destroy(contact(1))
      const given = (await Promise.all(asked)).flatMap((key) => key ?? [])
      const keys = await vault().fetch(given.map(({ id }) => id))
      expect(given.map(({ id }) => keys.bytesOf(id))).toEqual(given.map(() => null))
      await expect(vault().keyFor(contact(1))).rejects.toThrow(SubjectErased)
    })
  })
}
