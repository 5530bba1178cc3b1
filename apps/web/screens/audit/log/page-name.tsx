/** By which page somebody looked, in words; its code where it has none. */
import { useLanguage } from '../../../language/language.js'
import { pageNames } from '../texts/page-names.js'

export function PageName({ of }: { of: string }) {
  const names: Readonly<Record<string, string>> = pageNames[useLanguage()]
  return names[of] ?? of
}
