/** In which language a reader is answered: as asked for, else the reader's own, else the group's. */
import type { QueryContext } from '#kernel'
import { organization } from '../organization/organization.reference.js'
import type { TextLanguage } from './languages.js'
import { spoken } from './wording.js'

export function languageOf({ language, viewer, referencesToday }: QueryContext<object>): TextLanguage {
  const { members, group } = referencesToday.get(organization)
  return spoken(language, members.get(viewer.member)?.language, group?.language)
}
