/** What the codes of answers are called in the reader's language: for clients, which show words and send codes. */
import { Choice, Code, defineQuery, Label, ListOf, NoQuery, type Query, type Slice, wordOf } from '#kernel'
import { readOf } from '../../organization/reader.queries.js'
import { languageOf } from '../../texts/language-of.js'
import { languages, type TextLanguage } from '../../texts/languages.js'
import { metricsInUse } from '../shown/collected.js'

export class Word {
  @Code() code!: string
  @Label({ max: 120 }) word!: string
}

export class WordSet {
  /** What the codes are of: `stage`, `sector`, `role`, `metric`. */
  @Code() set!: string
  @ListOf(Word, { max: 500 }) words!: Word[]
}

export class VocabularyAnswer {
  @Choice(languages) language!: TextLanguage
  @ListOf(WordSet) sets!: WordSet[]
}

/** @param slices whose words are offered, where they are in use */
export function vocabularyQueryOf(slices: readonly Slice[]): Query {
  const vocabulary = slices.flatMap((slice) => slice.vocabulary)
  return defineQuery<NoQuery, VocabularyAnswer>({
    name: 'vocabulary',
    about: 'What stages, statuses, roles, sectors, kinds and metrics are called, in the language asked for.',
    route: '/vocabulary',
    query: NoQuery,
    answer: VocabularyAnswer,
    async read(ask): Promise<VocabularyAnswer> {
      readOf(ask)
      const language = languageOf(ask)
      const offered = metricsInUse(slices, ask)
      const metrics = offered.map(({ name, label }) => [name, label[language]] as const)
      const by = { language, references: ask.references }
      // Several slices may add to one set.
      const sets = [...Map.groupBy(vocabulary, ({ set }) => set)].map(([set, parts]) => ({
        set,
        words: parts.flatMap((of) =>
          Object.keys(of.words).map((code) => ({ code, word: wordOf(of, code, by) ?? code })),
        ),
      }))
      const dimensions = offered
        .flatMap((metric) => metric.dimensions)
        .map(({ name, label }) => [name, label[language]] as const)
      // Of two that share a name, the one that is asked by it: the first.
      const named = [...new Map(dimensions.toReversed())].reverse()
      const more = { metric: metrics, dimension: named }
      return {
        language,
        sets: [
          ...sets,
          ...Object.entries(more).map(([set, words]) => ({
            set,
            words: words.map(([code, word]) => ({ code, word })),
          })),
        ],
      }
    },
  }) as Query
}
