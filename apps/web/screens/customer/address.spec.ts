/** The address of a customer's page: what is no event, day or tab is left out. */
import { describe, expect, it } from '@jest/globals'
import { customerAddressIn, isFiltered, timelineAsked, unfiltered } from './address.js'

describe('the address of a customer', () => {
  it('carries an event by its position, which reads as a number, and by its record', () => {
    expect(customerAddressIn({ event: 18714 })).toEqual({ event: '18714' })
    expect(customerAddressIn({ event: 'promise-8jkmbhm1syfegwzb' })).toEqual({ event: 'promise-8jkmbhm1syfegwzb' })
  })

  it('leaves out what means nothing', () => {
    expect(customerAddressIn({ from: 'yesterday', to: '2026-03-01', tab: 'all', text: '', kind: ['note'] })).toEqual({
      to: '2026-03-01',
    })
  })

  it('says what the timeline is asked for, and whether anything is', () => {
    const address = customerAddressIn({ who: 'aino', event: 4, tab: 'people' })
    expect(timelineAsked(address)).toMatchObject({ member: 'aino', kind: undefined })
    expect([isFiltered(address), isFiltered({ ...address, ...unfiltered })]).toEqual([true, false])
  })
})
