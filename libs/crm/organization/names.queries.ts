/** Names of units, members and products by id, at the moment asked about: what answers show beside ids. */
import type { Guarded, References } from '#kernel'
import { organization } from './organization.reference.js'

export const unitName = (id: string, references: References): string | undefined =>
  references.get(organization).units.get(id)?.name

/** @returns undefined for nobody and for whoever is unknown */
export const memberName = (id: string | undefined, references: References): Guarded<string> | undefined =>
  id === undefined ? undefined : references.get(organization).members.get(id)?.name

/** @returns undefined for nothing and for what is unknown */
export const productName = (id: string | undefined, references: References): string | undefined =>
  id === undefined ? undefined : references.get(organization).products.get(id)?.name
