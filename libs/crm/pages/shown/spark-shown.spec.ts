/** A relationship in small says what its document keeps, with fewer characters where there is little to say. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { RelationshipDocument } from '../../relationships/relationships.view.js'
import { sparkOf } from './spark-shown.js'

const shown = (weeks: string, before?: string) =>
  sparkOf({ spark: { stages: [], week: 2968, weeks, before } } as unknown as RelationshipDocument)
/** As it is told to those who read it: g stands for two, z for 21. */
const told = (counted = '') =>
  counted.replace(/[g-z]/g, (letter) => '0'.repeat('ghijklmnopqrstuvwxyz'.indexOf(letter) + 2))
const digits = fc.stringMatching(/^[0-9a-f]{1,52}$/)
const quiet = fc.stringMatching(/^(0{0,30}[1248]){1,3}$/)

describe('a spark that is shown', () => {
  it('says every week that is kept', () => {
    fc.assert(
      fc.property(fc.oneof(digits, quiet), fc.oneof(digits, quiet), (weeks, before) => {
        const spark = shown(weeks, before)
        expect([told(spark.weeks), told(spark.before)]).toEqual([weeks, before])
      }),
    )
  })

  it('counts weeks in which nobody met', () => {
    expect(shown(`4${'0'.repeat(50)}8`, '')).toMatchObject({ weeks: '4zzm8', before: undefined })
    expect(shown('4008')).toMatchObject({ weeks: '4g8' })
    expect(shown('408')).toMatchObject({ weeks: '408' })
  })
})
