/** A company from what stands above all down to every daughter. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { HierarchyAnswer } from './hierarchy.query.js'

let group: TestGroup
const ids: Record<string, string> = {}

const ask = (name: string, as = 'aino') => group.ask<HierarchyAnswer>('hierarchy', { id: ids[name] ?? name }, { as })
const tree = ({ rows }: HierarchyAnswer) => rows.map(({ name, depth }) => `${depth} ${name}`)
const register = async (name: string, parent?: string) => {
  ids[name] = (await group.do('customer', 'register', { name }, { as: 'aino' })).id
  if (parent) await group.do('customer', 'setParent', { parent: ids[parent] }, { id: ids[name], as: 'aino' })
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  await register('Konserni')
  await register('Hotellit', 'Konserni')
  await register('Sairaalat', 'Konserni')
  await register('Merituuli', 'Hotellit')
  await register('Aamu', 'Hotellit')
  await register('Other')
})
afterEach(() => group.close())

describe('the hierarchy of a customer', () => {
  it('is the whole company, wherever in it one asks', async () => {
    const whole = ['0 Konserni', '1 Hotellit', '2 Aamu', '2 Merituuli', '1 Sairaalat']
    for (const name of ['Konserni', 'Hotellit', 'Aamu']) expect(tree(await ask(name))).toEqual(whole)
    expect((await ask('Aamu')).rows[2]).toMatchObject({ id: ids.Aamu, parent: ids.Hotellit, units: [] })
    expect(tree(await ask('Other'))).toEqual(['0 Other'])
  })

  it('has daughters of a merged record under the one that it was merged into', async () => {
    await group.do('merge', 'merge', { into: ids.Other }, { id: ids.Hotellit, as: 'stella' })
    expect(tree(await ask('Aamu'))).toContain('1 Other')
    expect(tree(await ask('Other')).filter((row) => row.startsWith('2'))).toEqual(['2 Aamu', '2 Merituuli'])
  })

  it('shows nothing of where others’ customers belong where units read their own history', async () => {
    const met = { customers: [ids.Merituuli], unit: 'se', note: 'Met.' }
    await group.do('touchpoint', 'record-note', met, { as: 'bengt' })
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect(tree(await ask('Aamu'))).not.toContain('2 Merituuli')
    await expect(ask('Merituuli')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('has no past that could be asked', async () => {
    const then = group.ask('hierarchy', { id: ids.Aamu ?? '' }, { as: 'aino', asOf: '2026-01-01' })
    await expect(then).rejects.toMatchObject({ code: 'no-past' })
  })

  it('of nobody is not found', () => expect(ask('c0')).rejects.toMatchObject({ code: 'not-found' }))
})
