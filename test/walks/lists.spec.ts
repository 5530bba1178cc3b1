/** Lists that references hold whole are asked like those of the read models: filtered, sorted, paged and counted. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { MembersAnswer, ProductsAnswer, UnitsAnswer } from '#crm/organization/queries/organization.query.js'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '../harness/pages-of.js'

let group: TestGroup
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

const units = (query: object) => group.ask<UnitsAnswer>('units', {}, { as: 'aino', query })
const members = (query: object) => group.ask<MembersAnswer>('members', {}, { as: 'aino', query })

describe('a list that stands in memory', () => {
  it('is filtered by the same grammar, and counts what fits', async () => {
    const all = await units({})
    expect(all.total).toBe(all.rows.length)
    const finnish = await units({ filter: 'country eq FI and closed eq false' })
    expect(finnish.rows.map(({ id }) => id)).toEqual(
      all.rows.filter(({ country }) => country === 'FI').map(({ id }) => id),
    )
    expect(finnish.total).toBeLessThan(all.rows.length)
    expect((await units({ filter: 'not brand is empty' })).rows).toEqual(all.rows.filter(({ brand }) => brand))
    expect((await members({ filter: 'roles has steward' })).rows.map(({ id }) => id)).toContain('stella')
    await expect(units({ filter: 'colour eq red' })).rejects.toMatchObject({ problems: [{ path: 'filter' }] })
  })

  it('is sorted by names in the alphabet of the reader', async () => {
    const { rows } = await members({ sort: '-name', limit: 200 })
    const names = rows.map(({ name }) => String(name))
    expect(names).toEqual([...names].sort((a, b) => b.localeCompare(a, 'fi')))
    await expect(members({ sort: 'leads' })).rejects.toMatchObject({ problems: [{ path: 'sort' }] })
  })

  it('is paged by a cursor that belongs to its question alone', async () => {
    const { rows: all } = await members({ sort: 'name', limit: 200 })
    const seen: unknown[] = []
    for await (const { rows } of pagesOf((on) => members({ sort: 'name', limit: 3, ...on }))) seen.push(...rows)
    expect(seen).toEqual(all)
    const { next } = await members({ sort: 'name', limit: 3 })
    await expect(members({ sort: 'id', limit: 3, cursor: next })).rejects.toMatchObject({ name: 'BadCursor' })
  })

  it('begins at any place, from its beginning or from a cursor', async () => {
    const { rows: all, next } = await members({ sort: 'name', limit: 2 })
    const whole = (await members({ sort: 'name', limit: 200 })).rows
    expect((await members({ sort: 'name', limit: 2, skip: 3 })).rows).toEqual(whole.slice(3, 5))
    expect((await members({ sort: 'name', limit: 2, skip: 1, cursor: next })).rows).toEqual(whole.slice(3, 5))
    expect(await members({ sort: 'name', skip: whole.length })).toMatchObject({ rows: [], total: whole.length })
    expect(all).toEqual(whole.slice(0, 2))
    await expect(members({ skip: -1 })).rejects.toMatchObject({ problems: [{ path: 'skip' }] })
  })

  it('names what its rows are about', async () => {
    expect((await members({ filter: "name starts 'Name of aino'" })).rows).toMatchObject([
      { id: 'aino', unit: { id: 'fi', name: 'FI' } },
    ])
    expect((await group.ask<ProductsAnswer>('products', {}, { as: 'aino', query: { sort: 'code' } })).rows).toEqual([])
  })
})
