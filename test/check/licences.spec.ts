/** The licence check finds what it is there to find. */
import { describe, expect, it } from '@jest/globals'
import { refusedLicences, undescribed } from './licences.js'

const manifest = (license?: string) => ({ name: 'x', version: '1.0.0', license })

describe('licences', () => {
  it('accepts what is on the list, alone and in expressions', () => {
    expect(refusedLicences([manifest('MIT'), manifest('(GPL-3.0 OR MIT)'), manifest('MIT AND ISC')])).toEqual([])
  })

  it('refuses what is not, and what is not stated', () => {
    expect(refusedLicences([manifest('GPL-3.0'), manifest('MIT AND GPL-3.0'), manifest()])).toEqual([
      'x@1.0.0: licence GPL-3.0 is not allowed',
      'x@1.0.0: licence MIT AND GPL-3.0 is not allowed',
      'x@1.0.0: licence not stated is not allowed',
    ])
  })

  it('wants one line per chosen package and no other', () => {
    expect(undescribed('| `jose`  | tokens | MIT |\n| `gone` | once | MIT |', ['jose', 'pino'])).toEqual([
      'docs/dependencies.md has no line for pino',
      'docs/dependencies.md still names gone',
    ])
  })
})
