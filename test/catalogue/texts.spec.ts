/** Every text that a member may be told is there in five languages, and says in each what is its own there. */
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { cellTexts } from '#imports/compile/cell-texts.js'
import { mappingTexts } from '#imports/mapping/mapping-texts.js'
import { rowTexts } from '#imports/tabular/row-texts.js'
import { dateFormatTexts } from '#imports/values/date-format-texts.js'
import { inputTexts, languages, type Slice, type TextLanguage, type Texts } from '#kernel'
import { filterTexts } from '#kernel/views/lists/filter-texts.js'
import { interfaceProblems } from '#platform/http/problems/interface-problems.js'

const ofRefusals = Object.entries(business.registry.refusals).map(([code, [, texts]]): [string, Texts] => [code, texts])
const ofInterface = Object.entries(interfaceProblems).map(([code, [, texts]]): [string, Texts] => [code, texts])
const parts: [string, Texts][] = [inputTexts, filterTexts, rowTexts, cellTexts, mappingTexts, dateFormatTexts].flatMap(
  (texts) => Object.entries(texts),
)

/** What is nothing but its values reads the same everywhere. */
const isBare = (text: string): boolean => !/\p{L}/u.test(text.replaceAll(/\{[^}]*\}/g, ''))

describe.each([...ofRefusals, ...ofInterface, ...parts])('the text of %s', (_code, texts) => {
  it('differs from language to language, but where neighbours share a word, and is trimmed', () => {
    const all = languages.map((language) => texts[language])
    expect(all.filter((text) => text.trim() !== text || text === '')).toEqual([])
    expect(isBare(texts.en) || new Set(all).size >= languages.length - 1).toBe(true)
  })
})

describe.each([...ofRefusals, ...ofInterface])('the sentence of %s', (_code, texts) => {
  it('begins and ends as sentences do', () => {
    for (const language of languages) expect(texts[language]).toMatch(/^[\p{Lu}{].*\.$/su)
  })
})

/** What one notion is called in each language, wherever English calls it so. */
interface Notion {
  en: RegExp
  of(slice: string): boolean
  words: Readonly<Record<Exclude<TextLanguage, 'en'>, RegExp>>
}

const isSelling = (slice: string) => slice === 'opportunities'
const notions: Readonly<Record<string, Notion>> = {
  'the stage of a relationship': {
    en: /\bstages?\b/i,
    of: (slice) => !isSelling(slice),
    words: { fi: /vaihe/i, sv: /stadi/i, de: /stufe/i, nb: /trinn/i },
  },
  'the stage of a deal': {
    en: /\bstages?\b/i,
    of: isSelling,
    words: { fi: /vaihe/i, sv: /skede/i, de: /phase/i, nb: /fase/i },
  },
  'a selling unit': {
    en: /\bselling units?\b/i,
    of: () => true,
    words: { fi: /myyntiyksik/i, sv: /säljenhet/i, de: /vertriebseinheit/i, nb: /salgsenhet/i },
  },
  'a member': {
    en: /\bmembers?\b/i,
    of: () => true,
    words: { fi: /käyttäj/i, sv: /medarbetar/i, de: /mitglied/i, nb: /medarbeider/i },
  },
}

const textsOf = ({ name, events, metrics, dimensions, refusals }: Slice): [string, string, Texts][] => [
  ...events.flatMap((family) =>
    Object.entries(family.definitions).flatMap(([type, { texts }]): [string, string, Texts][] =>
      texts ? [[name, type, texts]] : [],
    ),
  ),
  ...metrics.flatMap(({ name: metric, label, question, formula }) =>
    [label, question, formula].map((texts): [string, string, Texts] => [name, metric, texts]),
  ),
  ...dimensions.map(({ name: dimension, label }): [string, string, Texts] => [name, dimension, label]),
  ...refusals.flatMap(({ texts }) =>
    Object.entries(texts).map(([code, [, said]]): [string, string, Texts] => [name, code, said]),
  ),
]

describe.each(Object.entries(notions))('%s', (_, { en, of, words }) => {
  it('has one name in each language', () => {
    const all = business.registry.slices.flatMap(textsOf).filter(([slice, , texts]) => of(slice) && en.test(texts.en))
    expect(all.length).toBeGreaterThan(1)
    const others = all.flatMap(([, what, texts]) =>
      Object.entries(words).flatMap(([language, word]) =>
        word.test(texts[language as TextLanguage]) ? [] : [`${what} ${language}: ${texts[language as TextLanguage]}`],
      ),
    )
    expect(others).toEqual([])
  })
})
