/** Pages in sight of a list, and where their rows stand. */
import { describe, expect, it } from '@jest/globals'
import { type CamePage, lengthOf, pagesAround, rowsAt } from './stretch.js'

const came = (page: number, rows: number[], more: Partial<CamePage<number>> = {}): CamePage<number> => ({
  page,
  rows,
  cameAt: page,
  ...more,
})

describe('the pages around rows in sight', () => {
  it.each([
    [0, 20, [0]],
    [0, 90, [0, 1]],
    [50_020, 50_045, [499, 500]],
    [50_050, 50_065, [500]],
  ])('of rows %d to %d are %j', (first, last, pages) => {
    expect(pagesAround(first, last)).toEqual(pages)
  })
})

describe('the length of a list', () => {
  it('is what the page that came last says', () => {
    expect(lengthOf([came(4, [1], { total: 9, cameAt: 5 }), came(0, [1], { total: 8, cameAt: 1 })], 0)).toBe(9)
    expect(lengthOf([came(0, [], { total: 0 })], 500)).toBe(0)
  })

  it('is as far as one has come where nobody counts', () => {
    expect(lengthOf([came(3, [1, 2], { next: 'on' })], 0)).toBe(402)
    expect(lengthOf([came(3, [1, 2])], 0)).toBe(302)
    expect(lengthOf([came(0, [1, 2])], 302)).toBe(302)
  })
})

describe('the rows of a list', () => {
  it('stand where they are, with holes for pages that are not here', () => {
    const rows = rowsAt([came(2, [7, 8])], 400)
    expect([rows.length, rows[199], rows[200], rows[201], rows[202]]).toEqual([400, undefined, 7, 8, undefined])
  })

  it('end where the list does', () => {
    expect(rowsAt([came(0, [1, 2, 3])], 2)).toEqual([1, 2])
  })
})
