/** The address of the screen. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { fetched } from '../../api/unloaded.js'
import { eventIn } from '../../history/event-address.js'
import { momentIn } from '../../past/moment.js'
import { rootRoute } from '../../shell/root.js'

export const contactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contacts/$id',
  validateSearch: reading((search) => ({ ...momentIn(search), ...eventIn(search) })),
  component: lazyRouteComponent(() => fetched(import('./contact.js')), 'Contact'),
})
