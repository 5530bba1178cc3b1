/** Filters name the fields they are about, however they were put together. */
import { describe, expect, it } from '@jest/globals'
import { allHold, anyHolds } from './filters.js'

const lone = { customer: { $in: ['a'] } }

describe('all of some filters', () => {
  it('are one that names each field', () => {
    expect(allHold([{ $and: [{ $and: [lone] }, {}] }, { status: 'open' }])).toEqual({ ...lone, status: 'open' })
  })

  it('keep two conditions of one field apart, since a list may fit them by different values', () => {
    const words = [{ word: { $gte: 'a' } }, { word: { $gte: 'b' } }, { $or: [lone] }, { $or: [{}] }]
    expect(allHold(words)).toEqual({ ...words[0], ...words[2], $and: [words[1], words[3]] })
  })

  it('are everything where there are none', () => {
    expect(allHold([])).toEqual({})
  })
})

describe('any of some filters', () => {
  it('is the one where there is one', () => {
    expect(anyHolds([lone])).toBe(lone)
    expect(anyHolds([lone, {}])).toEqual({ $or: [lone, {}] })
  })
})
