/** What readers hear of changes: what they missed, what comes, and only what they may see. */

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Position, storedPosition } from '#kernel'
import type { Change } from '#queries/question.js'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
let customer: string
let ending: AbortController

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  ending = new AbortController()
})
afterEach(async () => {
  ending.abort()
  await group.close()
})

const note = () =>
  group.do('touchpoint', 'record-note', { customers: [customer], unit: 'fi', note: 'A cold room.' }, { as: 'aino' })

/** The next changes that a member hears of. */
async function heard(as: string, count: number, { after, during }: { after?: Position; during?: () => unknown } = {}) {
  await group.core.waitFor(await group.log.head(), 5000)
  const found: Change[] = []
  const changes = group.core.changes(group.viewer(as), ending.signal, after)[Symbol.asyncIterator]()
  const next = changes.next()
  await during?.()
  found.push((await next).value as Change)
  while (found.length < count) found.push((await changes.next()).value as Change)
  return found
}

describe('a reader of changes', () => {
  it('hears what changes from now on', async () => {
    const [first] = await heard('aino', 1, { during: note })
    expect(first?.partitions).toEqual([`customer:${customer}`])
    expect(first?.position).toBe(await group.log.head())
  })

  it('who comes back hears what was missed, each at its position, then what comes', async () => {
    const { position: last } = await note()
    const missed = [await note(), await note()]
    const changes = await heard('aino', 3, { after: last, during: note })
    const positions = [...missed.map(({ position }) => position), await group.log.head()]
    expect(changes.map(({ position }) => position)).toEqual(positions)
  })

  it('who was nowhere that is remembered hears that anything may have changed', async () => {
    const head = await group.log.head()
    const [ahead] = await heard('aino', 1, { after: storedPosition(head + 1000) })
    expect(ahead).toEqual({ position: head, partitions: [] })
  })

  it('hears nothing of what only other units deal with', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await note()
    const after = await group.log.head()
    const own = await group.do('customer', 'register', { name: 'Ketju' }, { as: 'bengt' })
    const theirs = { customers: [own.id], unit: 'se', note: 'Met.' }
    const during = async () => {
      await note()
      await group.do('touchpoint', 'record-note', theirs, { as: 'bengt' })
    }
    const changes = await heard('bengt', 2, { after, during })
    expect(new Set(changes.flatMap(({ partitions }) => partitions))).toEqual(new Set([`customer:${own.id}`]))
  })
})
