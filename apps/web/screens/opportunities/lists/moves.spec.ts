/** What deals did since a day, told by the days that they state. */
import { describe, expect, it } from '@jest/globals'
import { type Moving, moveOf } from './moves.js'

const since = '2026-11-20'
const open: Moving = { status: 'open', openedAtOn: '2026-10-01', stageSinceOn: '2026-10-01', movedAtOn: '2026-10-01' }

describe('what a deal did since a day', () => {
  it('is nothing where it stood still', () => {
    expect(moveOf(open, since)).toBeUndefined()
    expect(moveOf({ ...open, status: 'won' }, since)).toBeUndefined()
  })

  it('counts the day itself', () => {
    expect(moveOf({ ...open, movedAtOn: since }, since)).toBe('changed')
    expect(moveOf({ ...open, movedAtOn: '2026-11-19' }, since)).toBeUndefined()
  })

  it('is how it was decided, whatever else happened', () => {
    expect(moveOf({ ...open, status: 'won', movedAtOn: '2026-11-25', openedAtOn: '2026-11-24' }, since)).toBe('won')
    expect(moveOf({ ...open, status: 'lost', movedAtOn: '2026-11-25' }, since)).toBe('lost')
  })

  it('tells a new one from one that came to another stage', () => {
    const stage = { ...open, movedAtOn: '2026-11-25', stageSinceOn: '2026-11-25', stageBefore: 'engaging' }
    expect(moveOf(stage, since)).toBe('stage')
    expect(moveOf({ ...stage, openedAtOn: '2026-11-24' }, since)).toBe('new')
  })
})
