/** The root of all routes. Screens hang theirs under it, and the router puts them together. */
import { createRootRoute } from '@tanstack/react-router'
import { isMoment } from '../api/address.js'
import { Lost, Shell } from './shell.js'

/** A moment of the past that a page is shown at; both absent: now. */
export interface Moment {
  /** As it was: ISO day or instant. */
  asOf?: string
  /** As we knew it: ISO day or instant. */
  knownAt?: string
}

/** The moment in an address; what is no moment is left out. */
export const momentIn = ({ asOf, knownAt }: Record<string, unknown>): Moment => ({
  ...(isMoment(asOf) && { asOf }),
  ...(isMoment(knownAt) && { knownAt }),
})

export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: Lost })
