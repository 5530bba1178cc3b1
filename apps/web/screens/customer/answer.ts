/** A customer as the server tells of it. */
import type { Answer } from '../../api/questions.js'

export type Customer360 = Answer<'/api/v1/customers/{id}'>

/** What is told to those whose customer it is. */
export type CustomerParts = NonNullable<Customer360['parts']>
