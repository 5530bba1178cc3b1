/** Where the arrow keys lead on a board. */
import { describe, expect, it } from '@jest/globals'
import { placeBeside } from './beside.js'

const lanes = [3, 0, 1]

describe('the card beside a card', () => {
  it('is the one below or above in its lane', () => {
    expect(placeBeside(lanes, { lane: 0, card: 1 }, 'ArrowDown')).toEqual({ lane: 0, card: 2 })
    expect(placeBeside(lanes, { lane: 0, card: 1 }, 'ArrowUp')).toEqual({ lane: 0, card: 0 })
  })

  it('is none beyond the ends', () => {
    expect(placeBeside(lanes, { lane: 0, card: 2 }, 'ArrowDown')).toBeUndefined()
    expect(placeBeside(lanes, { lane: 0, card: 0 }, 'ArrowUp')).toBeUndefined()
    expect(placeBeside(lanes, { lane: 2, card: 0 }, 'ArrowRight')).toBeUndefined()
  })

  it('passes over lanes without cards, and stays as low as the next one reaches', () => {
    expect(placeBeside(lanes, { lane: 0, card: 2 }, 'ArrowRight')).toEqual({ lane: 2, card: 0 })
    expect(placeBeside(lanes, { lane: 2, card: 0 }, 'ArrowLeft')).toEqual({ lane: 0, card: 0 })
  })

  it('is none for other keys', () => {
    expect(placeBeside(lanes, { lane: 0, card: 1 }, 'Enter')).toBeUndefined()
  })
})
