/**
 * One word finds the same wherever it is asked for: in notes now and in the past, among contacts and among customers,
 * and in the one search over notes, people, deals and customers.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchAnswer } from '#crm/pages/search/search.query.js'
import { TestGroup } from '../harness/group.js'
import { pagesOf } from '../harness/pages-of.js'

let group: TestGroup
let hotel: string
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

const searched = ['customers', 'contacts', 'opportunities', 'notes'] as const
const places = ['notes', 'notes of the past', 'contacts', 'customers', ...searched.map((kind) => `all: ${kind}`)]

interface Found {
  rows: ({ record: string } | { id: string })[]
  next?: string
}
/** A note is told of as a fact of its record. */
const idOf = (row: Found['rows'][number]): string => ('record' in row ? row.record : row.id)

/** Writes a text wherever something is looked for; answers where each is found. */
async function write(text: string) {
  const note = { customers: [hotel], unit: 'fi', note: text }
  const noted = (await group.do('touchpoint', 'record-note', note, { as: 'aino' })).id
  const contact = (await group.do('contact', 'register', { name: text }, { as: 'aino' })).id
  const customer = (await group.do('customer', 'register', { name: text }, { as: 'aino' })).id
  const offered = { customer: hotel, unit: 'fi', name: text, profile: 'product-sale', stage: 'engaging' }
  const deal = (await group.do('opportunity', 'open', offered, { as: 'aino' })).id
  const ids = { customers: customer, contacts: contact, opportunities: deal, notes: noted }
  return async (asked: string): Promise<string[]> => {
    const notes = async (moment: { asOf?: string }) => {
      const options = { as: 'aino', query: { text: asked }, ...moment }
      const { rows } = await group.ask<{ rows: { summary?: unknown }[] }>('timeline', { id: hotel }, options)
      return rows.some(({ summary }) => summary === text)
    }
    const people = await group.ask<{ rows: { id: string }[] }>('contacts', {}, { as: 'aino', query: { search: asked } })
    const listed = await group.ask<{ rows: { id: string }[] }>(
      'customers',
      {},
      { as: 'aino', query: { search: asked } },
    )
    const inAll = async (kind: (typeof searched)[number]) => {
      const ask = async (on: object) => {
        const query = { text: asked, kind, limit: 50, ...on }
        return (await group.ask<SearchAnswer>('search', {}, { as: 'aino', query }))[kind] ?? { rows: [] }
      }
      for await (const { rows } of pagesOf<Found>(ask)) if (rows.some((row) => idOf(row) === ids[kind])) return true
      return false
    }
    const found = [
      await notes({}),
      await notes({ asOf: group.time }),
      people.rows.some(({ id }) => id === contact),
      listed.rows.some(({ id }) => id === customer),
      ...(await Promise.all(searched.map(inAll))),
    ]
    return places.filter((_, nth) => found[nth])
  }
}

describe('a word that is asked for', () => {
  it('is found in all places as people type it', async () => {
    const found = await write('ψυγείο, Straße, Sørlandet, ışık, kjøleskap, Łódź: Prøve')
    const asked = ['ψυγειο', 'strasse', 'sorlandet', 'isik', 'lodz', 'prove', 'soerland', 'kjoeleskap', 'skap']
    for (const word of asked) expect([word, await found(word)]).toEqual([word, places])
    expect(await found(asked.join(' '))).toEqual(places)
  })

  it('is found in all places as part of a compound and in writing without spaces', async () => {
    const found = await write('Großküche Häusler, kylmäkaappi, 業務用冷凍庫')
    for (const word of ['küche', 'kueche', 'haeusler', 'kaappi', '冷凍'])
      expect([word, await found(word)]).toEqual([word, places])
    for (const word of ['app', '凍冷', 'usler x']) expect([word, await found(word)]).toEqual([word, []])
  })

  it('is found in all places or in none, whatever the letters', async () => {
    const letters = fc.constantFrom(...'aåäöøæüßeikstnlz ıİşğłóźąψυγείος冷凍庫A-')
    const text = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
    const texts = text.filter((all) => /\p{L}/u.test(all)).map((all) => all.trim())
    const stretch = fc.tuple(fc.nat(), fc.nat({ max: 8 }))
    const inputs = fc.sample(fc.tuple(texts, stretch), { numRuns: 40, seed: 12 })
    for (const [written, [from, length]] of inputs) {
      const found = await write(written)
      const signs = [...written]
      const start = from % signs.length
      const asked = signs.slice(start, start + 1 + length).join('')
      expect([written, await found(written)]).toEqual([written, places])
      const where = asked.trim() === '' ? [] : await found(asked)
      expect([written, asked, where]).toEqual([written, asked, where.length === 0 ? [] : places])
    }
  })
})
