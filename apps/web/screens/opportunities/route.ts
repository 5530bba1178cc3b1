/** The addresses of the screen: all opportunities, and one of them. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { fetched } from '../../api/unloaded.js'
import { rootRoute } from '../../shell/root.js'
import { opportunitiesAddressIn } from './address.js'

export const opportunitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/opportunities',
  validateSearch: reading(opportunitiesAddressIn),
  component: lazyRouteComponent(() => fetched(import('./opportunities.js')), 'Opportunities'),
})

export const opportunityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/opportunities/$id',
  component: lazyRouteComponent(() => fetched(import('./deal/deal.js')), 'Deal'),
})
