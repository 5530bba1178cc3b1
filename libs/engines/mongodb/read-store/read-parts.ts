/** What is needed to read from a database of read models. */
import type { Questions } from './questions.js'
import type { MongoCatalogue } from './tables/catalogue.js'
import type { RememberedRows } from './writing/remembered-rows.js'

export interface ReadParts {
  questions: Questions
  catalogue: MongoCatalogue
  /** By whoever writes, and reads what stands now. */
  remembered?: RememberedRows
}
