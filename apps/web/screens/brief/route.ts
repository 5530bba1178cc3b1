/** The address of the screen. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { eventIn } from '../../history/event-address.js'
import { momentIn, rootRoute } from '../../shell/root.js'

export const briefRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$id/brief',
  validateSearch: (search: Record<string, unknown>) => ({ ...momentIn(search), ...eventIn(search) }),
  component: lazyRouteComponent(() => import('./brief.js'), 'Brief'),
})
