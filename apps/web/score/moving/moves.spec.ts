/** The handles move together unless one is held, and never past now; steps lead to days on which something changed. */
import { describe, expect, it } from '@jest/globals'
import { movedBy, nextChange } from './moves.js'

const day = 86_400_000
const now = 100 * day

describe('the handles', () => {
  it('move together, and keep what lies between them', () => {
    expect(movedBy({ asOf: 50 * day, knownAt: 60 * day }, { handle: 'asOf', to: 40 * day, alone: false, now })).toEqual(
      {
        asOf: 40 * day,
        knownAt: 50 * day,
      },
    )
  })

  it('move alone when one is held', () => {
    expect(movedBy({ asOf: now, knownAt: now }, { handle: 'asOf', to: 40 * day, alone: true, now })).toEqual({
      asOf: 40 * day,
      knownAt: now,
    })
  })

  it('stop at now', () => {
    expect(
      movedBy({ asOf: 50 * day, knownAt: 90 * day }, { handle: 'asOf', to: 200 * day, alone: false, now }),
    ).toEqual({
      asOf: now,
      knownAt: now,
    })
  })
})

describe('steps', () => {
  const to = (from: number, by: 1 | -1) =>
    nextChange([10 * day, 10.5 * day, 30 * day], {
      from,
      by,
      day: (ms) => String(Math.floor(ms / day)).padStart(4, '0'),
      now,
    })

  it('lead to the next day with a change, and after the last to now', () => {
    expect([to(0, 1), to(10.9 * day, 1), to(31 * day, 1), to(now, 1)]).toEqual([10 * day, 30 * day, now, undefined])
  })

  it('lead back to the day before, and stop at the first', () => {
    expect([to(now, -1), to(30.5 * day, -1), to(10.6 * day, -1)]).toEqual([30 * day, 10.5 * day, undefined])
  })
})
