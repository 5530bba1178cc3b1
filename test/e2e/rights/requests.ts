/** One request for each operation of the interface, about records of one unit; bodies start from the published examples. */
import type { JsonObject } from '#kernel'

/** Ids of one unit's records. */
export interface Records {
  unit: string
  customer: string
  contact: string
  /** Whom erasures are tried on. */
  leaver: string
  meeting: string
  planned: string
  privateNote: string
  opportunity: string
  promise: string
  project: string
  identifier: string
  /** Somebody without roles. */
  member: string
  seller: string
  product: string
  importId: string
  /** The position of its registration. */
  position: string
  /** A meeting that is corrected, and its event. */
  slip: string
  event: string
  /** Whom and what the walk may do without. */
  leaving: string
  closing: string
}

export interface Operation {
  id: string
  method: string
  /** Under the API's root, with `{params}`. */
  path: string
  example: JsonObject
}

interface Published {
  paths: Record<string, Record<string, PublishedOperation>>
}
interface PublishedOperation {
  operationId: string
  requestBody?: { content: Record<string, { examples?: Record<string, { value: JsonObject }> }> }
}

/** Every operation of the published document. */
export function operationsOf(document: JsonObject): Operation[] {
  const { paths } = document as unknown as Published
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, requestBody }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path: path.replace('/api/v1', ''),
      example: requestBody?.content['application/json']?.examples?.['example-1']?.value ?? {},
    })),
  )
}

/** What some questions cannot be asked without. */
const needed: Readonly<Record<string, string>> = {
  '/search': '?text=cold',
  '/record-names': '?streams=group-group',
  '/figures': '?metrics=touchpoints',
}

