/** Two records that always were one organisation: merged in chains, never in circles, and taken apart again. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { groupOf, identity } from '#crm/merging/identity.reference.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { tableOf } from '#read-models/rows/tables.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let [a, b, c] = ['', '', '']

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  const registered = []
  for (const name of ['Aamu', 'Ilta', 'Yö']) {
    const { id } = await group.do('customer', 'register', { name }, { as: 'aino' })
    registered.push(id)
    await group.do('touchpoint', 'record-note', { customers: [id], unit: 'fi', note: name }, { as: 'aino' })
  }
  ;[a, b, c] = registered as [string, string, string]
})
afterEach(() => group.close())

const merge = (id: string, into: string) => group.do('merge', 'merge', { into }, { id, as: 'stella' })
const groupNow = (id: string) => groupOf(id, group.core.references())
const touches = async () => {
  const keys = [a, b, c].map((id) => `${id}.fi`)
  const rows = (await group.store.getMany([{ table: tableOf(relationships), keys }])).flat()
  return Object.fromEntries(rows.map(({ key, doc }) => [key.slice(0, -3), doc?.touches]))
}

describe('a chain of merges', () => {
  it('ends at one survivor, whichever was merged first', async () => {
    await merge(a, b)
    await merge(b, c)
    expect([a, b, c].map((id) => groupNow(id)[0])).toEqual([c, c, c])
    expect(await touches()).toEqual({ [c]: 3 })
  })

  it('comes apart link by link when merges are retracted', async () => {
    const first = await merge(a, b)
    await merge(b, c)
    await group.correct(first.stream, first.events[0]?.id ?? '', { as: 'stella' })
    expect(groupNow(a)).toEqual([a])
    expect(await touches()).toEqual({ [a]: 1, [c]: 2 })
    await group.correct(first.stream, first.events[0]?.id ?? '', { as: 'stella', body: { into: b } })
    expect(await touches()).toEqual({ [c]: 3 })
  })

  it('was none as long as nobody knew of it', async () => {
    const before = await group.log.head()
    await merge(a, b)
    const references = group.projector.references
    expect(groupOf(a, references.at({ knownAt: before }))).toEqual([a])
    expect(groupOf(a, references.at({ asOf: '2020-01-01T00:00:00.000Z' }))).toEqual([b, a])
  })
})

describe('a circle', () => {
  it('is refused as a command', async () => {
    await merge(a, b)
    await merge(b, c)
    await expect(merge(c, a)).rejects.toMatchObject({ code: 'merge-with-itself' })
  })

  it('is void when it comes about by restating, and listed', async () => {
    await merge(a, b)
    const second = await merge(b, c)
    await group.correct(second.stream, second.events[0]?.id ?? '', { as: 'stella', body: { into: a } })
    expect([groupNow(a)[0], groupNow(b)[0], groupNow(c)[0]]).toEqual([b, b, c])
    expect(group.core.references().get(identity).customer.void).toEqual([{ record: b, into: a }])
    expect(await touches()).toEqual({ [b]: 2, [c]: 1 })
  })
})

describe('commands to a merged customer', () => {
  beforeEach(() => merge(a, b))

  it('go to the one that stands for it', async () => {
    const edited = await group.do('customer', 'edit', { city: { is: 'Turku' } }, { id: a, as: 'aino' })
    expect(edited.stream).toBe(`customer-${b}`)
  })

  it('are known again, also when they were done before the merge', async () => {
    const done = await group.do('customer', 'edit', { city: { is: 'Turku' } }, { id: c, as: 'aino', key: 'k' })
    await merge(c, b)
    const again = await group.do('customer', 'edit', { city: { is: 'Turku' } }, { id: c, as: 'aino', key: 'k' })
    expect(again).toEqual({ ...done, repeated: true })
  })

  it('count what is recorded under the old id with the survivor', async () => {
    await group.do('touchpoint', 'record-note', { customers: [a], unit: 'fi', note: 'Later.' }, { as: 'aino' })
    expect(await touches()).toEqual({ [b]: 3, [c]: 1 })
  })
})

describe('a relationship of merged customers', () => {
  const stage = (id: string, from: string, to: string) =>
    group.do('relationship', 'changeStage', { from, to }, { id: `${id}.fi`, as: 'aino' })

  it('is decided over the facts of both, on the survivor’s stream', async () => {
    await stage(a, 'identified', 'exploratory')
    await merge(a, b)
    await expect(stage(b, 'identified', 'exploratory')).rejects.toMatchObject({ code: 'stage-moved-meanwhile' })
    const moved = await stage(a, 'exploratory', 'basic')
    expect(moved.stream).toBe(`relationship-${b}.fi`)
    const row = await group.store.get(tableOf(relationships), `${b}.fi`)
    expect(row?.doc).toMatchObject({ stage: 'basic', stageBefore: 'exploratory', touches: 2 })
  })

  it('falls apart into what was decided for each when the merge is taken back', async () => {
    await stage(a, 'identified', 'exploratory')
    const merged = await merge(a, b)
    await stage(b, 'exploratory', 'basic')
    await group.correct(merged.stream, merged.events[0]?.id ?? '', { as: 'stella' })
    const keys = [`${a}.fi`, `${b}.fi`]
    const stages = (await group.store.getMany([{ table: tableOf(relationships), keys }])).flat()
    expect(Object.fromEntries(stages.map(({ key, doc }) => [key, doc?.stage]))).toEqual({
      [`${a}.fi`]: 'exploratory',
      [`${b}.fi`]: 'basic',
    })
  })
})
