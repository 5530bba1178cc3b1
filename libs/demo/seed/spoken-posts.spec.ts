/** Whoever a note speaks of by post is the person that it says it was with. */
import { describe, expect, it } from '@jest/globals'
import { postsOf } from '../people/posts.js'
import { inventedSectors } from '../sectors.js'
import type { Grammar, Noun } from '../texts/grammar.js'
import { grammars } from '../texts/texts.js'
import { type InventedLanguage, type PostKind, postKinds, textLanguages } from '../texts/vocabulary.js'
import type { ActStep } from './run/act.js'
import { planDemo } from './seed-demo.js'

interface Body {
  /** Of a post that changes, what it was and is. */
  title?: string | { is: string }
  contacts?: string[]
  language?: InventedLanguage
  note?: string
}

/** What a language calls those who are of one kind of post, in all its forms. */
const formsOf = (grammar: Grammar, kind: PostKind): string[] =>
  (grammar[`role@${kind}`] as readonly Noun[]).flatMap((noun) => Object.values(noun))

/** As of what follows one word more, as in German "der Leitung Einkauf". */
const speaksOf = (note: string, form: string): boolean =>
  new RegExp(`(?<![\\p{L}-])${form}(?![\\p{L}-])`, 'iu').test(note)

const kindOfTitle = new Map(
  inventedSectors.flatMap(postsOf).flatMap(({ kind, titles }) => Object.values(titles).map((title) => [title, kind])),
)

const touched = /^(?:hold|record)-/
const isAct = (step: ActStep): step is ActStep & { command: string; id: string; body: Body } => 'command' in step

describe('notes of the demo', () => {
  const acts = planDemo('2026-09-14', 7)
    .filter(isAct)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const posts = acts.flatMap(({ command, id, body: { title = '' }, at }) => {
    const kind = kindOfTitle.get(typeof title === 'string' ? title : title.is)
    return command === 'startPost' || command === 'changePost' ? [{ id, kind, at }] : []
  })
  // From the day after on: on the day itself some have not heard of it.
  const kindOf = (contact: string, day: string) =>
    posts.findLast(({ id, at }) => id === contact && at.slice(0, 10) < day)?.kind
  const said = acts.flatMap(({ command, body, at, occurred }) => {
    const kind = kindOf(body.contacts?.[0] ?? '', (occurred?.occurredAt ?? at).slice(0, 10))
    const { language, note } = body
    return touched.test(command) && kind && language && note !== undefined ? [{ kind, language, note }] : []
  })

  it.each(textLanguages.filter((language) => said.some((one) => one.language === language)))(
    'speak in %s of the post of whoever they were with',
    (language) => {
      const own = said.filter((one) => one.language === language)
      const spoken = own.filter(({ kind, note }) =>
        formsOf(grammars[language], kind).some((form) => speaksOf(note, form)),
      )
      expect(spoken.length).toBeGreaterThan(own.length / 10)
      const wrong = own.flatMap(({ kind, note }) => {
        const right = formsOf(grammars[language], kind)
        const others = postKinds.filter((one) => one !== kind).flatMap((one) => formsOf(grammars[language], one))
        const found = others.filter((form) => !right.includes(form) && speaksOf(note, form))
        return found.length > 0 ? [`${kind}: ${found[0]}: ${note}`] : []
      })
      expect(wrong.slice(0, 5)).toEqual([])
    },
  )
})
