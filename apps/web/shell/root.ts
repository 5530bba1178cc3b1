/** The root of all routes. Screens hang theirs under it, and the router puts them together. */
import { createRootRoute } from '@tanstack/react-router'
import { Lost, Shell } from './shell.js'

export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: Lost })
