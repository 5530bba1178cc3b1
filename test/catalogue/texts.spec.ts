/** Every text that a member may be told is there in five languages, and says in each what is its own there. */
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { cellTexts } from '#imports/compile/cell-texts.js'
import { mappingTexts } from '#imports/mapping/mapping-texts.js'
import { rowTexts } from '#imports/tabular/row-texts.js'
import { dateFormatTexts } from '#imports/values/date-format-texts.js'
import { inputTexts, languages, type Texts } from '#kernel'
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
