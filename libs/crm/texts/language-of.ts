/** In which language a reader is answered: as asked for, else the reader's own, else the group's. */
import { type QueryContext, spoken } from '#kernel'
import { languageOfMember } from '../organization/organization.reference.js'
import type { TextLanguage } from './languages.js'

export function languageOf({ language, viewer, referencesToday }: QueryContext<object>): TextLanguage {
  return spoken(language, languageOfMember(viewer.member, referencesToday))
}
