/** Keys of one answer: fetched once where they are met, anew when they are old, and never taken for erased. */
import { describe, expect, it } from '@jest/globals'
import { KeyNotFetched, type Keys, keysLastMs, SEALED } from '#kernel'
import { HeldKeys, keyIdsIn } from './held-keys.js'

const sealed = (key: string) => ({ '~': `${key}.event.note.written.c2VhbGVk`, at: 'note' })

/** A vault that says how often it was asked; at most one key of it is destroyed. */
function counted() {
  const asked: string[][] = []
  const gone = new Set<string>()
  const fetch = async (ids: Iterable<string>): Promise<Keys> => {
    asked.push([...ids])
    const then = new Set(gone)
    return { bytesOf: (id) => (then.has(id) ? null : Buffer.alloc(32)), subjectOf: () => null }
  }
  return { asked, gone, fetch }
}

describe('the keys in a value', () => {
  it('are those of markers at any depth, and of events as they are stored', () => {
    const value = {
      list: [sealed('a'), { deep: new Map([['x', sealed('b')]]) }],
      event: { data: { [SEALED]: [{ token: 'c.event.type.x', paths: ['note'] }], open: 1 } },
      nothing: null,
    }
    expect([...keyIdsIn(value)].sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('keys that are held', () => {
  it('are fetched once, however often they are met', async () => {
    const vault = counted()
    const keys = new HeldKeys(vault)
    await keys.meet([sealed('a'), sealed('b')])
    await keys.meet({ again: sealed('a'), more: sealed('c') })
    expect(vault.asked).toEqual([['a', 'b'], ['c']])
    expect(keys.bytesOf('a')).toHaveLength(32)
  })

  it('are refused when they were not met', () => {
    expect(() => new HeldKeys(counted()).bytesOf('a')).toThrow(KeyNotFetched)
  })

  it('are fetched anew when they are old, and not used before', async () => {
    const vault = counted()
    let now = 0
    const keys = new HeldKeys(vault, () => now)
    await keys.meet(sealed('a'))
    vault.gone.add('a')
    now = keysLastMs - 1
    expect(keys.bytesOf('a')).toHaveLength(32)
    now = keysLastMs
    expect(() => keys.bytesOf('a')).toThrow(KeyNotFetched)
    await keys.meet(sealed('a'))
    expect(keys.bytesOf('a')).toBeNull()
  })
})
