/** Whether a name or a word is found tells what is personal: who needs a reason is told so, and never that there is nothing. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { SearchAnswer } from '../pages/search/search.query.js'

let group: TestGroup
let hotel: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  const about = { customers: [hotel], unit: 'fi' }
  await group.do('touchpoint', 'record-note', { ...about, note: 'The kitchen is cold.' }, { as: 'aino' })
  const deal = { customer: hotel, unit: 'fi', name: 'Kitchen', profile: 'product-sale', stage: 'engaging' }
  await group.do('opportunity', 'open', deal, { as: 'aino' })
  for (const nth of [1, 2]) {
    const person = { name: `Kitchen ${nth}`, mail: 'kitchen@hotel.example' }
    const { id } = await group.do('contact', 'register', person, { as: 'aino' })
    const post = { customer: hotel, level: 'operational', since: '2025-01-01' }
    await group.do('contact', 'startPost', post, { id, as: 'aino' })
  }
})
afterEach(() => group.close())

const questions: [string, { id?: string }, object][] = [
  ['contacts', {}, {}],
  ['contacts', {}, { search: 'kitchen' }],
  ['contact-duplicates', {}, {}],
  ['opportunities', {}, { search: 'kitchen' }],
  ['timeline', { id: 'hotel' }, { text: 'kitchen' }],
  ['search', {}, { text: 'kitchen', kind: 'contacts' }],
  ['search', {}, { text: 'kitchen', kind: 'notes' }],
  ['search', {}, { text: 'kitchen', kind: 'opportunities' }],
]
const ask = (
  page: string,
  { id }: { id?: string },
  query: object,
  options: { reason?: string; knownAt?: string } = {},
) => group.ask(page, id === undefined ? {} : { id: hotel }, { as: 'audun', query, ...options })

it.each(questions)('%s, %j asked with %j, takes one', async (page, params, query) => {
  const known = page === 'timeline' ? [{}, { knownAt: String(await group.log.head()) }] : [{}]
  for (const moment of known) {
    await expect(ask(page, params, query, moment)).rejects.toMatchObject({ code: 'reason-needed', kind: 'forbidden' })
    expect(JSON.stringify(await ask(page, params, query, { ...moment, reason: 'Complaint 7' }))).toMatch(/kitchen/i)
  }
})

it('leaves those kinds out of a search of all, and names them', async () => {
  const { customers, reasonNeeded, ...others } = await group.ask<SearchAnswer>(
    'search',
    {},
    { as: 'audun', query: { text: 'hotelli' } },
  )
  expect(customers?.total).toBe(1)
  expect(reasonNeeded).toEqual(['contacts', 'opportunities', 'notes'])
  expect(others).toEqual({ records: { rows: [], total: 0 } })
  const opened = await group.ask<SearchAnswer>(
    'search',
    {},
    { as: 'audun', query: { text: 'kitchen' }, reason: 'Complaint 7' },
  )
  expect([opened.reasonNeeded, opened.contacts?.total, opened.notes?.total]).toEqual([undefined, 2, 2])
})
