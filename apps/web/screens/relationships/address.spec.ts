/** What the address of the relationships may say. */
import { describe, expect, it } from '@jest/globals'
import { bothOf, relationshipsAddressIn } from './address.js'

describe('the address of the relationships', () => {
  it('keeps the views and stages that there are, and no others', () => {
    expect(relationshipsAddressIn({ view: 'passive', stage: 'basic', unit: 'se' })).toEqual({
      view: 'passive',
      stage: 'basic',
      unit: 'se',
    })
    expect(relationshipsAddressIn({ view: 'tiles', stage: 'deep' })).toEqual({})
  })
})

describe('two conditions', () => {
  it('hold both, whatever each is made of', () => {
    expect(bothOf('unit eq se', 'a eq 1 or b eq 2')).toBe('(unit eq se) and (a eq 1 or b eq 2)')
  })

  it('are one or none where only that is said', () => {
    expect(bothOf(undefined, 'a eq 1')).toBe('a eq 1')
    expect(bothOf('', undefined)).toBeUndefined()
  })
})
