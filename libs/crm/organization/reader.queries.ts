/** By whose alphabet a reader reads lists. */
import type { QueryContext } from '#kernel'
import { organization } from './organization.reference.js'

/** BCP 47: the reader's own language, else the group's. */
export function alphabetOf({ viewer, references }: Pick<QueryContext, 'viewer' | 'references'>): string | undefined {
  const { members, group } = references.get(organization)
  return members.get(viewer.member)?.language ?? group?.language
}
