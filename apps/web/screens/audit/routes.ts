/** The addresses of the audit. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reading, textsIn } from '../../api/address.js'
import { fetched } from '../../api/unloaded.js'
import { rootRoute } from '../../shell/root.js'
import { listAddressIn } from './lists/address.js'
import { logAddressIn } from './log/address.js'
import { replayAddressIn } from './replay/address.js'

const getParentRoute = () => rootRoute

const auditRoute = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => fetched(import('./audit.js')), 'Audit'),
})

const listRoute = createRoute({
  getParentRoute,
  path: '/audit/$list',
  validateSearch: reading(listAddressIn),
  component: lazyRouteComponent(() => fetched(import('./lists/list.js')), 'AuditListPage'),
})

const logRoute = createRoute({
  getParentRoute,
  path: '/audit/log',
  validateSearch: reading(logAddressIn),
  component: lazyRouteComponent(() => fetched(import('./log/log.js')), 'AccessLog'),
})

const importsRoute = createRoute({
  getParentRoute,
  path: '/audit/imports',
  validateSearch: reading(listAddressIn),
  component: lazyRouteComponent(() => fetched(import('./imports/imports.js')), 'Imports'),
})

const importRoute = createRoute({
  getParentRoute,
  path: '/audit/imports/$id',
  component: lazyRouteComponent(() => fetched(import('./imports/import.js')), 'Import'),
})

const replayRoute = createRoute({
  getParentRoute,
  path: '/audit/replay/$id',
  validateSearch: reading(replayAddressIn),
  component: lazyRouteComponent(() => fetched(import('./replay/replay.js')), 'Replay'),
})

const personRoute = createRoute({
  getParentRoute,
  path: '/audit/person/$id',
  component: lazyRouteComponent(() => fetched(import('./person/person.js')), 'Person'),
})

const operationsRoute = createRoute({
  getParentRoute,
  path: '/audit/operations',
  component: lazyRouteComponent(() => fetched(import('./operations/operations.js')), 'Operations'),
})

const leftRoute = createRoute({
  getParentRoute,
  path: '/audit/left',
  validateSearch: reading((search) => textsIn(search, ['member', 'unit'])),
  component: lazyRouteComponent(() => fetched(import('./operations/left.js')), 'Left'),
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
