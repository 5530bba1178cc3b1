/** What happened with a person, at whichever customer. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { ContactTimelineAnswer } from './contact-timeline.query.js'

let group: TestGroup
let hotel: string
let chain: string
let kaisa: string

const ask = (options: Parameters<TestGroup['ask']>[2] = {}) =>
  group.ask<ContactTimelineAnswer>('contact-timeline', { id: kaisa }, { as: 'aino', ...options })
const met = (customer: string, text: string, at: string, as = 'aino', kind = 'note') =>
  group.do(
    'touchpoint',
    `record-${kind}`,
    { customers: [customer], contacts: [kaisa], unit: as === 'bengt' ? 'se' : 'fi', note: text },
    { as, at },
  )
const said = ({ rows }: ContactTimelineAnswer) => rows.flatMap(({ summary }) => summary ?? [])

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-06-01T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli' }, { as: 'aino' })).id
  chain = (await group.do('customer', 'register', { name: 'Ketju' }, { as: 'bengt' })).id
  kaisa = (await group.do('contact', 'register', { name: 'Kaisa' }, { as: 'aino' })).id
  await group.do(
    'contact',
    'startPost',
    { customer: hotel, level: 'strategic', since: '2025-01-01' },
    { id: kaisa, as: 'aino' },
  )
  await met(hotel, 'At the hotel.', '2026-03-10T10:00:00Z')
  await met(chain, 'At the chain.', '2026-03-12T10:00:00Z', 'bengt')
})
afterEach(() => group.close())

describe('the timeline of a contact', () => {
  it('has what happened at every customer, the latest first, page after page', async () => {
    const answer = await ask()
    expect(answer).toMatchObject({ id: kaisa, name: 'Kaisa' })
    expect(said(answer)).toEqual(['At the chain.', 'At the hotel.'])
    expect(answer.rows.map(({ customers }) => customers.map(({ name }) => name))).toContainEqual(['Ketju'])
    const first = await ask({ query: { limit: 1 } })
    const [latest, ...others] = answer.rows.map(({ event }) => event)
    const next = [...first.rows, ...(await ask({ query: { limit: 200, cursor: first.next } })).rows]
    expect(next.map(({ event }) => event)).toContain(others[0])
    expect(first.rows[0]?.event).toBe(latest)
    expect([first.total, answer.total]).toEqual([answer.rows.length, answer.rows.length])
    await expect(ask({ query: { cursor: '99999' } })).rejects.toMatchObject({ name: 'BadCursor' })
  })

  it('is as it was, and as we knew it', async () => {
    expect(said(await ask({ asOf: '2026-03-11' }))).toEqual(['At the hotel.'])
    const known = String(await group.log.head())
    await met(hotel, 'Later.', '2026-03-11T10:00:00Z')
    expect(said(await ask())).toEqual(['At the chain.', 'Later.', 'At the hotel.'])
    expect(said(await ask({ knownAt: known }))).toEqual(['At the chain.', 'At the hotel.'])
  })

  it('leaves out private notes of others: who was there is said in them like all else', async () => {
    await met(hotel, 'Wait.', '2026-03-20T10:00:00Z', 'aino', 'private-note')
    expect(said(await ask())[0]).toBe('Wait.')
    const others = await ask({ as: 'bengt' })
    expect(others.rows.some((row) => row.private || row.kind === 'private-note')).toBe(false)
  })

  it('shows a unit its own where units read their own history', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect(said(await ask())).toEqual(['At the hotel.'])
    await expect(ask({ as: 'bengt' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of nobody is not found', async () => {
    await expect(group.ask('contact-timeline', { id: 'p0' }, { as: 'aino' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
