/** The memory of keys stays bounded, and keeps what is in use. */
import { describe, expect, it } from '@jest/globals'
import { Recent } from './recent.js'

describe('Recent', () => {
  it('holds at most two generations', () => {
    const recent = new Recent<number, number>(10)
    for (let key = 0; key < 1000; key++) recent.set(key, key)
    const held = Array.from({ length: 1000 }, (_, key) => key).filter((key) => recent.get(key) !== undefined)
    expect(held.length).toBeLessThanOrEqual(20)
    expect(recent.get(999)).toBe(999)
  })

  it('keeps what is asked for again and again', () => {
    const recent = new Recent<string, number>(10)
    recent.set('used', 1)
    for (let key = 0; key < 1000; key++) {
      recent.set(`key ${key}`, key)
      expect(recent.get('used')).toBe(1)
    }
  })

  it('forgets what is deleted, in both generations', () => {
    const recent = new Recent<string, number>(2)
    for (const key of ['a', 'b', 'c']) recent.set(key, 1)
    recent.delete('a')
    recent.delete('c')
    expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([undefined, 1, undefined])
  })
})
