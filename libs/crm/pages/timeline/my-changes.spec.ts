/** What happened with my customers since I last looked, and what waits for me. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { BadCursor } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import type { MyChangesAnswer } from './my-changes.query.js'

let group: TestGroup
let hotel: string
let looked: string

const ask = (query: object = {}, as = 'aino') => group.ask<MyChangesAnswer>('my-changes', {}, { as, query })
const note = (text: string, as: string, at?: string, customer = hotel) =>
  group.do(
    'touchpoint',
    'record-note',
    { customers: [customer], unit: as === 'bengt' ? 'se' : 'fi', note: text },
    { as, at },
  )
const said = ({ rows }: MyChangesAnswer) => rows.map(({ summary }) => summary)
const promise = { unit: 'fi', what: 'Send the offer.', kind: 'promise', clock: 'calendar' }

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-06-01T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  await group.do('relationship', 'setOwner', { owner: 'aino' }, { id: `${hotel}.fi`, as: 'aino' })
  await note('Known already.', 'bengt')
  looked = String(await group.log.head())
  group.time = '2026-06-03T09:00:00.000Z'
})
afterEach(() => group.close())

describe('changes at my customers', () => {
  it('are what others recorded since, also of long ago, other units first', async () => {
    await note('From Sweden.', 'bengt', '2026-02-10T10:00:00Z')
    await note('From a colleague.', 'eero')
    await note('My own.', 'aino')
    const other = (await group.do('customer', 'register', { name: 'Other' }, { as: 'bengt' })).id
    await note('Of nobody of mine.', 'bengt', undefined, other)
    const answer = await ask({ since: looked })
    expect(said(answer)).toEqual(['From Sweden.', 'From a colleague.'])
    expect(answer).toMatchObject({ customers: 1, total: 2 })
    expect(answer.rows.map(({ customer, otherUnit }) => [customer.name, otherUnit])).toEqual([
      ['Hotelli Merituuli', true],
      ['Hotelli Merituuli', false],
    ])
    expect(said(await ask({ since: looked, limit: 1 }))).toEqual(['From Sweden.'])
    expect((await ask({ since: '2026-06-02T00:00:00Z' })).total).toBe(2)
    expect((await ask()).total).toBe(3)
    expect((await ask({ since: looked }, 'eero')).customers).toBe(0)
  })

  it('are walked to their end, each once, also while others go on', async () => {
    for (const text of ['One.', 'Two.', 'Three.', 'Four.', 'Five.']) await note(text, 'bengt')
    await note('From a colleague.', 'eero')
    const walked: unknown[] = []
    for await (const page of pagesOf((on) => ask({ since: looked, limit: 2, ...on }))) {
      expect(page.total).toBe(6)
      walked.push(...said(page))
      await note('Meanwhile.', 'bengt')
    }
    expect(walked).toEqual(['Five.', 'Four.', 'Three.', 'Two.', 'One.', 'From a colleague.'])
    await expect(ask({ cursor: 'bm9uZQ' })).rejects.toThrow(BadCursor)
  })

  it('show what was corrected as it is now, and nothing of what was taken back', async () => {
    const { stream, events } = await note('A slip.', 'bengt')
    const again = String(await group.log.head())
    const body = { customers: [hotel], unit: 'se', note: 'Put right.' }
    await group.correct(stream, events[0]?.id ?? '', { as: 'bengt', body })
    expect(said(await ask({ since: again }))).toEqual(['Put right.'])
    await group.correct(stream, events[0]?.id ?? '', { as: 'bengt' })
    expect(said(await ask({ since: again }))).toEqual([])
  })

  it('come with what I am asked to answer for and what is about to break', async () => {
    const due = (day: string) => ({ ...promise, customer: hotel, due: `2026-06-${day}T10:00:00Z` })
    await group.do('promise', 'make', { ...due('20'), owner: 'aino' }, { as: 'eero' })
    for (const day of ['01', '05', '28'])
      await group.do('promise', 'make', { ...due(day), owner: 'aino' }, { as: 'aino', at: '2026-05-01T10:00:00Z' })
    const { offered, breaking } = await ask({ since: looked })
    expect(offered.map(({ due: day }) => day.slice(8, 10))).toEqual(['20'])
    expect(breaking.map(({ due: day, overdue }) => [day.slice(8, 10), overdue])).toEqual([
      ['01', true],
      ['05', false],
    ])
  })

  it('are of what the reader may read, and refuse what is no moment', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await note('From Sweden.', 'bengt')
    expect(said(await ask({ since: looked }))).toEqual([])
    await expect(ask({ since: 'yesterday' })).rejects.toThrow(/since/)
    await expect(ask({}, 'adam')).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
