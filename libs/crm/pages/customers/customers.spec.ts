/** The customer list: searched, filtered, sorted, page after page, for the group and for one unit. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import type { CustomersAnswer } from './customers.query.js'

let group: TestGroup
const ids: Record<string, string> = {}

const list = (query: object = {}, as = 'aino') => group.ask<CustomersAnswer>('customers', {}, { as, query })
const names = ({ rows }: CustomersAnswer) => rows.map(({ name }) => name)

const register = async (name: string, profile: object = {}) => {
  ids[name] = (await group.do('customer', 'register', { name, ...profile }, { as: 'aino' })).id
}
const meet = (name: string, unit: string, at: string) =>
  group.do('touchpoint', 'record-note', { customers: [ids[name]], unit, note: 'Met.' }, { at })
const stage = (name: string, unit: string, to: string) =>
  group.do('relationship', 'changeStage', { from: 'identified', to, why: 'Known.' }, { id: `${ids[name]}.${unit}` })

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  await register('Åkerby Sjukhus', { sector: 'healthcare', country: 'SE', employees: 900 })
  await register('Hotelli Merituuli', { sector: 'hospitality', country: 'FI', employees: 140 })
  await register('Hotelli Aamu', { sector: 'hospitality', country: 'FI', employees: 40 })
  await register('Isdóm', { sector: 'hospitality', country: 'NO' })
  await meet('Hotelli Merituuli', 'fi', '2026-02-10T10:00:00Z')
  await meet('Hotelli Aamu', 'fi', '2026-02-20T10:00:00Z')
  await meet('Hotelli Merituuli', 'se', '2026-01-10T10:00:00Z')
  await stage('Hotelli Merituuli', 'fi', 'cooperative')
})
afterEach(() => group.close())

describe('the customer list of the group', () => {
  it('has one row per customer, by name in the order of the group’s language', async () => {
    const answer = await list()
    expect(names(answer)).toEqual(['Hotelli Aamu', 'Hotelli Merituuli', 'Isdóm', 'Åkerby Sjukhus'])
    expect(answer.rows[1]).toMatchObject({
      units: [{ id: 'fi' }, { id: 'se' }],
      stage: 'cooperative',
      lastTouch: '2026-02-10T10:00:00.000Z',
    })
  })

  it('has the score in small of the unit that is furthest', async () => {
    const [aamu, merituuli, isdom] = (await list()).rows
    const week = Math.floor((Date.parse('2026-02-10') / 86_400_000 - 4) / 7)
    expect(merituuli?.spark).toMatchObject({ stages: ['1/2026-02-10', '4/2026-03-01'], week, weeks: '8' })
    expect(aamu?.spark?.stages).toEqual(['1/2026-02-20'])
    expect(isdom?.spark).toBeUndefined()
    const ofSweden = (await list({ scope: 'se' })).rows
    expect(ofSweden.map(({ spark }) => spark?.stages)).toEqual([['1/2026-01-10']])
  })

  it('says how many there are, whatever page is shown', async () => {
    const filter = 'sector eq hospitality'
    const first = await list({ filter, limit: 2 })
    const second = await list({ filter, limit: 2, cursor: first.next })
    expect([first.total, second.total, names(second)]).toEqual([3, 3, ['Isdóm']])
  })

  it.each([
    ['sector eq hospitality and country eq FI', ['Hotelli Aamu', 'Hotelli Merituuli']],
    ['country in (SE, NO) or employees lt 100', ['Hotelli Aamu', 'Isdóm', 'Åkerby Sjukhus']],
    ['(country eq FI or country eq NO) and not employees ge 100', ['Hotelli Aamu', 'Isdóm']],
    ["name starts 'hotelli m'", ['Hotelli Merituuli']],
    ['units has se', ['Hotelli Merituuli']],
    ['stage ne cooperative and employees gt 40', ['Åkerby Sjukhus']],
    ['employees is empty', ['Isdóm']],
    ['lastTouch is empty and not employees is empty', ['Åkerby Sjukhus']],
  ])('filters by %s', async (filter, expected) => expect(names(await list({ filter }))).toEqual(expected))

  it.each([
    'sector eq',
    'units is empty',
    'stage is empty',
    'sector is hospitality',
    'secret eq 1',
    "'sector' eq hospitality",
    '(sector eq hospitality',
    'sector eq bakery',
    'employees ge many',
    'sector eq hospitality country eq FI',
    "name eq 'open",
    'units eq fi',
    `${'('.repeat(60)}name eq x`,
  ])('refuses %j', (filter) => expect(list({ filter })).rejects.toMatchObject({ name: 'InvalidInput' }))

  it('sorts both ways, page after page', async () => {
    const seen: unknown[] = []
    for await (const page of pagesOf((on) => list({ sort: '-employees', limit: 1, ...on }))) seen.push(...names(page))
    expect(seen).toEqual(['Åkerby Sjukhus', 'Hotelli Merituuli', 'Hotelli Aamu', 'Isdóm'])
    expect(names(await list({ sort: '-stage,name' })).at(-1)).toBe('Åkerby Sjukhus')
    await expect(list({ sort: 'secret' })).rejects.toMatchObject({ name: 'InvalidInput' })
  })

  it('finds by beginnings of words without accents, by an identifier, and by a merged record’s name', async () => {
    expect(names(await list({ search: 'isdom' }))).toEqual(['Isdóm'])
    expect(names(await list({ search: 'meri' }))).toEqual(['Hotelli Merituuli'])
    expect(names(await list({ search: 'merituuli, HOT' }))).toEqual(['Hotelli Merituuli'])
    expect(names(await list({ search: 'tuuli' }))).toEqual(['Hotelli Merituuli'])
    expect(names(await list({ search: 'uul' }))).toEqual([])
    expect(names(await list({ search: '&' }))).toEqual([])
    const claim = { scheme: 'vat-id', value: 'NO912345678MVA', customer: ids.Isdóm }
    await group.do('identifier', 'claim', claim, { as: 'aino' })
    expect(names(await list({ search: 'no 912' }))).toEqual(['Isdóm'])
    await group.do('merge', 'merge', { into: ids.Isdóm }, { id: ids['Hotelli Aamu'], as: 'stella' })
    expect(names(await list({ search: 'Hotelli' }))).toEqual(['Hotelli Merituuli', 'Isdóm'])
    expect(names(await list({ search: 'aamu' }))).toEqual(['Isdóm'])
  })

  it('finds by an identifier whoever has one that begins so, however many they are', async () => {
    const many = 205
    for (let nth = 0; nth < many; nth++) {
      const { id } = await group.send('customer', 'register', { name: `Other ${nth}` }, { as: 'aino' })
      await group.send(
        'identifier',
        'claim',
        { scheme: 'vat-id', value: `NO7${String(nth).padStart(8, '0')}MVA`, customer: id },
        { as: 'aino' },
      )
    }
    await group.projector.catchUp()
    expect((await list({ search: 'NO7', limit: 1 })).total).toBe(many)
  })
})

describe('the customer list of a unit', () => {
  it('of a unit that is not there is refused', async () => {
    await expect(list({ scope: 'nosuch' })).rejects.toThrow('scope names what is not there')
  })

  it('has its relationships, sorted by the customer’s name, with where it stands', async () => {
    const answer = await list({ scope: 'fi' })
    expect(names(answer)).toEqual(['Hotelli Aamu', 'Hotelli Merituuli'])
    expect(answer.rows[1]?.here).toMatchObject({ unit: { id: 'fi' }, stage: 'cooperative', status: 'prospect' })
    expect(names(await list({ scope: 'fi', sort: '-lastTouch', filter: 'sector eq hospitality' }))[0]).toBe(
      'Hotelli Aamu',
    )
    expect(names(await list({ scope: 'fi', filter: 'status eq passive' }))).toEqual([])
    expect(names(await list({ scope: 'se', search: 'hotelli mer' }))).toEqual(['Hotelli Merituuli'])
  })

  it('follows a change of name', async () => {
    const name = { was: 'Hotelli Merituuli', is: 'Aallotar' }
    await group.do('customer', 'edit', { name }, { id: ids['Hotelli Merituuli'], as: 'aino' })
    expect(names(await list({ scope: 'fi' }))).toEqual(['Aallotar', 'Hotelli Aamu'])
  })
})

describe('the customer list where units read their own history', () => {
  beforeEach(() => group.do('group', 'setHistory', { history: 'own' }, { id: 'group' }))

  it('shows of others’ customers name, sector and units alone, and lets nothing else be asked', async () => {
    const aamu = (await list({ search: 'Hotelli Aamu' }, 'bengt')).rows[0]
    const units = [{ id: 'fi', name: 'FI', country: 'FI' }]
    expect(aamu).toEqual({ id: ids['Hotelli Aamu'], name: 'Hotelli Aamu', sector: 'hospitality', units })
    expect(names(await list({ filter: 'employees lt 50' }, 'bengt'))).toEqual([])
    expect(names(await list({ scope: 'fi' }, 'bengt'))).toEqual([])
  })

  it('is refused to whoever reads no customers', () =>
    expect(list({}, 'adam')).rejects.toMatchObject({ code: 'not-allowed' }))
})
