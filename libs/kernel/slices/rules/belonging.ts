/** What the values of dimensions belong to: figures are asked by it without storing it. */
import type { Dimension } from '../../metrics/metric.js'
import type { References } from '../../references/reference.js'

export interface Belonging {
  /** The value of a dimension for what is stored of it, as it was in those references. */
  belongsTo(dimension: Dimension, id: string, references: References): string | undefined
}
