/** In which language a command speaks: the one asked for, else the member's own, else English. */
import { languages, type Sentence, say, spoken, type TextLanguage } from '#kernel'
import { StartRefused } from '#platform/config'
import { refusalOf } from '#services/configuration/refused-start.js'
import { ownLine } from './lines.js'

/** @throws StartRefused where a language is asked for that is none of ours */
export function requireLanguage(asked: string | undefined): void {
  if (asked === undefined || isSpoken(asked)) return
  throw new StartRefused('usage', ownLine('unknown-language', { language: asked, languages: languages.join(', ') }))
}

/** Norwegian may be called by either of its codes. */
export const isSpoken = (language: string | undefined): boolean =>
  language === 'no' || (languages as readonly (string | undefined)[]).includes(language)

/** Writes a line that is no part of the answer. */
export const remark = (sentence: Sentence, language: string): void => {
  process.stderr.write(`${inLanguage(sentence, language)}\n`)
}

/** @param language any; what is none of ours is English */
export const inLanguage = (sentence: Sentence, language: string): string => say(sentence, spoken(language))

/** Why nothing was done, as whoever reads it in this language is told; what nobody foresaw stays as it is. */
export function toldIn(error: unknown, language: TextLanguage): unknown {
  const refused = refusalOf(error)
  return refused?.sentence ? new StartRefused(refused.reason, say(refused.sentence, language)) : error
}
