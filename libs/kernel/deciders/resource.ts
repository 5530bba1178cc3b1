/**
 * A resource is what rights go by: a slice declares those that are its own, with what each role may do with them
 * unless the group decides otherwise, and a decider names the one that its records are.
 */
import type { Texts } from '../text/languages.js'
import type { Role } from './viewer.js'

/** `own`: for the units that a role was granted for; `all`: for every unit. */
export type Reach = 'own' | 'all'
export type Grants = Readonly<Partial<Record<Role, Reach>>>

export interface Resource {
  /** One word; stands in refusals. */
  name: string
  /** What it is called. */
  label: Texts
  /** What belongs to it, in a sentence. */
  about: string
  /** Which roles write it. */
  writes: Grants
  /**
   * Of what is filed with no customer and no contact, which roles read its events; then only those correct it who may
   * write it today, whoever wrote it. Absent: it is read as the history of customers is.
   */
  reads?: Grants
}

export const defineResource = (resource: Resource): Resource => resource
