/** The address of the screen. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.js'
import { addressIn } from './address.js'

export const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers',
  validateSearch: addressIn,
  component: lazyRouteComponent(() => import('./customers.js'), 'Customers'),
})
