/** The score of a relationship in small holds every touch of four years, and no more than a row of a list can carry. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Begun, type SparkKept, sparkBegun, sparkStaged, sparkTouched } from './spark.js'

const dayMs = 86_400_000
const monday = Date.parse('1970-01-05')
const starters = ['they', 'we-unasked', 'we-asked', undefined] as const
const directions = ['inbound', 'outbound', undefined] as const
const signs = { they: 1, 'we-unasked': 2, 'we-asked': 4 }
const from = Date.parse('2010-01-01')

interface Met extends Begun {
  at: number
}

const touched = (touches: readonly Met[]): SparkKept =>
  touches.reduce<SparkKept>(
    (spark, { at, ...begun }) => sparkTouched(spark, new Date(at).toISOString(), begun),
    sparkBegun,
  )

/** Nobody says that we were asked where they do not say so. */
const signOf = ({ startedBy, direction }: Begun) => (startedBy ? signs[startedBy] : direction === 'inbound' ? 1 : 8)

const sums = (numbers: readonly number[]) => numbers.reduce((sum, sign) => sum | sign, 0)

describe('a spark', () => {
  it('shows in every week of a year, and every four of three before it, who came to whom', () => {
    const touch = fc.record({
      at: fc.integer({ min: 0, max: 3000 }).map((days) => from + days * dayMs),
      startedBy: fc.constantFrom(...starters),
      direction: fc.constantFrom(...directions),
    })
    fc.assert(
      fc.property(fc.array(touch, { minLength: 1, maxLength: 120 }), (unordered) => {
        const touches = [...unordered].sort((a, b) => a.at - b.at)
        const { week = 0, weeks = '', before = '' } = touched(touches)
        const weekOf = (at: number) => Math.floor((at - monday) / (7 * dayMs))
        expect(week).toBe(weekOf(touches.at(-1)?.at ?? 0))
        const signsIn = (within: (week: number) => boolean) =>
          sums(touches.filter(({ at }) => within(weekOf(at))).map(signOf))
        const first = week - weeks.length + 1
        for (const [at, digit] of [...weeks].entries()) {
          expect(Number.parseInt(digit, 16)).toBe(signsIn((own) => own === first + at))
        }
        const lastFour = Math.floor((first - 1) / 4)
        for (const [at, digit] of [...before].reverse().entries()) {
          const four = lastFour - at
          expect(Number.parseInt(digit, 16)).toBe(signsIn((own) => own < first && Math.floor(own / 4) === four))
        }
      }),
    )
  })

  it('has the last eight stages, and takes about 150 bytes', () => {
    const weekly = Array.from({ length: 300 }, (_, n) => ({
      at: from + n * 7 * dayMs,
      startedBy: starters[n % 4],
    }))
    const staged = [1, 2, 3].reduce((spark, rank) => sparkStaged(spark, rank, `202${rank}-01-01`), touched(weekly))
    expect(JSON.stringify(staged).length).toBeLessThan(200)
    const often = Array.from({ length: 20 }, (_, n) => n).reduce((spark, n) => sparkStaged(spark, n % 6), sparkBegun)
    expect(often.stages).toHaveLength(8)
  })

  it('says nothing of the week of what lies before everything', () => {
    expect(sparkTouched(sparkBegun, '0000-01-01T00:00:00.000Z', {})).toEqual(sparkBegun)
    expect(sparkStaged(sparkBegun, 3).stages).toEqual(['3/'])
  })
})
