/** What answers say in codes has words: whoever reads an answer in words finds no code in it. */
import { expect, it } from '@jest/globals'
import { business, importTargets } from '#crm'
import { compileTargets } from '#imports'
import { type Field, fieldsOf, type PayloadClass } from '#kernel'
import { describedProcedures } from '#operations'
import { choicesOf, setFor } from '#queries/shown/words.js'

const vocabularies = business.registry.slices.flatMap(({ vocabulary }) => vocabulary)
const sets = new Set(vocabularies.map(({ set }) => set))

/** Codes that stay what they are, each with why. */
const wordless: Readonly<Record<string, string>> = {
  precision: 'says how to read the time beside it',
  dimensions: 'what figures are asked by',
  parts: 'names of slices, by which they are switched',
  language: 'the code by which a language is asked for',
  topic: 'its heading stands beside it',
  reasonNeeded: 'names of the parts of the answer that are left out',
  outcome: 'says which list it stands in',
}

interface Coded {
  query: string
  name: string
  path: string
  field: Field
}

function fieldsIn(payload: PayloadClass, query: string, path: readonly string[] = []): Coded[] {
  if (path.length > 5) return []
  return fieldsOf(payload).flatMap((field) => {
    const { name, nested } = field
    const here = [...path, name]
    return nested ? fieldsIn(nested, query, here) : [{ query, name, path: here.join('.'), field }]
  })
}

const answers = [...business.registry.queries.values(), ...describedProcedures(business.registry)]
const all = answers.flatMap(({ name, answer }) => fieldsIn(answer as PayloadClass, name))
const coded = all.filter(({ field }) => choicesOf(field))
const isWordless = (name: string) => name in wordless || name.endsWith('Precision')

it('are many', () => expect(coded.length).toBeGreaterThan(100))

it('have words in every language wherever an answer holds them', () => {
  const silent = coded.filter(({ name, field }) => !isWordless(name) && !setFor(field, business.registry))
  expect(silent.map(({ query, path }) => `${query}: ${path}`)).toEqual([])
})

it('have words where a field names their set', () => {
  const named = all.filter(({ field }) => field.schema['x-vocabulary'] !== undefined)
  const silent = named.filter(({ field }) => !sets.has(String(field.schema['x-vocabulary'])))
  expect([named.length > 20, silent.map(({ query, path }) => `${query}: ${path}`)]).toEqual([true, []])
})

it('are each called by one vocabulary alone', () => {
  const all = vocabularies.map(({ words }) => Object.keys(words).join(' '))
  expect(all.filter((codes, at) => all.indexOf(codes) !== at)).toEqual([])
})

it('stay without words only with a reason, as long as there are such', () => {
  const names = new Set(coded.map(({ name }) => name))
  expect(Object.keys(wordless).filter((name) => !names.has(name))).toEqual([])
})

it('have words where an import makes records of them', () => {
  const { catalogue } = compileTargets(importTargets, business.registry)
  const named = vocabularies.filter(({ set }) => set === 'import-target').flatMap(({ words }) => Object.keys(words))
  expect(named.sort()).toEqual(Object.keys(catalogue).sort())
})
