/** What the beginning of a day needs first: begun before the screen itself has come. */

import { cache, vocabulary } from '../../api/questions.js'
import { fetched } from '../../api/unloaded.js'
import { askAhead } from '../../reader/ahead.js'
import { changesAsked } from './asked.js'

export const homeScreen = () => fetched(import('./home.js'))

export const askHome = () =>
  askAhead('customers', () => {
    void cache.prefetchQuery(changesAsked())
    void cache.prefetchQuery(vocabulary())
  })
