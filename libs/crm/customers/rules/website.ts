/** What may stand as the website of a customer: an address of the web, with or without its scheme. */
import { customerRefusals as refuse } from './customer-refusals.js'

/** A word before a colon names a scheme; one with a dot is a host before its port. */
const scheme = /^([a-z][a-z0-9+-]*):/i

/** @throws DomainError `website-of-other-scheme`: what it leads to would be run, or opened by another program */
export function ofTheWeb<T extends { website?: string }>(said: T): T {
  const [, named = 'https'] = scheme.exec(said.website?.trim() ?? '') ?? []
  return ['http', 'https'].includes(named.toLowerCase())
    ? said
    : refuse('website-of-other-scheme', { field: 'website' })
}
