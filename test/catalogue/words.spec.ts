/** What answers say in codes has words: whoever reads an answer in words finds no code in it. */
import { expect, it } from '@jest/globals'
import { business } from '#crm'
import { fieldsOf, type PayloadClass } from '#kernel'
import { choicesOf } from '#queries/shown/words.js'

const vocabularies = business.registry.slices.flatMap(({ vocabulary }) => vocabulary)
const known = new Set(vocabularies.map(({ words }) => Object.keys(words).join(' ')))

/** Codes that stay what they are, each with why. */
const wordless: Readonly<Record<string, string>> = {
  precision: 'says how to read the time beside it',
  dimensions: 'what figures are asked by',
  parts: 'names of slices, by which they are switched',
  language: 'the code by which a language is asked for',
  topic: 'its heading stands beside it',
  reasonNeeded: 'names of the parts of the answer that are left out',
}

function codedFields(
  payload: PayloadClass,
  path: readonly string[] = [],
): { name: string; path: string; codes: string }[] {
  if (path.length > 5) return []
  return fieldsOf(payload).flatMap((field) => {
    const here = [...path, field.name]
    if (field.nested) return codedFields(field.nested, here)
    const codes = choicesOf(field)
    return codes ? [{ name: field.name, path: here.join('.'), codes: codes.join(' ') }] : []
  })
}

const coded = [...business.registry.queries.values()].flatMap(({ name, answer }) =>
  codedFields(answer).map((field) => ({ ...field, query: name })),
)
const isWordless = (name: string) => name in wordless || name.endsWith('Precision')

it('are many', () => expect(coded.length).toBeGreaterThan(100))

it('have words in every language wherever an answer holds them', () => {
  const silent = coded.filter(({ name, codes }) => !isWordless(name) && !known.has(codes))
  expect(silent.map(({ query, path }) => `${query}: ${path}`)).toEqual([])
})

it('are each called by one vocabulary alone', () => {
  const all = vocabularies.map(({ words }) => Object.keys(words).join(' '))
  expect(all.filter((codes, at) => all.indexOf(codes) !== at)).toEqual([])
})

it('stay without words only with a reason, as long as there are such', () => {
  const names = new Set(coded.map(({ name }) => name))
  expect(Object.keys(wordless).filter((name) => !names.has(name))).toEqual([])
})
