/**
 * Every operation that takes an Idempotency-Key, sent twice with the same one: what begins something answers 201 and then
 * 200, all else 200 and 200; the second says that it is a repeat, of the same events, and records nothing.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import type { Answered, RunningProgram } from '../running-program.js'
import { bodyOf, csv, type Operation, pathOf, type Records } from './requests.js'
import { roles } from './table.js'
import { join, memberOf, publishedOperations, twoUnits } from './two-units.js'

const patienceMs = 240_000

let program: RunningProgram
let records: Records
let others: Records
let operations: Operation[]
/** Statuses that the document names, by operation. */
let documented: ReadonlyMap<string, readonly string[]>
let keyed: ReadonlySet<string>

interface Published {
  paths: Record<string, Record<string, { operationId: string; parameters?: JsonObject[]; responses: JsonObject }>>
}

beforeAll(async () => {
  const units = await twoUnits()
  ;({ program } = units)
  ;({ own: records, other: others } = units.records)
  operations = await publishedOperations(program)
  const { paths } = (await (await fetch(`${program.url}/api/openapi.json`)).json()) as unknown as Published
  const all = Object.values(paths).flatMap((methods) => Object.values(methods))
  documented = new Map(all.map(({ operationId, responses }) => [operationId, Object.keys(responses)]))
  const takesKey = (parameter: JsonObject) => JSON.stringify(parameter).includes('IdempotencyKey')
  keyed = new Set(all.flatMap(({ operationId, parameters = [] }) => (parameters.some(takesKey) ? operationId : [])))
}, patienceMs)
afterAll(() => program.discard())

let sent = 0

/** Of an own unit: leads nothing yet. */
const taker = 'manager'
const other = 'member'

const write = async (path: string, body: object, as: string) => String((await program.write(path, body, { as })).id)
const begun = (path: string, body: object) => write(path, body, records.seller)

/** What an operation needs that was used up by those before it: by the beginning of its name, a record of its own. */
const own: readonly [of: string, needs: (id: string) => Promise<Partial<Records>>][] = [
  ['opportunity.', async () => ({ opportunity: await begun('/opportunities', deal()) })],
  ['promise.', async (id) => ({ promise: await begun('/promises', promised(id)) })],
  ['handover.answer', async () => ({ promise: await begun('/promises', promised('promise.accept')) })],
  ['touchpoint.keepPrivate', async () => ({ privateNote: await begun('/touchpoints/private-note', note()) })],
  [
    'touchpoint.',
    async (id) => {
      const planned = await begun('/touchpoints/plans', plan(id))
      return id.endsWith('andover') || id.endsWith('handOver') ? { meeting: planned, planned } : { planned }
    },
  ],
  ['customerproject.', async () => ({ project: await begun('/customer-projects', project()) })],
  ['merge.', async () => ({ customer: await begun('/customers', { name: 'Twin' }) })],
  ['contactmerge.', async () => ({ contact: await begun('/contacts', { name: 'Twin' }) })],
  [
    'member.leave',
    async () => {
      const leaving = `repeat-${sent++}`
      await join(program, leaving, records.unit)
      return { leaving }
    },
  ],
  [
    'subsidiary.close',
    async () => {
      await program.country('yy', { country: 'EE', currency: 'EUR', timeZone: 'Europe/Tallinn', language: 'en' })
      await program.write('/units/yy/close', {})
      return { closing: 'yy' }
    },
  ],
]

const about = () => ({ customer: records.customer, unit: records.unit })
const far = '2099-01-01T00:00:00Z'
const deal = () => ({ ...about(), name: 'Cold rooms', profile: 'product-sale', stage: 'prospecting' })
const note = () => ({ customers: [records.customer], unit: records.unit, note: 'Between us.' })
const project = () => ({ ...about(), name: 'Kitchen', kind: 'renovation', what: 'All new.' })
const plan = (id: string) => {
  const kind = id.endsWith('visit') ? 'visit' : 'meeting'
  return { customers: [records.customer], unit: records.unit, kind, startsAt: far }
}
const promised = (id: string) => {
  const owner = id === 'promise.accept' || id === 'promise.decline' ? taker : records.seller
  return { ...about(), what: 'Call back.', kind: 'promise', clock: 'calendar', due: far, owner }
}

