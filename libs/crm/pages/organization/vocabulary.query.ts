/** What the codes of answers are called in the reader's language: for clients, which show words and send codes. */
import { Choice, defineQuery, Label, ListOf, NoQuery, type Query, type Slice } from '#kernel'
import { languageOf } from '../../texts/language-of.js'
import { languages, type TextLanguage } from '../../texts/languages.js'
import { vocabulary } from '../../texts/vocabulary.js'
import { touchpointKindNames } from '../../touchpoints/touchpoints.queries.js'
import { metricsInUse } from '../shown/collected.js'
import { Names } from '../shown/names.js'
import { readOf } from './organization.query.js'

export class Word {
  @Label({ max: 80 }) code!: string
  @Label({ max: 120 }) word!: string
}

export class WordSet {
  /** What the codes are of: `stage`, `sector`, `role`, `metric`. */
  @Label({ max: 60 }) set!: string
  @ListOf(Word, { max: 500 }) words!: Word[]
}

export class VocabularyAnswer {
  @Choice(languages) language!: TextLanguage
  @ListOf(WordSet) sets!: WordSet[]
}

/** @param slices whose words are offered, where they are in use */
export const vocabularyQueryOf = (slices: readonly Slice[]): Query =>
  defineQuery<NoQuery, VocabularyAnswer>({
    name: 'vocabulary',
    about: 'What stages, statuses, roles, sectors, kinds and metrics are called, in the language asked for.',
    route: '/vocabulary',
    query: NoQuery,
    answer: VocabularyAnswer,
    async read(ask): Promise<VocabularyAnswer> {
      readOf(ask)
      const language = languageOf(ask)
      const wording = new Names(ask).wording()
      const offered = metricsInUse(slices, ask)
      const metrics = offered.map(({ name, label }) => [name, label?.[language] ?? name] as const)
      const kinds = [...touchpointKindNames].map(([kind, texts]) => [kind, texts[language]] as const)
      const sets = Object.entries(vocabulary).map(([set, codes]) => ({
        set,
        words: Object.entries(codes).map(([code, texts]) => ({
          code,
          word: set === 'stage' ? wording.stage(code as Parameters<typeof wording.stage>[0]) : texts[language],
        })),
      }))
      const dimensions = offered
        .flatMap((metric) => metric.dimensions)
        .map(({ name, label }) => [name, label[language]] as const)
      const more = { metric: metrics, 'touchpoint-kind': kinds, dimension: [...new Map(dimensions)] }
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
