/** Texts of the screens: each room states its own in five languages, and one that is missing does not compile. */
import { type I18n, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Language } from './languages.js'

/** Texts by key and language, in ICU MessageFormat. */
export type Texts<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

/** What a text is told: numbers for plurals, words for the rest. */
export type TextValues = Readonly<Record<string, string | number>>

export type Say<K extends string> = (key: K, values?: TextValues) => string

export const defineTexts = <K extends string>(texts: {
  en: Record<K, string>
  fi: Record<NoInfer<K>, string>
  sv: Record<NoInfer<K>, string>
  de: Record<NoInfer<K>, string>
  nb: Record<NoInfer<K>, string>
}): Texts<K> => texts

const spoken = new WeakMap<object, Map<Language, Say<string>>>()

/** The texts in one language; each is parsed when it is first said. */
export function speaker<K extends string>(texts: Texts<K>, language: Language): Say<K> {
  const known = spoken.get(texts) ?? new Map<Language, Say<string>>()
  spoken.set(texts, known)
  const say =
    known.get(language) ?? speakerOf(setupI18n({ locale: language, messages: { [language]: {} } }), texts[language])
  known.set(language, say)
  return say as Say<K>
}

function speakerOf(i18n: I18n, texts: Readonly<Record<string, string>>): Say<string> {
  const parsed = new Set<string>()
  return (key, values) => {
    if (!parsed.has(key)) {
      i18n.load(i18n.locale, { [key]: compileMessage(texts[key] ?? key) })
      parsed.add(key)
    }
    return i18n._(key, values)
  }
}
