/** A moment of the past, as addresses carry it. */
import { hasBeen } from '../api/address.js'

/** A moment of the past that a page is shown at; both absent: now. */
export interface Moment {
  /** As it was: ISO day or instant. */
  asOf?: string
  /** As we knew it: ISO day or instant. */
  knownAt?: string
}

/** The moment in an address; what is no moment, and one that is still to come, is left out. */
export const momentIn = ({ asOf, knownAt }: Record<string, unknown>): Moment => ({
  ...(hasBeen(asOf) && { asOf }),
  ...(hasBeen(knownAt) && { knownAt }),
})
