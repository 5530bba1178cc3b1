/** When a list goes on by itself, and what is asked for again by hand. */
import { describe, expect, it } from '@jest/globals'
import { goesOn, retried } from './paging.js'

const resting = { hasNextPage: true, isFetchingNextPage: false, isFetchNextPageError: false }

describe('a list', () => {
  it('goes on while there is more', () => {
    expect(goesOn(resting)).toBe(true)
  })

  it.each([{ hasNextPage: false }, { isFetchingNextPage: true }, { isFetchNextPageError: true }])(
    'rests at its end, while it asks, and once a page failed: %j',
    (state) => {
      expect(goesOn({ ...resting, ...state })).toBe(false)
    },
  )

  it.each([
    [true, ['next']],
    [false, ['all']],
  ])('asks again for what failed: next page %s', (isFetchNextPageError, expected) => {
    const asked: string[] = []
    retried({
      isFetchNextPageError,
      fetchNextPage: () => asked.push('next'),
      refetch: () => asked.push('all'),
    })()
    expect(asked).toEqual(expected)
  })
})
