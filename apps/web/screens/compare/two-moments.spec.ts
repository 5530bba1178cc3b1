/** Of two moments the earlier stands first, whichever of them was moved past the other. */
import { describe, expect, it } from '@jest/globals'
import { addressOf, momentsIn } from './two-moments.js'

describe('two moments in an address', () => {
  it('stand in the order of time: by what had happened, else by what was known', () => {
    const [spring, autumn] = [{ asOf: '2025-03-01', knownAt: '2025-03-01' }, { asOf: '2025-09-01' }]
    const inOrder = { asOf: '2025-03-01', knownAt: '2025-03-01', toAsOf: '2025-09-01' }
    expect(addressOf(spring, autumn)).toEqual(inOrder)
    expect(addressOf(autumn, spring)).toEqual(inOrder)
    expect(addressOf({}, spring)).toEqual(spring)
    const asKnownToday = { asOf: '2025-03-01' }
    expect(addressOf(asKnownToday, spring)).toEqual({ ...spring, toAsOf: '2025-03-01' })
  })

  it('are today where the address says none, and no more than days', () => {
    expect(momentsIn({ asOf: 'soon', toAsOf: '2025-02-31' })).toEqual({})
  })
})
