/** The address of the screen. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.js'
import { relationshipsAddressIn } from './address.js'

export const relationshipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/relationships',
  validateSearch: relationshipsAddressIn,
  component: lazyRouteComponent(() => import('./relationships.js'), 'Relationships'),
})