async function prepared(operation: Operation): Promise<Records> {
  const { id } = operation
  const needs = own.find(([of]) => id.startsWith(of))?.[1]
  const of = { ...records, ...(await needs?.(id)) }
  if (id === 'opportunity.reopen') await begun(`/opportunities/${of.opportunity}/lose`, { reason: 'price' })
  const answers = /(accept|decline)$/.exec(operation.path)?.[1]
  if (answers && id.endsWith('Handover'))
    await write(pathOf(operation, of).replace(/\/\w+$/, ''), { to: answers === 'accept' ? taker : other }, taker)
  return of
}

/** Beginnings have an id of their own where the caller gives it. */
const freshPath = (operation: Operation, path: string): string =>
  /^POST \/(units|subsidiaries|members|products|rates)\/\{id\}$/.test(`${operation.method} ${operation.path}`)
    ? path.replace(/[^/]+$/, `new-${sent++}`)
    : path

/** Bodies that change something, where those of requests say what stands already. */
const changing: Readonly<Record<string, (of: Records) => JsonObject>> = {
  'unit.rename': () => ({ name: 'Renamed' }),
  'member.withdraw': ({ unit }) => ({ role: 'member', unit }),
  'product.change': () => ({ name: 'Renamed' }),
  'customer.edit': () => ({ city: { is: 'Turku' } }),
  'customer.setParent': () => ({ parent: others.customer }),
  'contact.edit': () => ({ phone: { is: '+358505550142' } }),
  'opportunity.edit': () => ({ probability: { is: 40 } }),
  'customerproject.edit': () => ({ startsOn: { is: '2099-01-01' } }),
  'customer.suspectDuplicate': () => ({ of: others.customer, because: 'name' }),
  'customer.dismissDuplicate': () => ({ of: others.customer }),
  'merge.merge': () => ({ into: records.customer }),
  'contactmerge.merge': () => ({ into: records.contact }),
  'relationship.changeStage': () => ({ from: 'identified', to: 'exploratory', why: 'They asked.' }),
  'relationship.handOver': () => ({ to: taker }),
  'touchpoint.handOver': () => ({ to: taker }),
  'promise.handOver': () => ({ to: taker }),
  'promise.reschedule': () => ({ due: '2099-02-01T00:00:00Z', agreed: 'They agreed.' }),
  'contact.startPost': () => ({ customer: others.customer, level: 'operational', since: '2026-01-01' }),
  'contact.changePost': ({ customer }) => ({ customer, title: { is: 'Chef' } }),
  'contact.endPost': ({ customer }) => ({ customer }),
  'contact.setBuyingRoles': () => ({ customer: others.customer, roles: ['user'] }),
  'contact.dismissDuplicate': ({ leaver }) => ({ of: leaver }),
  'opportunity.changeStage': () => ({ to: 'engaging' }),
  'opportunity.setLines': () => ({
    lines: [{ product: others.product, quantity: '1', price: { amountMinor: 100, currency: 'EUR' } }],
  }),
}

/** By the first role that may, the first answer with the one to a repeat. */
async function twice(operation: Operation): Promise<{ first: Answered; again: Answered } | undefined> {
  const of = await prepared(operation)
  const path = freshPath(operation, pathOf(operation, of))
  const raw = operation.id === 'send-import-file'
  const body = raw ? csv : (changing[operation.id]?.(of) ?? bodyOf(operation, of))
  const headers: Record<string, string> = raw ? { 'content-type': 'application/octet-stream' } : {}
  for (const as of [of.seller, ...roles.map(memberOf), 'admin']) {
    const asked = { as, method: operation.method, body, headers, key: randomUUID() }
    const first = await program.ask(path, asked)
    if (first.status < 300) return { first, again: await program.ask(path, asked) }
  }
  return undefined
}

/** Done once in a group's life; needs what another system says. */
const impossibleHere = new Set(['group.found', 'customer.resolveContradiction'])

it(
  'is 201 for what begins and 200 for a repeat, or 200 for both',
  async () => {
    const wrong: string[] = []
    const untried: string[] = []
    for (const operation of operations.filter(({ id }) => keyed.has(id))) {
      const answers = await twice(operation)
      if (!answers) {
        untried.push(operation.id)
        continue
      }
      const { first, again } = answers
      const begins = documented.get(operation.id)?.includes('201')
      const isRight =
        first.status === (begins ? 201 : 200) &&
        again.status === 200 &&
        again.body.repeated === true &&
        JSON.stringify([again.body.id, again.body.events]) === JSON.stringify([first.body.id, first.body.events])
      if (!isRight) wrong.push(`${operation.id}: ${JSON.stringify(first)} then ${JSON.stringify(again)}`)
    }
    expect(wrong).toEqual([])
    expect(untried.filter((id) => !impossibleHere.has(id))).toEqual([])
  },
  patienceMs,
)
