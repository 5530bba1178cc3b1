/** The address of the screen. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentIn, rootRoute } from '../../shell/root.js'

export const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$id',
  validateSearch: momentIn,
  component: lazyRouteComponent(() => import('./customer.js'), 'Customer'),
})
