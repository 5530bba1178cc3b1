/** What the address of the relationships may say. */
import { describe, expect, it } from '@jest/globals'
import { ofUnit, relationshipsAddressIn } from './address.js'

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

describe('the condition of a unit', () => {
  it('is of that unit, whatever the address writes', () => {
    expect(ofUnit('se-stockholm')).toBe('unit eq se-stockholm')
    expect(ofUnit("se' or name ne 'x")).toBe("unit eq 'se'' or name ne ''x'")
    expect(ofUnit(undefined)).toBeUndefined()
  })
})
