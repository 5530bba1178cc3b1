/** What people call places, deals and projects is sealed: an erasure reaches it, lists go on without it, and what was recorded open stays so. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { OpportunitiesAnswer } from '#crm/opportunities/lists/opportunities.query.js'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import { verified } from '#test/harness/verified.js'
import { erasePerson } from './erase-person.js'

let folder: string
let group: TestGroup
let customer: string
let ilona: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-titles-'))
  group = await (await TestGroup.open({ folder })).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  ilona = (await group.do('contact', 'register', { name: 'Ilona Koe' }, { as: 'aino' })).id
})
afterEach(async () => {
  await group.close()
  rmSync(folder, { recursive: true, force: true })
})

const titles = ['Pelargonian talo', 'Pelargonian kylmiö', 'Pelargonian siipi', 'Pelargonian keittiö']

const inFiles = () => {
  const files = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }))
  return titles.flatMap((text) =>
    files.filter(({ content }) => content.includes(text)).map(({ name }) => name.replace(/-(wal|shm)$/, '')),
  )
}

const deal = (name: string, more: object = {}) =>
  group.do(
    'opportunity',
    'open',
    { customer, unit: 'fi', name, profile: 'product-sale', stage: 'engaging', ...more },
    { as: 'aino' },
  )

const listed = async (query: object) => {
  const { rows: opportunities, next } = await group.ask<OpportunitiesAnswer>(
    'opportunities',
    {},
    { as: 'aino', query: { sort: 'name', ...query } },
  )
  return { names: opportunities.map(({ name }) => name), next }
}

/** All pages, of so many rows each. */
async function paged(limit: number, query: object = {}): Promise<unknown[]> {
  const names: unknown[] = []
  for await (const page of pagesOf((on) => listed({ ...query, limit, ...on }))) names.push(...page.names)
  return names
}

describe('a name that people type', () => {
  it('is in no file after the erasure of whom it is about', async () => {
    const said = { customers: [customer], unit: 'fi', contacts: [ilona] }
    await group.do('touchpoint', 'record-visit', { ...said, place: titles[0] }, { as: 'aino' })
    const { id } = await deal('Kylmiö', { contacts: [ilona] })
    await group.do('opportunity', 'edit', { name: { was: 'Kylmiö', is: titles[1] } }, { id, as: 'aino' })
    const project = { customer, unit: 'fi', kind: 'other', what: 'A wing.', whoDecides: [ilona], name: titles[2] }
    await group.do('customerproject', 'learn', project, { as: 'aino' })
    const plan = { ...said, kind: 'meeting', startsAt: '2026-04-14T07:00:00Z', place: titles[3] }
    await group.do('touchpoint', 'plan', plan, { as: 'aino' })
    expect([...new Set(inFiles())]).toEqual(['clear.db'])
    await erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    expect(inFiles()).toEqual([])
    const brief = await group.ask<{ sections: { lines: { text: string }[] }[] }>(
      'brief',
      { id: customer },
      { as: 'aino' },
    )
    expect(brief.sections.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain('–')
    expect((await verified(group)).differences).toEqual([])
  })
})

describe('a name that was erased', () => {
  it('is given anew as where there was none', async () => {
    const { id } = await deal('Ilonan kylmiö', { contacts: [ilona] })
    await erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    const edit = { contacts: { was: [ilona] }, name: { is: 'Kylmiö' } }
    await group.do('opportunity', 'edit', edit, { id, as: 'aino' })
    expect(await paged(50)).toEqual(['Kylmiö'])
  })
})

describe('deals in the order of their names', () => {
  it('come whole in pages of any size, those without a name last', async () => {
    for (const name of ['Citrus', 'Äyriäinen', 'Banaani']) await deal(name)
    await deal('Aina ensin', { contacts: [ilona] })
    await deal('Avain', { contacts: [ilona] })
    expect(await paged(50)).toEqual(['Aina ensin', 'Avain', 'Banaani', 'Citrus', 'Äyriäinen'])
    expect(await paged(2, { sort: '-name' })).toEqual(['Äyriäinen', 'Citrus', 'Banaani', 'Avain', 'Aina ensin'])
    await erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    const gone = { erased: true }
    for (const limit of [1, 2, 3, 4, 5, 50])
      expect(await paged(limit)).toEqual(['Banaani', 'Citrus', 'Äyriäinen', gone, gone])
    expect(await paged(3, { filter: 'customer eq another' })).toEqual([])
  })

  it('begin at any place, also among those without a name', async () => {
    for (const name of ['Citrus', 'Äyriäinen', 'Banaani']) await deal(name)
    const erased = [await deal('Avain', { contacts: [ilona] }), await deal('Aina', { contacts: [ilona] })]
    await erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    const query = { sort: 'name' }
    const ask = (more: object) =>
      group.ask<OpportunitiesAnswer>('opportunities', {}, { as: 'aino', query: { ...query, ...more } })
    const all = (await ask({})).rows.map(({ id }) => id)
    expect(all.slice(3).sort()).toEqual(erased.map(({ id }) => id).sort())
    for (const skip of [0, 1, 2, 3, 4, 5, 6]) {
      const page = await ask({ limit: 2, skip })
      expect([page.rows.map(({ id }) => id), page.total]).toEqual([all.slice(skip, skip + 2), 5])
    }
    const { next } = await ask({ limit: 1 })
    for (const skip of [1, 2, 3])
      expect((await ask({ limit: 1, skip, cursor: next })).rows.map(({ id }) => id)).toEqual([all[skip + 1]])
  })

  it('are all there for whoever reads no names', async () => {
    await deal('Citrus')
    const query = { sort: 'name' }
    const { rows: opportunities } = await group.ask<OpportunitiesAnswer>('opportunities', {}, { as: 'audun', query })
    expect(opportunities).toMatchObject([{ name: { withheld: true } }])
  })
})

describe('a name that was recorded open', () => {
  it('is shown, sorted by and changed as before', async () => {
    const { stream, id } = await deal('Citrus')
    const [sealed] = await group.log.readStream(stream)
    if (!sealed) throw new Error('nothing was opened')
    const { '~sealed': _, ...data } = sealed.data
    const metadata = { ...sealed.metadata, schemaVersion: 1, commandId: 'before' }
    const old = { id: '00000000-0000-8000-8000-000000000001', type: sealed.type, metadata }
    await group.log.append('opportunity-before', 'no-stream', [{ ...old, data: { ...data, name: 'Banaani' } }])
    await group.projector.catchUp()
    expect(await paged(50)).toEqual(['Banaani', 'Citrus'])
    const rename = { name: { was: 'Banaani', is: 'Dadel' } }
    await group.do('opportunity', 'edit', rename, { id: 'before', as: 'aino' })
    expect(await paged(50)).toEqual(['Citrus', 'Dadel'])
    expect(JSON.stringify(await group.log.readStream('opportunity-before'))).not.toContain('Dadel')
    expect(id).not.toBe('before')
    expect((await verified(group)).differences).toEqual([])
  })
})
