/** Rows are written anew by every event that values them otherwise, however many there are, and no others are. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { opportunities } from '#crm/opportunities/opportunities.view.js'
import { openSqliteReadStore, type SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { type JsonObject, ReferenceHolder, type Row, type StoredEvent, storedPosition } from '#kernel'
import { type Held, tableOf, tablesOf } from '#read-models'
import { documentRow } from './rows.js'
import { Revaluing, valuedColumns } from './valued-columns.js'

const { registry, valuation } = business
const table = tableOf(opportunities)
/** More than a scan reads at once. */
const many = 2500
const moment = '2026-03-01T09:00:00.000Z'

let store: SqliteReadStore
let references: ReferenceHolder
let position = 0

beforeEach(async () => {
  store = openSqliteReadStore({ file: ':memory:' })
  await store.declare(tablesOf(registry))
  references = new ReferenceHolder(registry.references)
  position = 0
  taken('group-group', 'group.founded', { name: 'G', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
})
afterEach(() => store.close())

function taken(stream: string, type: string, data: JsonObject): StoredEvent {
  const occurred = {
    occurredAt: moment,
    occurredPrecision: 'instant' as const,
    effectiveAt: moment,
    recordedAt: moment,
  }
  const by = { schemaVersion: 1, actor: 'aino', customers: [], contacts: [], commandId: 'c', fingerprint: 'f' }
  position++
  const event: StoredEvent = {
    id: `e${position}`,
    type,
    data,
    stream,
    revision: 0,
    position: storedPosition(position),
    metadata: { ...occurred, ...by },
  }
  references.take(event)
  return event
}

const published = (currency: string, toGroup: string) =>
  taken('rates-ecb', 'rates.published', { day: '2026-03-01', rates: [{ currency, toGroup }] })

const revaluing = () => new Revaluing({ valuation, references, views: [...registry.views.values()] })

async function load(currency: string, prefix: string): Promise<void> {
  const rows = Array.from({ length: many }, (_, at): Row => {
    const value = { amountMinor: at, currency }
    const document = { id: `${prefix}${at}`, status: 'open', value, valueDay: '2026-03-02', lines: [], credit: [] }
    const of = {
      view: opportunities,
      key: document.id,
      partition: 'c',
      at: moment,
      position: storedPosition(1),
      changedBy: storedPosition(1),
      changed: true,
    }
    const held: Held = { ...of, document }
    return documentRow(held, valuedColumns(held, revaluing().worth))
  })
  await store.write(rows.map((put) => ({ table, put })))
}

async function worths(prefix: string): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const rows of store.scan(table, {}))
    found.push(...rows.filter(({ key }) => key.startsWith(prefix)).map(({ columns }) => columns.groupMinor))
  return found
}
const sum = (numbers: unknown[]) => (numbers as number[]).reduce((all, each) => all + each, 0)

it('values all rows of the currencies of an event, and again by the next', async () => {
  await load('JPY', 'j')
  await load('SEK', 's')
  expect(new Set(await worths(''))).toEqual(new Set([null]))
  await revaluing().write(published('JPY', '0.02'), store)
  expect(sum(await worths('j'))).toBe((((many - 1) * many) / 2) * 2)
  expect(new Set(await worths('s'))).toEqual(new Set([null]))
  await revaluing().write(published('JPY', '0.01'), store)
  expect(sum(await worths('j'))).toBe(((many - 1) * many) / 2)
  expect(await worths('j')).toHaveLength(many)
})

it('leaves rows alone where an event values nothing', async () => {
  await load('JPY', 'j')
  const event = taken('unit-fi', 'unit.renamed', { name: 'X' })
  expect(revaluing().currenciesBy(event)).toEqual([])
  await revaluing().write(event, store)
  expect(new Set(await worths(''))).toEqual(new Set([null]))
})
