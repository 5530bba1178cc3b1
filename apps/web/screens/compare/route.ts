/** The address of the screen: two moments of one customer, and the event that is shown over them. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { fetched } from '../../api/unloaded.js'
import { eventIn } from '../../history/event-address.js'
import { zoomIn } from '../../score/moving/zoom-address.js'
import { rootRoute } from '../../shell/root.js'
import { momentsIn } from './two-moments.js'

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$id/compare',
  validateSearch: reading((search) => ({ ...momentsIn(search), ...eventIn(search), ...zoomIn(search) })),
  component: lazyRouteComponent(() => fetched(import('./compare.js')), 'Compare'),
})
