/** What stands beside an event, as the server tells it. */
import type { Answer } from '../../api/questions.js'

export type Beside = Answer<'/api/v1/customers/{id}/events/{event}'>
