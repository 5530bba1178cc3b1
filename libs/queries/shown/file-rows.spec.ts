/** A list as a file: of one moment, however long it is read, and in the columns that are asked for. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ReadStore, ReferenceHolder, type StoreReads } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { QueryService } from '../query-service.js'

const many = 420
const nameOf = (each: number) => `Hotelli ${String(each).padStart(3, '0')}`

let group: TestGroup
const ids: string[] = []

beforeAll(async () => {
  group = await (await TestGroup.open()).found()
  for (let each = 0; each < many; each++) ids.push((await register(nameOf(each))).id)
  await group.projector.catchUp()
})
afterAll(() => group.close())

const register = (name: string) => group.send('customer', 'register', { name, city: 'Oulu', country: 'FI' })

/** Reads of a moment; before the second page of a list something is done. */
const disturbed = (store: ReadStore, disturb: () => Promise<void>): ReadStore => {
  let pages = 0
  const between = (reads: StoreReads): StoreReads =>
    new Proxy(reads, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name, of)
        if (name !== 'find') return typeof value === 'function' ? value.bind(of) : value
        return async (...asked: Parameters<StoreReads['find']>) => {
          if (asked[0].startsWith('customers') && ++pages === 2) await disturb()
          return of.find(...asked)
        }
      },
    })
  return new Proxy(store, {
    get: (of, name) => {
      if (name === 'moment')
        return (...[work, lasting]: Parameters<ReadStore['moment']>) =>
          of.moment((reads) => work(between(reads)), lasting)
      const value: unknown = Reflect.get(of, name, of)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })
}

async function fileOf(columns?: string[], disturb: () => Promise<void> = async () => undefined, sort = 'name') {
  const { business, log, store, clear, vault } = group
  const references = new ReferenceHolder(business.registry.references)
  for (const event of await log.readAll({ after: 0, limit: 10_000 })) references.take(event)
  const service = new QueryService({
    ...{ ...business, log, clear, vault, references, locale: 'fi' },
    store: disturbed(store, disturb),
    clock: () => new Date(group.time),
    waitFor: async () => undefined,
  })
  const asked = { page: 'customers', params: {}, query: { sort }, language: 'fi', file: columns ? { columns } : {} }
  const { answer, opened } = await service.draft({ ...asked, viewer: group.viewer('aino') })
  const pages = answer.file?.pages.map((page) => JSON.parse(new TextDecoder().decode(page)) as unknown[][]) ?? []
  return { columns: answer.file?.columns, rows: pages.flat(), opened }
}

describe('a list as a file', () => {
  it('holds every row once, also where rows move and come while it is read', async () => {
    const { rows } = await fileOf(['name'], async () => {
      await group.send(
        'customer',
        'edit',
        { name: { was: nameOf(many - 1), is: 'Aamuhotelli' } },
        { id: ids[many - 1] as string },
      )
      await group.send('customer', 'edit', { name: { was: nameOf(0), is: 'Öinen hotelli' } }, { id: ids[0] as string })
      await register('Hotelli 399 b')
      await group.projector.catchUp()
    })
    expect(rows).toEqual(Array.from({ length: many }, (_, each) => [nameOf(each)]))
  })

  it('has the columns that are asked for, in their order, and what is nested in each', async () => {
    const { columns, rows } = await fileOf(['city', 'name', 'openGroup'])
    expect(columns).toEqual(['city', 'name', 'openGroup', 'openGroup.currency'])
    expect(rows).toHaveLength(many + 1)
    expect(rows.at(1)).toEqual(['Oulu', nameOf(1), 0, 'EUR'])
  })

  it('refuses columns that there are not, and says which there are', async () => {
    const limit = expect.stringContaining('id, name, sector, country')
    await expect(fileOf(['name', 'nmae'])).rejects.toMatchObject({ problems: [{ path: 'columns', limit }] })
  })

  it('is on record as taken out once, however many pages it has', async () => {
    expect((await fileOf()).opened).toMatchObject({ kind: 'export', page: 'customers', viewer: 'aino' })
  })

  it('says what a person reads: words for codes, and nothing that is drawn', async () => {
    const { columns = [], rows } = await fileOf()
    expect(rows.at(1)?.[columns.indexOf('country')]).toBe('Suomi')
    expect(columns.filter((name) => name.startsWith('spark'))).toEqual([])
  })
})
