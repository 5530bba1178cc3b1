/** The addresses of the audit. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading, textsIn } from '../../api/address.js'
import { rootRoute } from '../../shell/root.js'
import { listAddressIn } from './lists/address.js'
import { logAddressIn } from './log/address.js'
import { replayAddressIn } from './replay/address.js'

const getParentRoute = () => rootRoute

const auditRoute = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit.js'), 'Audit'),
})

const listRoute = createRoute({
  getParentRoute,
  path: '/audit/$list',
  validateSearch: reading(listAddressIn),
  component: lazyRouteComponent(() => import('./lists/list.js'), 'AuditListPage'),
})

const logRoute = createRoute({
  getParentRoute,
  path: '/audit/log',
  validateSearch: reading(logAddressIn),
  component: lazyRouteComponent(() => import('./log/log.js'), 'AccessLog'),
})

const importsRoute = createRoute({
  getParentRoute,
  path: '/audit/imports',
  validateSearch: reading(listAddressIn),
  component: lazyRouteComponent(() => import('./imports/imports.js'), 'Imports'),
})

const importRoute = createRoute({
  getParentRoute,
  path: '/audit/imports/$id',
  component: lazyRouteComponent(() => import('./imports/import.js'), 'Import'),
})

const replayRoute = createRoute({
  getParentRoute,
  path: '/audit/replay/$id',
  validateSearch: reading(replayAddressIn),
  component: lazyRouteComponent(() => import('./replay/replay.js'), 'Replay'),
})

const personRoute = createRoute({
  getParentRoute,
  path: '/audit/person/$id',
  component: lazyRouteComponent(() => import('./person/person.js'), 'Person'),
})

const operationsRoute = createRoute({
  getParentRoute,
  path: '/audit/operations',
  component: lazyRouteComponent(() => import('./operations/operations.js'), 'Operations'),
})

const leftRoute = createRoute({
  getParentRoute,
  path: '/audit/left',
  validateSearch: reading((search) => textsIn(search, ['member', 'unit'])),
  component: lazyRouteComponent(() => import('./operations/left.js'), 'Left'),
})

export const auditRoutes = [
  auditRoute,
  listRoute,
  logRoute,
  importsRoute,
  importRoute,
  replayRoute,
  personRoute,
  operationsRoute,
  leftRoute,
] as const
