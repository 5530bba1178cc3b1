/** The address of the screen. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { cache, question, vocabulary } from '../../api/questions.js'
import { unitPreferred } from '../../shell/preferences.js'
import { rootRoute } from '../../shell/root.js'
import { addressIn } from './address.js'
import { customersAsked } from './asked.js'

export const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers',
  validateSearch: addressIn,
  loaderDeps: ({ search }) => search,
  // Begun while the screen itself is on its way; the screen shows what becomes of it.
  loader: ({ deps }) => {
    void cache.prefetchInfiniteQuery(customersAsked(deps, unitPreferred()))
    void cache.prefetchQuery(question('/api/v1/group'))
    void cache.prefetchQuery(question('/api/v1/units'))
    void cache.prefetchQuery(vocabulary())
  },
  component: lazyRouteComponent(() => import('./customers.js'), 'Customers'),
})
