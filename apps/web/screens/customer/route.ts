/** The address of the screen. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading } from '../../api/address.js'
import { momentIn } from '../../past/moment.js'
import { rootRoute } from '../../shell/root.js'
import { customerAddressIn } from './address.js'
import { customerScreen } from './first.js'

export const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$id',
  validateSearch: reading((search) => ({ ...momentIn(search), ...customerAddressIn(search) })),
  component: lazyRouteComponent(customerScreen, 'Customer'),
})
