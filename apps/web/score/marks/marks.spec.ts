/** Every mark is found by a pointer and reached by arrow keys; one event that shows twice is one mark. */
import { describe, expect, it } from '@jest/globals'
import { type MarkLane, markAt, markBeside, type Place } from './marks.js'

const lane = (y: number, ...xs: number[]): MarkLane => xs.map((x) => ({ id: `${x} ${y}`, x, y, at: x }))
const lanes = [lane(10, 5, 50, 90), lane(40, 48), lane(70, 0, 45, 200)]

describe('the marks', () => {
  it('are found where the pointer is near, the nearest of them', () => {
    expect(markAt(lanes, { x: 52, y: 12 })).toEqual({ lane: 0, mark: 1 })
    expect(markAt(lanes, { x: 47, y: 60 })).toEqual({ lane: 2, mark: 1 })
    expect(markAt(lanes, { x: 150, y: 10 })).toBeUndefined()
  })

  it('are all reached by arrow keys', () => {
    const reached = new Set<string>()
    const walk = (place: Place) => {
      const id = lanes[place.lane]?.[place.mark]?.id ?? ''
      if (reached.has(id)) return
      reached.add(id)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = markBeside(lanes, place, key)
        if (next) walk(next)
      }
    }
    walk({ lane: 0, mark: 0 })
    expect(reached.size).toBe(7)
  })

  it('lead up and down to the one that is nearest in time, and to both ends of a lane', () => {
    expect(markBeside(lanes, { lane: 1, mark: 0 }, 'ArrowDown')).toEqual({ lane: 2, mark: 1 })
    expect(markBeside(lanes, { lane: 0, mark: 0 }, 'End')).toEqual({ lane: 0, mark: 2 })
    expect(markBeside(lanes, { lane: 0, mark: 2 }, 'ArrowRight')).toBeUndefined()
    expect(markBeside(lanes, { lane: 0, mark: 2 }, 'x')).toBeUndefined()
  })
})
