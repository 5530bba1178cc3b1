/** Lists as files: all that is shown, on every page, and on record. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { business } from '#crm/business.js'
import { type JsonObject, ListAnswer } from '#kernel'
import { HttpGroup } from './http-group.js'

let http: HttpGroup
const many = 230
const customerName = (each: number) => `Hotelli ${String(each).padStart(3, '0')}`

beforeAll(async () => {
  http = await HttpGroup.open()
  for (let each = 0; each < many; each++)
    await http.group.send('customer', 'register', { name: customerName(each), city: each % 2 ? 'Turku' : 'Oulu' })
  await http.group.projector.catchUp()
  await http.write('/contacts', { name: '=HYPERLINK("http://elsewhere.example")', phone: '+358 40 1234567' })
})
afterAll(() => http.close())

const rowsOf = (bytes: Buffer): Record<string, string>[] => parse(bytes, { bom: true, columns: true })
const exports = async () => {
  const { body } = await http.ask('/access-log?limit=500', { as: 'audun' })
  return (body.entries as JsonObject[]).filter(({ kind }) => kind === 'export')
}

describe('a list as CSV', () => {
  it('holds the rows of all pages, in the order asked for', async () => {
    const { status, headers, bytes } = await http.file('/customers?format=csv&sort=-name&limit=10')
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      ...[200, 'text/csv; charset=utf-8', 'attachment; filename="customers.csv"'],
    ])
    expect(rowsOf(bytes).map(({ name }) => name)).toEqual(
      Array.from({ length: many }, (_, each) => customerName(many - 1 - each)),
    )
  })

  it('holds what the list shows, and nothing else', async () => {
    const filter = encodeURIComponent("city eq Turku and name starts 'Hotelli 00'")
    const { body } = await http.ask(`/customers?filter=${filter}`)
    const rows = rowsOf((await http.file(`/customers?format=csv&filter=${filter}`)).bytes)
    expect(rows.map(({ id, name, city }) => ({ id, name, city }))).toEqual(
      (body.rows as JsonObject[]).map(({ id, name, city }) => ({ id, name, city })),
    )
    expect(rows).toHaveLength(5)
  })

  it('is of whoever asks: what they may not see is in no file', async () => {
    const { status, bytes } = await http.file('/contacts?format=csv', 'adam')
    expect([status, JSON.parse(bytes.toString()).code]).toEqual([403, 'not-allowed'])
  })

  it('begins no formula', async () => {
    const [contact] = rowsOf((await http.file('/contacts?format=csv')).bytes)
    expect(contact?.name).toBe('\'=HYPERLINK("http://elsewhere.example")')
  })
})

describe('every list', () => {
  const lists = [...business.registry.queries.values()].filter(({ answer }) => answer.prototype instanceof ListAnswer)

  it.each(lists.map(({ name, route }) => [name, route]))(
    '%s is given as a file to whoever reads it',
    async (_, route) => {
      const customer = String(((await http.ask('/customers?limit=1')).body.rows as JsonObject[])[0]?.id)
      const path = route.replace(':id', customer)
      // No names are listed unless one says whose.
      const asked = `${path}?${route === '/record-names' ? 'streams=group-group' : ''}`
      expect((await http.ask(asked, { as: 'audun' })).status).toBe(200)
      expect((await http.file(`${asked}&format=csv`, 'audun')).status).toBe(200)
    },
  )
})

describe('a list as XLSX', () => {
  it('is a workbook of the same rows', async () => {
    const { headers, bytes } = await http.file('/customers?format=xlsx&sort=name')
    expect(headers.get('content-type')).toContain('spreadsheetml')
    const { sheets } = await readXlsx(bytes)
    const [head = [], ...rows] = sheets[0]?.rows ?? []
    expect(rows.map((row) => row[head.indexOf('name')])).toEqual(
      Array.from({ length: many }, (_, each) => customerName(each)),
    )
  })
})

describe('a figure as a file', () => {
  it('holds the figures asked for, and the events behind them, on all pages', async () => {
    const { body } = await http.ask('/figures/fields-complete?by=sector')
    const figures = rowsOf((await http.file('/figures/fields-complete?by=sector&format=csv')).bytes)
    expect(figures).toHaveLength(1)
    expect(figures.map(({ value }) => Number(value))).toEqual((body.figures as JsonObject[]).map(({ value }) => value))
    const events = rowsOf((await http.file('/figures/fields-complete/events?format=csv')).bytes)
    expect(new Set(events.map(({ customerName: name }) => name)).size).toBe(many)
    const { sheets } = await readXlsx((await http.file('/figures/fields-complete/events?format=xlsx')).bytes)
    expect(sheets[0]?.rows).toHaveLength(events.length + 1)
    expect((await exports())[0]?.page).toBe('figure-events')
  })
})

describe('an export', () => {
  it('is on record, also where nobody’s values were opened', async () => {
    await http.file('/units?format=csv')
    await http.file('/contacts?format=csv')
    const made = (await exports()).slice(0, 2)
    expect(made.map(({ page, viewer }) => [page, viewer])).toEqual([
      ['contacts', 'aino'],
      ['units', 'aino'],
    ])
    expect(made[0]?.partitions).toHaveLength(1)
  })

  it.each([
    ['/customers?format=pdf', 'csv, xlsx'],
    ['/me?format=csv', 'only lists are exported'],
  ])('of %s is refused', async (path, limit) => {
    const { status, body } = await http.ask(path)
    expect([status, body.errors]).toMatchObject([400, [{ path: 'format', sentence: expect.stringContaining(limit) }]])
  })
})
