/** The address of the screen. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { rootRoute } from '../../shell/root.js'
import { addressIn, type CustomersAddress } from './address.js'
import { askCustomers, customersScreen } from './first.js'

export const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers',
  validateSearch: reading<CustomersAddress>(addressIn),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => void askCustomers(deps),
  component: lazyRouteComponent(customersScreen, 'Customers'),
})
