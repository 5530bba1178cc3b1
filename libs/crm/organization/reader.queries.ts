/** What goes by who reads: the alphabet of lists, and whether the organization is theirs to see. */
import { type QueryContext, type References, refuse, spoken, type TextLanguage } from '#kernel'
import { type Organization, organization } from './organization.reference.js'

/** BCP 47: the reader's own language, else the group's. */
export function alphabetOf({ viewer, references }: Pick<QueryContext, 'viewer' | 'references'>): string | undefined {
  const { members, group } = references.get(organization)
  return members.get(viewer.member)?.language ?? group?.language
}

/** What the group calls a stage: it names its ladder in its own language. */
export function stageNamed(stage: string, language: TextLanguage, references: References): string | undefined {
  const { group, ladder } = references.get(organization)
  return spoken(group?.language) === language ? ladder.find((step) => step.stage === stage)?.name : undefined
}

/** The organization as it is, for everybody who works in it; not for systems. @throws DomainError `not-allowed` */
export function readOf({ viewer, references }: QueryContext<object>): Organization {
  const isOurs = viewer.grants.some(({ role }) => role !== 'integration') || viewer.member.startsWith('system:')
  return isOurs ? references.get(organization) : refuse('not-allowed')
}
