/** What the address of the relationships may say. */
import { describe, expect, it } from '@jest/globals'
import { relationshipsAddressIn } from './address.js'

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
