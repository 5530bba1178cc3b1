/** Lists as files: all that is shown, on every page, and on record. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { business } from '#crm/business.js'
import type { JsonObject } from '#kernel'
import { fileRowsOf } from '#queries'
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

/** Words of the group's language, of which none is written like its code. */
const codes = new Set(['prospecting', 'engaging', 'product-sale', 'identified', 'prospect', 'hospitality', 'sales'])

/** A customer of whom each list has something to tell. */
async function sold(at: HttpGroup): Promise<{ customer: string; deal: string }> {
  const body = { name: 'Hotelli Merituuli', sector: 'hospitality', country: 'FI' }
  const customer = String((await at.write('/customers', body)).id)
  const about = { customer, unit: 'fi' }
  await at.group.do('relationship', 'setOwner', { owner: 'aino' }, { as: 'aino', id: `${customer}.fi` })
  const amount = { amountMinor: 1_234_550, currency: 'EUR' }
  const deal = {
    ...about,
    name: 'Kylmähuone',
    profile: 'product-sale',
    stage: 'engaging',
    owner: 'aino',
    value: amount,
  }
  const { id } = await at.write('/opportunities', deal)
  await at.write('/touchpoints/meeting', { customers: [customer], unit: 'fi', note: 'Uusi keittiö.' })
  return { customer, deal: String(id) }
}

const rowsOf = (bytes: Buffer): Record<string, string>[] => parse(bytes, { bom: true, columns: true })
const exports = async () => {
  const { body } = await http.ask('/access-log?limit=500', { as: 'audun' })
  return (body.rows as JsonObject[]).filter(({ kind }) => kind === 'export')
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

  it('begins where it is told to, once', async () => {
    const { bytes } = await http.file('/customers?format=csv&sort=name&skip=3')
    expect(rowsOf(bytes).map(({ name }) => name)).toEqual(
      Array.from({ length: many - 3 }, (_, each) => customerName(each + 3)),
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
    expect(new Set(events.map(({ customer }) => customer)).size).toBe(many)
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
    expect(made.map(({ page, viewer }) => [page, (viewer as JsonObject).id])).toEqual([
      ['contacts', 'aino'],
      ['units', 'aino'],
    ])
    expect(made[0]?.contacts).toHaveLength(1)
  })

  it.each([
    ['/customers?format=pdf', 'csv, xlsx'],
    ['/me?format=csv', 'vain luettelot'],
    ['/customers?columns=name', 'csv, xlsx'],
    ['/customers?format=csv&columns=nmae', 'id, name, sector'],
  ])('of %s is refused', async (path, limit) => {
    const { status, body } = await http.ask(path)
    expect([status, body.errors]).toMatchObject([400, [{ sentence: expect.stringContaining(limit) }]])
  })
})

/** The rows of an answer: of a list, or of all lanes of a board. */
function rowsIn(body: JsonObject, at: { lanes?: string; rows: string }): JsonObject[] {
  const lists = at.lanes === undefined ? [body] : (body[at.lanes] as JsonObject[])
  return lists.flatMap((list) => list[at.rows] as JsonObject[])
}

describe('every list', () => {
  const lists = [...business.registry.queries.values()].flatMap((query) => {
    const at = fileRowsOf(query)
    return at ? [{ ...query, at }] : []
  })
  /** Of whom lists of one tell. */
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    const { customer, deal } = await sold(http)
    Object.assign(ids, { customers: customer, opportunities: deal, figures: 'touchpoints' })
    const [contact] = (await http.ask('/contacts?limit=1')).body.rows as JsonObject[]
    ids.contacts = String(contact?.id)
  })

  it('is one of many', () => expect(lists.length).toBeGreaterThan(25))

  it.each(lists.map(({ name, route, at }) => [name, route, at] as const))(
    '%s is given as a file, row by row, to whoever reads it',
    async (name, route, at) => {
      const [, of = ''] = route.split('/')
      const path = route.replace(/:\w+/, ids[of] ?? '')
      // No names are listed unless one says whose.
      const asked = `${path}?reason=Audit%207${name === 'record-names' ? '&streams=group-group' : ''}`
      const { status, body } = await http.ask(asked, { as: 'audun' })
      expect(status).toBe(200)
      const { bytes } = await http.file(`${asked}&format=csv`, 'audun')
      const rows = rowsOf(bytes)
      const shown = rowsIn(body, at)
      const isWhole = !('next' in body) && !JSON.stringify(body).includes('"next":"')
      expect(rows.slice(0, shown.length)).toHaveLength(shown.length)
      if (isWhole && name !== 'access-log') expect(rows).toHaveLength(shown.length)
      const cells = rows.flatMap((row) => Object.entries(row))
      expect(cells.filter(([, cell]) => /[{}[\]]|undefined|NaN/.test(cell))).toEqual([])
      expect(cells.filter(([, cell]) => codes.has(cell))).toEqual([])
    },
  )
})
