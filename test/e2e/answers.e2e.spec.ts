/** Whatever a query answers, now and then, is what the published document of the interface says it answers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonObject } from '#kernel'
import { HttpGroup } from './http-group.js'
import { begin, chapters, type Told, tell } from './story.js'

let http: HttpGroup
let told: Told
const positions: number[] = []
const pages = new Map<string, Published>()

interface Published {
  /** Under the API's root, with `{params}`. */
  path: string
  isPast: boolean
  fits: ValidateFunction
}

interface PublishedOperation {
  responses?: JsonObject
  operationId: string
  parameters?: { $ref?: string }[]
}

/** Every read with the schema of its answer, by name. */
async function readPublished(): Promise<void> {
  const document = await http.openApi()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'api')
  for (const [path, methods] of Object.entries(document.paths as unknown as Record<string, JsonObject>)) {
    const { operationId, parameters = [], responses = {} } = (methods.get ?? {}) as unknown as PublishedOperation
    // Signing in at a provider answers with the way there alone.
    if (operationId === undefined || !('200' in responses)) continue
    const at = path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')
    const pointer = `api#/paths/${at}/get/responses/200/content/application~1json/schema`
    const isPast = parameters.some(({ $ref }) => /knownAt$/i.test($ref ?? ''))
    const fits = isStream(operationId) ? undefined : ajv.compile({ $ref: pointer })
    if (fits) pages.set(operationId, { path: path.replace('/api/v1', ''), isPast, fits })
  }
}

const isStream = (operation: string): boolean => operation === 'changes' || operation === 'customer.live'

/** Everything else in the document is asked below. */
const notOfTheStory = new Set(['import', 'import-undo', 'sign-in.ways'])

const steward = new Set([
  ...['withheld-notes', 'imports', 'merges', 'contact-merges', 'customer-duplicates', 'contact-duplicates'],
])
const askerOf = (operation: string): string =>
  operation === 'access-log' ? 'audun' : steward.has(operation) ? 'stella' : 'aino'

function filled(path: string): string {
  const { customer, contact, opportunity, meeting } = told
  const id = path.startsWith('/relationships')
    ? `${customer}.fi`
    : { contacts: contact, opportunities: opportunity, touchpoints: meeting }[path.split('/')[1] ?? '']
  const position = String(positions[0])
  return path
    .replace('{id}', id ?? customer)
    .replace('{position}', position)
    .replace('{metric}', 'touchpoints')
    .replace('{event}', path.startsWith('/contacts/') ? `contact-${contact}` : `customer-${customer}`)
}

async function faults(operation: string, query: string, as = askerOf(operation)): Promise<unknown> {
  const { path, fits } = pages.get(operation) as Published
  const asked: Record<string, string> = {
    ...{ search: '?text=merituuli', 'many-figures': '?metrics=touchpoints' },
    'record-names': `?streams=customer-${told.customer}`,
  }
  const words = asked[operation] ?? ''
  const { status, body } = await http.ask(`${filled(path)}${query || words}`, { as })
  if (status !== 200) return body
  return fits(body) ? [] : fits.errors
}

beforeAll(async () => {
  http = await HttpGroup.open()
  told = await begin(http)
  for (const chapter of chapters) positions.push(await tell(chapter, told))
  const owed = { customer: told.customer, unit: 'fi', what: 'Soita.', kind: 'promise', clock: 'calendar' }
  await http.write('/promises', { ...owed, withinHours: 48 })
  const project = { customer: told.customer, unit: 'fi', name: 'Keittiö', kind: 'renovation', what: 'Kaikki uusiksi.' }
  await http.write('/customer-projects', project)
  const planned = { customers: [told.customer], unit: 'fi', kind: 'visit', startsAt: '2026-10-09T07:00:00Z' }
  await http.write('/touchpoints/plans', planned)
  const kept = { customers: [told.customer], unit: 'fi', note: 'Omaksi muistiksi.' }
  await http.write('/touchpoints/private-note', kept)
  const product = { code: 'CR-1', name: 'Cold room', line: 'cold', kind: 'product' }
  await http.write('/products/cr-1', product, { as: 'adam' })
  await readPublished()
})
afterAll(() => http.close())

describe('the answer of every page', () => {
  it('fits its schema now', async () => {
    const asked = [...pages.keys()].filter((name) => !notOfTheStory.has(name))
    expect(asked.length).toBeGreaterThan(25)
    const wrong: Record<string, unknown> = {}
    for (const name of asked) wrong[name] = await faults(name, '')
    expect(wrong).toEqual(Object.fromEntries(asked.map((name) => [name, []])))
  })

  it('fits its schema after each chapter, as known then', async () => {
    const past = [...pages].flatMap(([name, { isPast }]) => (isPast ? [name] : []))
    expect(past.length).toBeGreaterThan(8)
    const wrong: unknown[] = []
    for (const [at, position] of positions.entries()) {
      for (const name of past) {
        const found = await faults(name, `?knownAt=${position}`)
        // What is not there yet is not found.
        const isAbsent = (found as JsonObject).status === 404 && at < 5
        if (!isAbsent && (found as unknown[]).length !== 0) wrong.push({ name, chapter: chapters[at]?.name, found })
      }
    }
    expect(wrong).toEqual([])
  })

  it('fits its schema at moments of the past, for whoever sees less, and in figures by all that is counted', async () => {
    const wrong: unknown[] = []
    const look = async (name: string, query: string, as?: string) => {
      const found = await faults(name, query, as)
      if ((found as unknown[]).length !== 0) wrong.push({ name, query, as, found })
    }
    for (const asOf of ['2020-01-01', '2026-03-16', '2026-08-04', '2026-09-15T12:00:00Z'])
      for (const name of ['customer', 'timeline', 'replay', 'brief']) await look(name, `?asOf=${asOf}`)
    for (const name of ['customer', 'timeline', 'touchpoint', 'contact', 'relationship', 'brief', 'opportunity'])
      for (const as of ['audun', 'bengt', 'greta']) await look(name, '', as)
    for (const by of ['unit,month', 'member', 'function,week', 'country,quarter', 'sector,year'])
      await look('figures', `?by=${by}&from=2026-01-01&to=2026-10-31&compare=previous`)
    await look('figure-events', '?from=2026-01-01&to=2026-10-31&limit=3')
    expect(wrong).toEqual([])
  })
})

describe('a refusal', () => {
  it('fits the schema of problems', async () => {
    const document = await http.openApi()
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    ajv.addSchema(document, 'api')
    const fits = ajv.compile({ $ref: 'api#/components/schemas/Problem' })
    for (const path of ['/customers/nobody', '/access-log', '/customers?limit=none', '/nowhere']) {
      const { status, body } = await http.ask(path)
      expect({ path, status, errors: fits(body) ? [] : fits.errors }).toEqual({ path, status: body.status, errors: [] })
    }
  })
})
