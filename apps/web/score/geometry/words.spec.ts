/** Words of the picture never stand over each other; what matters more keeps its place. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { boxOf, type Caption, withRoom } from './words.js'

const word: fc.Arbitrary<Caption> = fc.record({
  id: fc.uuid(),
  of: fc.constant('step'),
  text: fc.stringMatching(/^[a-z]{1,16}$/),
  more: fc.option(fc.stringMatching(/^[a-z]{1,10}$/), { nil: undefined }),
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 80 }),
  anchor: fc.constantFrom('start', 'end'),
}) as fc.Arbitrary<Caption>

describe('words of the picture', () => {
  it('touch none that was placed before them', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const placed = withRoom(words).map((each) => ({ ...boxOf(each), id: each.id }))
        for (const [n, one] of placed.entries())
          for (const other of placed.slice(n + 1))
            expect(one.to <= other.from || other.to <= one.from || Math.abs(one.y - other.y) >= 12).toBe(true)
        if (words[0]) expect(placed[0]?.id).toBe(words[0].id)
      }),
    )
  })

  it('go without what may follow rather than not at all', () => {
    const first: Caption = { id: 'a', of: 'step', text: 'Basic', x: 120, y: 20, anchor: 'start' }
    const second: Caption = {
      id: 'b',
      of: 'step',
      text: 'Identified',
      more: 'since May 2024',
      x: 30,
      y: 20,
      anchor: 'start',
    }
    expect(withRoom([first, second])).toEqual(
      [first, { ...second, more: undefined }].map(({ more: _, ...rest }) => rest),
    )
    expect(withRoom([first, { ...second, x: 100 }])).toEqual([first])
  })
})
