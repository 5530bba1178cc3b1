/** The address of the screen. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentIn, rootRoute } from '../../shell/root.js'
import { customerAddressIn } from './address.js'

export const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$id',
  validateSearch: (search: Record<string, unknown>) => ({ ...momentIn(search), ...customerAddressIn(search) }),
  component: lazyRouteComponent(() => import('./customer.js'), 'Customer'),
})
