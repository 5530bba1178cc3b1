/** The address of the screen. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { fetched } from '../../api/unloaded.js'
import { rootRoute } from '../../shell/root.js'
import { relationshipsAddressIn } from './address.js'

export const relationshipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/relationships',
  validateSearch: reading(relationshipsAddressIn),
  component: lazyRouteComponent(() => fetched(import('./relationships.js')), 'Relationships'),
})
