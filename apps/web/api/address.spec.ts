/** The texts that an address carries, of whatever stands in it. */
import { describe, expect, it } from '@jest/globals'
import { textsIn } from './address.js'

describe('the texts of an address', () => {
  it('are those of the names asked for', () => {
    expect(textsIn({ unit: 'se', page: 'x' }, ['unit', 'filter'])).toEqual({ unit: 'se' })
  })

  it('may look like numbers or words of a program', () => {
    expect(textsIn({ search: 2026, filter: true }, ['search', 'filter'])).toEqual({ search: '2026', filter: 'true' })
  })

  it('leave out what is empty or no text', () => {
    expect(textsIn({ unit: '', filter: ['a'], sort: null }, ['unit', 'filter', 'sort'])).toEqual({})
  })
})
