/** What the page of a customer needs first: begun before the screen itself has come. */

import { cache, question, vocabulary } from '../../api/questions.js'
import { fetched } from '../../api/unloaded.js'
import { momentIn } from '../../past/moment.js'
import { askAhead } from '../../reader/ahead.js'
import { customerAsked } from './asked.js'

export const customerScreen = () => fetched(import('./customer.js'))

export const askCustomer = (id: string, search: Record<string, unknown>) =>
  askAhead('customers', () => {
    void cache.prefetchQuery(customerAsked(id, momentIn(search)))
    void cache.prefetchQuery(question('/api/v1/group'))
    void cache.prefetchQuery(vocabulary())
  })
