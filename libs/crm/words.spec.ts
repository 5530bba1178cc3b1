/** Whatever an event holds has a word in every language: its fields, and the codes that they are out of. */
import { describe, expect, it } from '@jest/globals'
import { type Field, fieldsOf, type PayloadClass } from '#kernel'
import { Words } from '#queries/shown/words.js'
import { business } from './business.js'

const { slices, catalogue } = business.registry
const vocabulary = slices.flatMap((slice) => slice.vocabulary)

interface Placed {
  place: string
  field: Field
}

function fieldsIn(payload: PayloadClass, place: string): Placed[] {
  return fieldsOf(payload).flatMap((field) => {
    const own = { place: `${place} ${field.name}`, field }
    return [own, ...(field.nested ? fieldsIn(field.nested, own.place) : [])]
  })
}

const all = catalogue.all().flatMap(({ type, payload }) => fieldsIn(payload as PayloadClass, type))

it('names each query, and each operation that opens what is personal, for who looks into the access log', () => {
  const named = vocabulary.filter(({ set }) => set === 'page').flatMap(({ words }) => Object.keys(words))
  const operations = ['error-files', 'event', 'export-person', 'erase-person']
  const asked = [...slices.flatMap(({ queries }) => queries.map(({ name }) => name)), ...operations]
  expect(named.sort()).toEqual(asked.sort())
})

describe('an event', () => {
  it('has a word for each of its fields', () => {
    const named = new Set(vocabulary.filter(({ set }) => set === 'field').flatMap(({ words }) => Object.keys(words)))
    expect(all.filter(({ field }) => !named.has(field.name)).map(({ place }) => place)).toEqual([])
  })

  it('has a word for each of the codes that a field may be', () => {
    const words = new Words(business.registry, {
      language: 'fi',
      references: { get: ({ initial }) => initial, events: () => [] },
    })
    const unnamed = all.filter(({ field: { schema } }) => {
      const codes = (schema.enum ?? (schema.items as Field['schema'] | undefined)?.enum ?? []) as string[]
      // Some words are their codes in some language.
      return codes.length > 0 && codes.every((code) => words.of(codes, code) === code)
    })
    expect(unnamed.map(({ place }) => place)).toEqual([])
  })
})
