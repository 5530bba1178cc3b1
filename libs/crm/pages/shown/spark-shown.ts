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
  /** A digit for each of up to 52 weeks, the last that of `week`: 1 they came to us, 2 we unasked, 4 we asked; or sums. */
  @Optional() @Code() weeks?: string
  /** A digit for each four weeks of three years before the first of `weeks`; fours begin at weeks that four divides. */
  @Optional() @Code() before?: string
}

export const sparkOf = ({ spark, passiveFrom }: RelationshipDocument): Spark => ({
  stages: spark.stages,
  passiveFrom,
  week: spark.week,
  weeks: spark.weeks,
  before: spark.before || undefined,
})
