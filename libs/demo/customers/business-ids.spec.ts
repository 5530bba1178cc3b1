/** Made-up business ids hold the check digit that each country's rule asks for. */
import { describe, expect, it } from '@jest/globals'
import { seededRandom } from '../random.js'
import { businessIdOf, customerCountries, isBusinessId } from './business-ids.js'

/** Worked by hand from the published rules. */
const known = [
  ['FI', '1234567-1'],
  ['SE', '123456-7897'],
  ['NO', '123 456 785'],
  ['EE', '12345678'],
  ['DK', '12345674'],
  ['DE', 'HRB 123456'],
] as const

describe('business ids', () => {
  it.each(known)('accepts a known id of %s', (country, id) => {
    expect(isBusinessId(country, id)).toBe(true)
  })

  it.each(known.slice(0, 5))('refuses an id of %s with another last digit', (country, id) => {
    const others = [...'0123456789'].filter((digit) => digit !== id.at(-1)).map((digit) => id.slice(0, -1) + digit)
    expect(others.filter((other) => isBusinessId(country, other))).toEqual([])
  })

  it.each(['', 'HRB', '1234567', '12345671', '1234567-11'])('refuses "%s" as a Finnish id', (id) => {
    expect(isBusinessId('FI', id)).toBe(false)
  })

  it.each(customerCountries)('draws valid ids of %s, the same for a seed', (country) => {
    const drawn = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 500 }, () => businessIdOf(country, random))
    }
    expect(drawn(1).filter((id) => !isBusinessId(country, id))).toEqual([])
    expect(drawn(1)).toEqual(drawn(1))
    expect(new Set(drawn(1)).size).toBeGreaterThan(480)
  })
})
