/** What the list of customers needs first: begun before the screen itself has come, which shows what becomes of it. */

import { cache, question, vocabulary } from '../../api/questions.js'
import { firstStretch } from '../../api/stretches.js'
import { fetched } from '../../api/unloaded.js'
import { askAhead } from '../../reader/ahead.js'
import { preferences, unitLookedAt } from '../../reader/preferences.js'
import type { CustomersAddress } from './address.js'
import { customersAsked, customersList } from './asked.js'

export const customersScreen = () => fetched(import('./customers.js'))

export const askCustomers = (address: CustomersAddress) =>
  askAhead('customers', () => {
    void cache.prefetchQuery(
      firstStretch(customersList, customersAsked(address, unitLookedAt(address.unit, preferences()))),
    )
    void cache.prefetchQuery(question('/api/v1/group'))
    void cache.prefetchQuery(question('/api/v1/units'))
    void cache.prefetchQuery(vocabulary())
  })
