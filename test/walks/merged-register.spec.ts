/** The register of merged customers: shown and decided alike, live and rebuilt, now, in the past, and taken apart again. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Recorded } from '#kernel'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup
let [hotel, twin, other] = ['', '', '']

const register = async (body: object) => (await group.do('customer', 'register', body, { as: 'aino' })).id
const change = (command: string, id: string, body: object, as = 'aino') =>
  group.do('customer', command, body, { id, as })
const edit = (id: string, body: object) => change('edit', id, body)
const merge = (id: string, into: string) => group.do('merge', 'merge', { into }, { id, as: 'stella' })
const unmerge = (merged: Recorded) => group.correct(merged.stream, merged.events[0]?.id ?? '', { as: 'stella' })
const ask = (id: string, options: Parameters<TestGroup['ask']>[2] = {}) =>
  group.ask<CustomerAnswer>('customer', { id }, { as: 'aino', ...options })
const shown = async (id: string, options = {}) => (await ask(id, options)).parts?.register
const fields = async (id: string, options = {}) =>
  Object.fromEntries(((await shown(id, options))?.fields ?? []).map(({ field, value }) => [field, value]))

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  twin = await register({ name: 'Merituuli Oy', city: 'Turku', website: 'merituuli.fi' })
  hotel = await register({ name: 'Hotelli Merituuli', employees: 140 })
  other = await register({ name: 'Ketju' })
})
afterEach(async () => {
  expect((await verified(group)).differences).toEqual([])
  await group.close()
})

describe('fields of merged customers', () => {
  beforeEach(async () => {
    await edit(twin, { city: { was: 'Turku', is: 'Naantali' }, website: { was: 'merituuli.fi' } })
    await edit(twin, { name: { was: 'Merituuli Oy', is: 'Merituuli Catering' } })
  })

  it('are the last ones known, each with its event', async () => {
    await merge(twin, hotel)
    expect(await fields(hotel)).toEqual({ name: 'Hotelli Merituuli', city: 'Naantali', employees: 140 })
    const register = await shown(twin)
    expect(register?.fields.map(({ from }) => from.length)).toEqual([1, 1, 1])
    expect(register?.mergedFrom).toEqual([{ id: twin, name: 'Merituuli Catering' }])
  })

  it('are changed as they show, under either id', async () => {
    await merge(twin, hotel)
    await edit(hotel, { city: { was: 'Naantali', is: 'Raisio' } })
    await expect(edit(twin, { city: { was: 'Naantali', is: 'Rauma' } })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      details: { now: 'Raisio' },
    })
    await edit(twin, { city: { was: 'Raisio' } })
    expect(await fields(hotel)).toEqual({ name: 'Hotelli Merituuli', employees: 140 })
  })

  it('are each record’s own once the merge is taken back, and in the past before it', async () => {
    const before = String(await group.log.head())
    const merged = await merge(twin, hotel)
    await edit(hotel, { city: { was: 'Naantali', is: 'Raisio' } })
    const known = String(await group.log.head())
    await unmerge(merged)
    expect(await fields(hotel)).toEqual({ name: 'Hotelli Merituuli', city: 'Raisio', employees: 140 })
    expect(await fields(twin)).toEqual({ name: 'Merituuli Catering', city: 'Naantali' })
    expect(await fields(hotel, { knownAt: before })).toEqual({ name: 'Hotelli Merituuli', employees: 140 })
    expect(await fields(twin, { knownAt: known })).toEqual({
      name: 'Hotelli Merituuli',
      city: 'Raisio',
      employees: 140,
    })
    await edit(twin, { city: { was: 'Naantali', is: 'Rauma' } })
    expect(await fields(twin)).toMatchObject({ city: 'Rauma' })
  })

  it('hold through a chain of merges', async () => {
    await merge(twin, hotel)
    const second = await merge(hotel, other)
    expect(await fields(twin)).toEqual({ name: 'Ketju', city: 'Naantali', employees: 140 })
    await edit(hotel, { employees: { was: 140, is: 150 } })
    await unmerge(second)
    expect(await fields(twin)).toEqual({ name: 'Hotelli Merituuli', city: 'Naantali', employees: 140 })
    expect(await fields(other)).toEqual({ name: 'Ketju', employees: 150 })
  })
})

describe('what a merged record keeps', () => {
  it('is closed and settled for the customer', async () => {
    const kitchen = { site: 'kitchen', name: 'Kitchen' }
    for (const id of [twin, hotel]) await change('openSite', id, kitchen)
    const said = { fieldGroup: 'address', field: 'city', ours: 'Turku', theirs: 'Naantali', system: 'erp' }
    const contradiction = (await change('contradict', twin, said)).events[0]?.id
    const merged = await merge(twin, hotel)
    expect((await shown(hotel))?.sites).toEqual([{ ...kitchen, record: twin }, kitchen])
    await change('closeSite', hotel, { site: 'kitchen', record: twin })
    await change('resolveContradiction', hotel, { contradiction, takenOver: true }, 'stella')
    expect(await shown(hotel)).toMatchObject({ sites: [kitchen], contradictions: [] })
    await unmerge(merged)
    expect((await shown(twin))?.sites).toEqual([kitchen])
    expect((await shown(twin))?.contradictions).toHaveLength(1)
  })
})

describe('the hierarchy', () => {
  const names = async (id: string) => {
    const register = await shown(id)
    return { parent: register?.parent?.name, daughters: register?.daughters?.map(({ name }) => name) }
  }
  const rows = async (query: object) => {
    const { rows } = await group.ask<{ rows: { id: string; parent?: { id: string } }[] }>(
      'customers',
      {},
      { as: 'aino', query },
    )
    return rows.map(({ id, parent }) => [id, parent?.id])
  }

  it('has no customer under itself, whichever of its records is', async () => {
    await change('setParent', twin, { parent: hotel })
    const merged = await merge(twin, hotel)
    expect(await names(hotel)).toEqual({ parent: undefined, daughters: [] })
    await expect(change('setParent', hotel, { parent: twin })).rejects.toMatchObject({ code: 'parent-is-itself' })
    await unmerge(merged)
    expect(await names(hotel)).toEqual({ parent: undefined, daughters: ['Merituuli Oy'] })
  })

  it('leads to the customer that stands for a parent', async () => {
    await change('setParent', twin, { parent: hotel })
    const merged = await merge(hotel, other)
    expect(await names(twin)).toEqual({ parent: 'Ketju', daughters: [] })
    expect(await names(other)).toEqual({ parent: undefined, daughters: ['Merituuli Oy'] })
    expect(await rows({ filter: `parent eq ${other}` })).toEqual([[twin, other]])
    await unmerge(merged)
    expect(await names(twin)).toEqual({ parent: 'Hotelli Merituuli', daughters: [] })
    expect(await rows({ filter: `parent eq ${other}` })).toEqual([])
  })
})

describe('a suspected duplicate', () => {
  beforeEach(async () => {
    for (const [id, of] of [
      [hotel, twin],
      [twin, hotel],
      [hotel, other],
    ] as const)
      await change('suspectDuplicate', id, { of, because: 'name' })
  })

  it('is none any more once it is merged, and again when that is taken back', async () => {
    const merged = await merge(twin, hotel)
    expect((await shown(hotel))?.suspected).toEqual([{ id: other, name: 'Ketju' }])
    await unmerge(merged)
    expect((await shown(hotel))?.suspected.map(({ id }) => id)).toEqual([twin, other])
  })

  it('is suspected, and dismissed, as the customer that stands for it', async () => {
    await merge(twin, other)
    expect((await shown(hotel))?.suspected).toEqual([{ id: other, name: 'Ketju' }])
    await change('dismissDuplicate', hotel, { of: other })
    expect((await shown(hotel))?.suspected).toEqual([])
  })
})