const recordIn: readonly [path: RegExp, of: keyof Records][] = [
  [/^\/customers\//, 'customer'],
  [/^\/contacts\/\{id\}\/(erasure|erased)$/, 'leaver'],
  [/^\/contacts\//, 'contact'],
  [/^\/touchpoints\/\{id\}\/(held|move|cancel)/, 'planned'],
  [/^\/touchpoints\/\{id\}\/keep-private/, 'privateNote'],
  [/^\/touchpoints\//, 'meeting'],
  [/^\/opportunities\//, 'opportunity'],
  [/^\/promises\//, 'promise'],
  [/^\/customer-projects\//, 'project'],
  [/^\/identifiers\//, 'identifier'],
  [/^\/members\/\{id\}\/leave$/, 'leaving'],
  [/^\/members\//, 'member'],
  [/^\/products\//, 'product'],
  [/^\/imports\//, 'importId'],
  [/^\/(units|subsidiaries)\/\{id\}\/close$/, 'closing'],
]

/** The path with the unit's own records in it. */
export function pathOf({ path }: Operation, records: Records): string {
  const { customer, contact, unit, slip, event, position } = records
  const id = () => {
    if (path.startsWith('/relationships/')) return `${customer}.${unit}`
    if (path.startsWith('/group/')) return 'group'
    return records[recordIn.find(([start]) => start.test(path))?.[1] ?? 'unit'] ?? 'x'
  }
  const params: Record<string, string> = {
    metric: 'touchpoints',
    stream: path.startsWith('/events/') ? `touchpoint-${slip}` : 'touchpoint-none',
    eventId: event,
    event: path.startsWith('/contacts/') ? `contact-${contact}` : `customer-${customer}`,
    position,
    partition: `customer:${customer}`,
    upload: `upload-${unit}`,
    name: 'customers',
    fileName: 'customers.csv',
  }
  const named = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? id())
  return `${named}${needed[path] ?? ''}`
}

export const mapping = `
kumppani-mapping: 1
source: old-register
formats: { encoding: utf-8, delimiter: ",", dates: YYYY-MM-DD, decimal: ".", currency: EUR }
files:
  customers: { name: customers.csv }
rows:
  - file: customers
    records:
      - target: customer
        key: number
        at: before
        fields:
          name: name
`
export const csv = 'number,name\n1,Isdom\n'

/** Bodies that no example shows, or that must not change what the walk stands on. */
function ownBody(id: string, { unit, customer, contact, seller, product, promise }: Records): JsonObject | undefined {
  const price = { amountMinor: 100, currency: 'EUR' }
  const files = { upload: `upload-${unit}`, mappingName: 'old.yaml', mapping }
  const bodies: Record<string, JsonObject> = {
    'group.setHistory': { history: 'shared' },
    'member.change': { leads: false },
    'member.grant': { role: 'member', unit },
    'member.withdraw': { role: 'manager', unit },
    'unit.rename': { name: unit.toUpperCase() },
    'product.change': { name: 'Cold room' },
    'product.withdraw': {},
    'merge.merge': { into: customer },
    'contactmerge.merge': { into: contact },
    'customer.resolveContradiction': { contradiction: 'none', takenOver: false },
    'identifier.claim': { customer, scheme: 'business-id', value: `1234567-${unit}` },
    'identifier.release': { customer },
    'release-writing': { grounds: 'other' },
    'redact-writing': { because: 'Without them.', restated: [] },
    'opportunity.open': { customer, unit, name: 'Cold rooms', profile: 'product-sale', stage: 'prospecting' },
    'opportunity.setLines': { lines: [{ product, quantity: '1', price }] },
    'opportunity.shareCredit': { shares: [{ member: seller, unit, percent: 100 }] },
    'opportunity.win': { value: price },
    'promise.make': {
      customer,
      unit,
      what: 'Call back.',
      kind: 'promise',
      clock: 'calendar',
      due: '2099-01-01T00:00:00Z',
      owner: seller,
    },
    'touchpoint.addGist': { gist: 'They wait for the offer.' },
    'promise.handOver': { to: seller },
    'handover.make': { unit, from: seller, all: [{ kind: 'promise', to: seller }] },
    'handover.answer': { answers: [{ kind: 'promise', record: promise, accepts: true }] },
    'relationship.handOver': { to: seller },
    'opportunity.handOver': { to: seller },
    'touchpoint.handOver': { to: seller },
    'customerproject.learn': { customer, unit, name: 'Kitchen', kind: 'renovation', what: 'All new.' },
    'contact.startPost': { customer, level: 'operational', since: '2026-01-01' },
    'contact.changePost': { customer: 'none' },
    'contact.endPost': { customer: 'none' },
    'contact.setBuyingRoles': { customer, roles: ['user'] },
    'events.restatement': { because: 'A slip.', occurredAt: '2026-01-02' },
    'events.retraction': { because: 'A slip.' },
    'erase-person': { grounds: 'asked' },
    'export-person': { reason: 'They asked for it.' },
    'sign-in': { member: seller },
    'undo-import': { because: 'Wrong file.' },
    'preview-import': files,
    'start-import': files,
    backup: { folder: '/dev/null/none' },
    'retire-plaintext': { file: 'host:/none/clear-0001.db' },
  }
  return bodies[id]
}

/** The body, with references of the example turned to the unit's own records. */
export function bodyOf({ id, example }: Operation, records: Records): JsonObject {
  const own = ownBody(id, records)
  if (own) return own
  const { unit, customer, seller, product } = records
  const known: JsonObject = {
    unit,
    customer,
    customers: [customer],
    owner: seller,
    product,
    subsidiary: unit,
    of: customer,
  }
  const dropped = new Set([
    'contacts',
    'members',
    'evidence',
    'opportunity',
    'customerProject',
    'contact',
    'madeIn',
    'with',
    'parent',
    'site',
  ])
  const kept = Object.entries(example).filter(
    ([name]) => !dropped.has(name) || id === 'customer.openSite' || id === 'customer.closeSite',
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, known[name] ?? value])) as JsonObject
}
