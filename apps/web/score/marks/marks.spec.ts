/** Every mark is found by a pointer and reached by arrow keys; one event that shows twice is one mark. */
import { describe, expect, it } from '@jest/globals'
import { type MarkLane, type MarkPlace, markAt, markBeside, placeOfMark } from './marks.js'

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
    const walk = (place: MarkPlace) => {
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

  it('stay where they are looked at; one that is gone gives way to the nearest in its lane', () => {
    const looked = lanes[2]?.[1]
    expect(placeOfMark(lanes, looked)).toEqual({ lane: 2, mark: 1 })
    const gone = { id: 'gone', x: 0, y: 70, at: 150 }
    expect(placeOfMark(lanes, gone)).toEqual({ lane: 2, mark: 2 })
    expect(placeOfMark(lanes, undefined)).toEqual({ lane: 0, mark: 2 })
  })

  it('lead up and down to the one that is nearest in time, and to both ends of a lane', () => {
    expect(markBeside(lanes, { lane: 1, mark: 0 }, 'ArrowDown')).toEqual({ lane: 2, mark: 1 })
    expect(markBeside(lanes, { lane: 0, mark: 0 }, 'End')).toEqual({ lane: 0, mark: 2 })
    expect(markBeside(lanes, { lane: 0, mark: 2 }, 'ArrowRight')).toBeUndefined()
    expect(markBeside(lanes, { lane: 0, mark: 2 }, 'x')).toBeUndefined()
  })
})
