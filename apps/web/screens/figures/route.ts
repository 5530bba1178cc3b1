/** The addresses of the screen: the figures, and the events that one of them is made of. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { fetched } from '../../api/unloaded.js'
import { rootRoute } from '../../shell/root.js'
import { figuresAddressIn } from './address.js'

export const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures',
  validateSearch: reading(figuresAddressIn),
  component: lazyRouteComponent(() => fetched(import('./figures.js')), 'Figures'),
})

export const figureEventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures/$metric/events',
  validateSearch: reading(figuresAddressIn),
  component: lazyRouteComponent(() => fetched(import('./events/figure-events.js')), 'FigureEvents'),
})
