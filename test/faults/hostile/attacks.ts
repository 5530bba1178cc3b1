/** What one member can ask that costs much and says little: each is a work to be begun once and waited for. */
import { setTimeout as delay } from 'node:timers/promises'
import { type Answered, type CallerOf, call } from './caller.js'
import { sharedStringWorkbook } from './shared-string.js'

/** Whoever sells, and the customers that are theirs to see. */
export interface Selling {
  seller: CallerOf
  customers: readonly string[]
}

/**
 * Everything that was asked, with what it was answered.
 * @param as who administers, and reads no customer
 */
export type Attack = (as: CallerOf, selling: Selling) => Promise<readonly Answered[]>

const timesFolded = 40
const figures = { asked: 40, hungUp: 30 }
const unknownKeys = 6000
const emptyBytes = 65_000
const previewsInARow = 12
const rowsOfPreview = 4000

export const attacks: Readonly<Record<string, Attack>> = {
  'forty dear figures, thirty hung up': dearFigures,
  'forty scores': ofCustomers((id) => `/customers/${id}/score`),
  'forty replays': ofCustomers((id) => `/customers/${id}/replay?order=effective&limit=100`),
  'forty briefs': ofCustomers((id) => `/customers/${id}/brief`),
  'forty searched timelines': ofCustomers((id) => `/customers/${id}/timeline?text=visit`),
  '65 kB of empty lines': (as) => previewed(as, 'empty.csv', Buffer.from(`no,name\n${'\n'.repeat(emptyBytes)}`), 4),
  'a workbook whose cells share one string': (as) =>
    previewed(as, 'shared.xlsx', sharedStringWorkbook({ characters: 1_000_000, rows: 20_000, columns: 20 }), 2),
  'a mapping of 6,000 unknown keys': unknownMapping,
  'a body of 6,000 unknown keys': unknownBody,
  'previews in a row': (as) => previewed(as, 'many.csv', manyRows(), previewsInARow),
}

function dearFigures(as: CallerOf): Promise<Answered[]> {
  const asked = Array.from({ length: figures.asked }, (_, nth) => {
    const day = `2025-${String((nth % 12) + 1).padStart(2, '0')}-15`
    const path = `/figures/touchpoints?by=unit,function,quarter&from=2022-01-01&to=2025-12-31&known=${day}`
    return call(as, path, nth < figures.hungUp ? { hangUpMs: 30 + nth * 20 } : {})
  })
  return Promise.all(asked)
}

/** Of one customer after the other, by whoever sells. */
function ofCustomers(pathOf: (customer: string) => string): Attack {
  return async (_, { seller, customers }) => {
    const asked = Array.from({ length: timesFolded }, (_, nth) => pathOf(customers[nth % customers.length] as string))
    // As it is asked every day: who asks first of all waits for what is loaded then, hostile or not.
    await call(seller, pathOf(customers[0] as string))
    return Promise.all(asked.map((path) => call(seller, path)))
  }
}

async function previewed(as: CallerOf, fileName: string, file: Buffer, times: number): Promise<Answered[]> {
  const upload = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
  const sent = await call(as, `/uploads/${upload}/customers/${fileName}`, {
    body: file,
    type: 'application/octet-stream',
  })
  const mapping = mappingFor(fileName)
  const body = JSON.stringify({ upload, mappingName: 'hostile.yaml', mapping })
  const previews = Array.from({ length: times }, async (_, nth) => {
    await delay(nth * 5)
    return call(as, '/imports/preview', { body })
  })
  return [sent, ...(await Promise.all(previews))]
}

async function unknownMapping(as: CallerOf): Promise<Answered[]> {
  const upload = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
  await call(as, `/uploads/${upload}/customers/a.csv`, { body: 'no,name\n1,a\n', type: 'application/octet-stream' })
  const mapping = mappingFor('a.csv') + linesOf(unknownKeys, (nth) => `k${nth}: 1\n`)
  const body = JSON.stringify({ upload, mappingName: 'hostile.yaml', mapping })
  return Promise.all(Array.from({ length: 5 }, () => call(as, '/imports/preview', { body })))
}

function unknownBody(as: CallerOf): Promise<Answered[]> {
  const body = JSON.stringify(Object.fromEntries(Array.from({ length: unknownKeys }, (_, nth) => [`k${nth}`, nth])))
  return Promise.all(Array.from({ length: 10 }, () => call(as, '/customers', { body })))
}

const manyRows = (): Buffer => Buffer.from(`no,name\n${linesOf(rowsOfPreview, (nth) => `${nth},Customer ${nth}\n`)}`)

const linesOf = (count: number, line: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => line(nth)).join('')

const mappingFor = (fileName: string): string => `kumppani-mapping: 1
source: hostile
files: { customers: { name: ${fileName}, format: ${fileName.endsWith('xlsx') ? 'xlsx' : 'csv'} } }
rows:
  - file: customers
    records: [{ target: customer, key: ${fileName.endsWith('xlsx') ? 'c0' : '"no"'}, at: before, fields: { name: ${fileName.endsWith('xlsx') ? 'c1' : 'name'} } }]
`
