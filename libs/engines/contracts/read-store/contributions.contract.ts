/** The part of the contract of read stores that keeps contributions: parts appended, read by their heads, and replaced. */
import { describe, expect, it } from '@jest/globals'
import { type Part, storedPosition } from '#kernel'
import type { Opened } from './read-store-samples.js'

const part = (metric: string | null, first: number, text = `${metric} ${first}`): Part => ({
  metric,
  count: 3,
  firstCause: storedPosition(first),
  lastCause: storedPosition(first + 2),
  firstDay: '0000-01-01',
  lastDay: '2026-02-28',
  columns: Buffer.from(text),
  origins: metric === null ? null : Buffer.from(`of ${text}`),
})

const texts = (pieces: readonly (Uint8Array | null | undefined)[]) =>
  pieces.map((piece) => (piece ? Buffer.from(piece).toString() : piece))

export function contributionTests(store: Opened): void {
  const append = (...parts: Part[]) => store().write(parts.map((each) => ({ append: each })))
  const heads = (metric?: string) => store().contributions.heads(metric)
  const idsOf = async (metric?: string) => (await heads(metric)).map(({ id }) => id)

  it('gives back the heads of what was appended, in order, and its bytes', async () => {
    await append(part('won', 1), part(null, 4))
    await append(part('lost', 7))
    const { columns: _, origins: __, ...won } = part('won', 1)
    const [first, , last] = await heads()
    expect(first).toEqual({ id: first?.id, ...won })
    const ids = await idsOf()
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(texts(await store().contributions.read(ids, 'columns'))).toEqual(['won 1', 'null 4', 'lost 7'])
    expect(texts(await store().contributions.read([last?.id ?? 0, 0], 'origins'))).toEqual(['of lost 7', undefined])
    expect(texts(await store().contributions.read(ids.slice(1, 2), 'origins'))).toEqual([null])
  })

  it('tells of a metric the heads of its own and of what waits', async () => {
    await append(part('won', 1), part(null, 4), part('lost', 7))
    expect((await heads('won')).map(({ metric }) => metric)).toEqual(['won', null])
  })

  it('appends with the rest of a write, or not at all', async () => {
    const failing = store().write([
      { append: part('won', 1) },
      { table: 'none-1', remove: 'x', position: storedPosition(1) },
    ])
    await expect(failing).rejects.toThrow(/none-1/)
    expect(await heads()).toEqual([])
  })

  describe('replacing', () => {
    it('puts parts in the place of others under ids of their own', async () => {
      await append(part(null, 1), part('won', 2), part(null, 4))
      const [waiting, kept, last] = await idsOf()
      await store().contributions.replace([waiting ?? 0, last ?? 0], [part('won', 1), part('lost', 1)])
      const ids = await idsOf()
      expect(ids[0]).toBe(kept)
      expect(ids).toHaveLength(3)
      expect(Math.min(...ids.slice(1))).toBeGreaterThan(last ?? 0)
      await append(part(null, 7))
      expect(Math.max(...(await idsOf()))).toBeGreaterThan(Math.max(...ids))
      expect(await store().contributions.read([waiting ?? 0], 'columns')).toEqual([undefined])
    })

    it('changes nothing when one of them is not there, or nothing takes their place', async () => {
      await append(part(null, 1), part(null, 4))
      const before = await heads()
      const [first] = before
      await expect(store().contributions.replace([first?.id ?? 0, 999], [part('won', 1)])).rejects.toThrow(/999/)
      await expect(store().contributions.replace([first?.id ?? 0], [])).rejects.toThrow(/nothing/)
      expect(await heads()).toEqual(before)
    })
  })
}
