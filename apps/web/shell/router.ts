/** All screens under their addresses. A further screen is one more line here. */
import { createRouter } from '@tanstack/react-router'
import { auditRoutes } from '../screens/audit/routes.js'
import { briefRoute } from '../screens/brief/route.js'
import { compareRoute } from '../screens/compare/route.js'
import { contactRoute } from '../screens/contact/route.js'
import { customerRoute } from '../screens/customer/route.js'
import { customersRoute } from '../screens/customers/route.js'
import { figureEventsRoute, figuresRoute } from '../screens/figures/route.js'
import { homeRoute } from '../screens/home/route.js'
import { opportunitiesRoute, opportunityRoute } from '../screens/opportunities/route.js'
import { relationshipsRoute } from '../screens/relationships/route.js'
import { rootRoute } from './root.js'
import { Broken } from './shell.js'

const screens = [
  ...auditRoutes,
  briefRoute,
  compareRoute,
  contactRoute,
  customerRoute,
  customersRoute,
  homeRoute,
  relationshipsRoute,
  opportunitiesRoute,
  opportunityRoute,
  figuresRoute,
  figureEventsRoute,
] as const

export const router = createRouter({
  routeTree: rootRoute.addChildren(screens),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
