/** Whoever a query is about is found and let through the gate before it is asked: no query can forget it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { hasPast, type Query, refuse } from '#kernel'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let hotel: string

const about = [...business.registry.queries.values()].filter(({ past }) => past !== undefined)
const ask = ({ name, past }: Query, id: string, options: object) =>
  group.ask(name, { [past?.param ?? refuse('no-past')]: id }, options)

/** What the parameter of a query names, for a customer and, of records, for none. */
const idFor = ({ past }: Query, customer: string, unit: string): string =>
  past?.of.keyedBy === 'unit' ? `${customer}.${unit}` : customer

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  const note = { customers: [hotel], unit: 'fi', note: 'Freezers ice up.' }
  await group.do('touchpoint', 'record-note', note, { as: 'aino' })
})
afterEach(() => group.close())

describe('a query about somebody', () => {
  it.each(about.map((query) => [query.name, query] as const))(
    '%s finds nobody who never was, now and in the past',
    async (_, query) => {
      const never = [idFor(query, 'c0', 'fi'), ...(query.past?.of.keyedBy === 'unit' ? [`${hotel}.se`] : [])]
      const moments = [{}, { asOf: '2026-02-01' }, { knownAt: '1' }, { asOf: '2026-02-01', knownAt: '1' }]
      for (const id of never)
        for (const moment of hasPast(query) ? moments : [{}])
          await expect(ask(query, id, { as: 'aino', ...moment })).rejects.toMatchObject({ code: 'not-found' })
    },
  )

  const closed = about.filter(({ past }) => past?.of.keyedBy !== 'entity' && past?.open !== 'outline')

  it.each(closed.map((query) => [query.name, query] as const))(
    '%s is not answered where the customer is another unit’s to see, now and in the past',
    async (_, query) => {
      await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
      const id = idFor(query, hotel, 'fi')
      const position = String(await group.log.head())
      for (const moment of hasPast(query) ? [{}, { knownAt: position }] : [{}])
        await expect(ask(query, id, { as: 'bengt', ...moment })).rejects.toMatchObject({ code: 'not-found' })
    },
  )
})
