/** Merges that stand, are void or were taken back, with what the last have left behind. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Recorded } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import type { MergesAnswer } from './merges.query.js'

let group: TestGroup
let [hotel, twin, chain] = ['', '', '']

const register = async (name: string) => (await group.do('customer', 'register', { name }, { as: 'aino' })).id
const merge = (id: string, into: string) => group.do('merge', 'merge', { into }, { id, as: 'stella' })
const correct = ({ stream, events }: Recorded, body?: object) =>
  group.correct(stream, events[0]?.id ?? '', { as: 'stella', body })
const note = (id: string, text: string) =>
  group.do('touchpoint', 'record-note', { customers: [id], unit: 'fi', note: text }, { as: 'aino' })
const merges = async (query: object = {}, as = 'stella') => {
  const answer = await group.ask<MergesAnswer>('merges', {}, { as, query })
  return answer.rows.map(({ customer, into, status, recorded }) => ({
    of: `${customer.name} → ${into.name}`,
    status,
    recorded: recorded.map(({ kind, summary }) => summary ?? kind),
  }))
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = await register('Hotelli')
  twin = await register('Hotel')
  chain = await register('Ketju')
})
afterEach(() => group.close())

describe('merges', () => {
  it('are listed with both records by their own names', async () => {
    await merge(twin, hotel)
    await merge(hotel, chain)
    expect(await merges()).toEqual([
      { of: 'Hotelli → Ketju', status: 'standing', recorded: [] },
      { of: 'Hotel → Hotelli', status: 'standing', recorded: [] },
    ])
  })

  it('that were taken back tell what stayed with the other record', async () => {
    await note(hotel, 'Before.')
    const merged = await merge(twin, hotel)
    await note(hotel, 'Meanwhile.')
    await note(twin, 'Goes with its record.')
    await group.do('customer', 'edit', { city: { is: 'Turku' } }, { id: twin, as: 'aino' })
    await group.do(
      'relationship',
      'changeStage',
      { from: 'identified', to: 'exploratory' },
      { id: `${twin}.fi`, as: 'aino' },
    )
    await correct(merged)
    await note(hotel, 'After.')
    const recorded = ['Meanwhile.', 'customer.profile-changed', 'stage-changed']
    expect(await merges()).toEqual([{ of: 'Hotel → Hotelli', status: 'taken-back', recorded }])
  })

  it('no longer tell of what has been moved or taken back since', async () => {
    const merged = await merge(twin, hotel)
    const [moved, gone] = [await note(hotel, 'To be moved.'), await note(hotel, 'A slip.')]
    await correct(merged)
    expect(await merges()).toMatchObject([{ recorded: ['To be moved.', 'A slip.'] }])
    await correct(moved, { customers: [twin], unit: 'fi', note: 'Moved.' })
    await correct(gone)
    expect(await merges()).toMatchObject([{ recorded: [] }])
  })

  it('taken back from within a chain tell what stayed at its end', async () => {
    const first = await merge(twin, hotel)
    const second = await merge(hotel, chain)
    await group.do('customer', 'edit', { city: { is: 'Turku' } }, { id: twin, as: 'aino' })
    await correct(first)
    await correct(second)
    const recorded = ['customer.profile-changed']
    expect(await merges()).toEqual([
      { of: 'Hotelli → Ketju', status: 'taken-back', recorded },
      { of: 'Hotel → Hotelli', status: 'taken-back', recorded },
    ])
  })

  it('that closed a circle are void', async () => {
    await merge(twin, hotel)
    const second = await merge(hotel, chain)
    await correct(second, { into: twin })
    expect(await merges({ filter: 'status eq void' })).toEqual([
      { of: 'Hotelli → Hotel', status: 'void', recorded: [] },
    ])
    expect((await merges()).map(({ status }) => status)).toEqual(['void', 'taken-back', 'standing'])
  })

  it('come page by page', async () => {
    await merge(twin, hotel)
    await merge(hotel, chain)
    const { next } = await group.ask<MergesAnswer>('merges', {}, { as: 'stella', query: { limit: 1 } })
    expect(await merges({ limit: 1, cursor: next })).toMatchObject([{ of: 'Hotel → Hotelli' }])
  })

  it('are for stewards, and for those who look after the group', async () => {
    for (const as of ['stella', 'greta', 'audun']) expect(await merges({}, as)).toEqual([])
    await expect(merges({}, 'aino')).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
