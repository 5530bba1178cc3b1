/** The same told with other names: of a copy that nobody will find, by the name of what was copied. */
import type { Sentence, Tellable, Texts } from '#kernel'

type Names = readonly (readonly [string, string])[]

export const renaming = (told: Tellable, names: Names): Tellable => renamed(told, names) as Tellable

/** Names stand among the values of a sentence, and of those in it. */
function renamed(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return names.reduce((text, [from, to]) => text.replaceAll(from, to), value)
  if (typeof value !== 'object' || value === null || !('texts' in value)) return value
  const { texts, values = {} } = value as Sentence
  return {
    texts,
    values: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, renamed(each, names)])),
  }
}

/** Without the stop at its end, where another sentence goes on after it. */
export function undotted(told: Tellable): Tellable {
  const without = (text: string) => text.replace(/\.$/, '')
  if (typeof told === 'string') return without(told)
  const texts = Object.entries(told.texts).map(([language, text]) => [language, without(text)])
  return { ...told, texts: Object.fromEntries(texts) as Texts }
}
