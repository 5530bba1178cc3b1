/** The score of a relationship in small, as rows of lists show it. */
import { Code, Codes, Day, Integer, Optional } from '#kernel'
import type { RelationshipDocument } from '../../relationships/relationships.view.js'

export class Spark {
  /** Its last stages, `<rank>/<day>`: 0 ended, 1 identified … 6 integrated; without a day where it was so before all. */
  @Codes({ max: 8 }) stages!: string[]
  /** From this day on it is passive, unless something is bought. */
  @Optional() @Day() passiveFrom?: string
  /** The week of the last touch: weeks since that of Monday 5 January 1970. */
  @Optional() @Integer({ min: -100_000, max: 1_000_000 }) week?: number
  /**
   * A hexadecimal digit for each of up to 52 weeks, the last that of `week`: 1 they came to us, 2 we unasked, 4 we asked,
   * 8 nobody says; or sums. Weeks without a touch are counted by letters: g stands for two of them, z for 21.
   */
  @Optional() @Code() weeks?: string
  /** Likewise for each four weeks of three years before the first of `weeks`; fours begin at weeks that four divides. */
  @Optional() @Code() before?: string
}

export const sparkOf = ({ spark, passiveFrom }: RelationshipDocument): Spark => ({
  stages: spark.stages,
  passiveFrom,
  week: spark.week,
  weeks: spark.weeks && counted(spark.weeks),
  before: spark.before ? counted(spark.before) : undefined,
})

/** So many zeros, by letters of which the first stands for two. */
const zeros = /0{2,21}/g
const letters = 'ghijklmnopqrstuvwxyz'

const counted = (digits: string): string => digits.replace(zeros, ({ length }) => letters.charAt(length - 2))
