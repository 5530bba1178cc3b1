/** Whatever slice an event is of, the web application says its codes in the words of their set, and takes no id for a code. */
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { type Field, fieldsOf, type PayloadClass } from '#kernel'
import { choicesOf, setFor } from '#queries/shown/words.js'
import { saidIn } from '../../apps/web/history/event/said-values.js'

const { registry } = business

interface Placed {
  type: string
  field: Field
}

const fieldsIn = (type: string, payload: PayloadClass): Placed[] =>
  fieldsOf(payload).flatMap((field) => [{ type, field }, ...(field.nested ? fieldsIn(type, field.nested) : [])])

const all = registry.catalogue.all().flatMap(({ type, payload }) => fieldsIn(type, payload as PayloadClass))
/** The head of an event says these. */
const heads = new Set(['customers', 'contacts', 'unit', 'customer', 'evidence'])
const said = ({ type, field: { name } }: Placed, value: string) => saidIn(type, { [name]: value })[0]?.said

describe('a field of an event', () => {
  it('that is a code of a set is said in its words', () => {
    const wrong = all.flatMap((one) => {
      const set = setFor(one.field, registry)
      const value = choicesOf(one.field)?.[0] ?? 'code'
      const found = set === undefined || heads.has(one.field.name) ? undefined : said(one, value)
      const isSaid = found === undefined || (found.as === 'word' && found.set === set)
      return isSaid ? [] : [`${one.type} ${one.field.name}: ${JSON.stringify(found)} for ${set}`]
    })
    expect(wrong).toEqual([])
    expect(all.filter(({ field }) => setFor(field, registry) !== undefined).length).toBeGreaterThan(50)
  })

  it('that names a record with a history of its own leads there', () => {
    const leading = all.filter(({ field: { refersTo = '' } }) =>
      /^(opportunity|touchpoint|customer-project)$/.test(refersTo),
    )
    const streams = leading.map((one) => {
      const found = said(one, 'a1b2c3')
      return [one.field.refersTo, found?.as === 'record' ? found.stream : found?.as]
    })
    expect(streams.length).toBeGreaterThan(10)
    for (const [refersTo = '', stream] of streams) expect(stream).toBe(`${refersTo.replace('-', '')}-a1b2c3`)
  })

  it('that names a record is taken for no code', () => {
    const named = all.filter(({ field }) => field.refersTo !== undefined && !heads.has(field.name))
    const wrong = named.filter((one) => said(one, 'a1b2c3')?.as === 'word')
    expect(wrong.map(({ type, field }) => `${type} ${field.name}`)).toEqual([])
  })
})
