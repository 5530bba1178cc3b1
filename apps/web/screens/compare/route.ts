/** The address of the screen: two moments of one customer. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.js'
import { momentsIn } from './two-moments.js'

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$id/compare',
  validateSearch: momentsIn,
  component: lazyRouteComponent(() => import('./compare.js'), 'Compare'),
})
