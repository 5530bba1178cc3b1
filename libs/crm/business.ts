/** What the plumbing needs to know of this business. */
import type { Alias, Business, References, Slice } from '#kernel'
import { partsOfRelationship, registryOf } from '#kernel'
import {
  figureReadingOf,
  mayReadUnfiled,
  readScopeOf,
  requireCorrection,
  requireSwitchedOn,
  requireWrite,
} from './access/access.js'
import { groupOf, identity } from './customers/merging/identity.reference.js'
import { belongsTo, fiscalStartOf, organization, viewerOf, zoneOf } from './organization/organization.reference.js'
import { withheldEvents, withholdsNow } from './privacy/withheld.reference.js'
import { slices } from './slices.js'
import { opensPrivate } from './touchpoints/private-notes.queries.js'
import { privateTypes } from './touchpoints/touchpoint.events.js'

/**
 * Commands for a merged customer or its relationship go to the one that stands for it, and are decided
 * over the facts of all of them.
 */
function aliasOf(stream: string, references: References): Alias {
  if (references.get(identity).groups.size === 0) return { stream, with: [] }
  const at = stream.indexOf('-')
  const [category, entity] = [stream.slice(0, at), stream.slice(at + 1)]
  const named = customerIn(category, entity)
  if (!named) return { stream, with: [] }
  const { customer, unit } = named
  const [survivor, ...merged] = groupOf(customer, references)
  const streamOf = (id: string) => `${category}-${id}${unit === undefined ? '' : `.${unit}`}`
  return { stream: streamOf(survivor), with: merged.map(streamOf) }
}

/** The customer that a stream is named by, and the unit where it is that of a relationship. */
function customerIn(category: string, entity: string): { customer: string; unit?: string } | undefined {
  if (category === 'customer') return { customer: entity }
  return category === 'relationship' ? partsOfRelationship(entity) : undefined
}

const categoryOf = (type: string): string => type.slice(0, type.indexOf('.'))

/** By the identity that is recorded; by the member's id only as long as none is. */
function memberOf(subject: string, references: References): string | undefined {
  const { members } = references.get(organization)
  const recorded = [...members.values()].find((member) => member.identity === subject && !member.left)
  if (recorded) return recorded.id
  const named = members.get(subject)
  return named && named.identity === undefined ? subject : undefined
}

/** The business over a list of slices; scratch copies and tests may bring their own. */
export function businessOf(list: readonly Slice[]): Business {
  const sliceOf = new Map(list.flatMap(({ name, events }) => events.map(({ category }) => [category, name])))
  const registry = registryOf(list)
  return {
    registry,
    identityTypes: new Set(['merge.made']),
    identitySetOf: groupOf,
    zoneOf,
    aliasOf,
    isPrivate: (type) => privateTypes.has(type),
    opensPrivate,
    withheldEvents,
    withholdsNow,
    viewerOf,
    memberOf,
    belongsTo,
    fiscalStartOf,
    figureReadingOf,
    readScopeOf: readScopeOf,
    // What imports write of themselves is decided by nobody.
    mayReadUnfiled: (viewer, { type, metadata }) =>
      mayReadUnfiled(viewer, registry.deciders.get(categoryOf(type))?.resource ?? 'imports', metadata),
    requireWrite,
    requireCorrection,
    requireSwitchedOn: (viewer, category, writing) =>
      requireSwitchedOn(viewer, sliceOf.get(category) ?? category, writing),
  }
}

export const business = businessOf(slices)
