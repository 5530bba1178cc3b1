/**
 * An id that exists and is not the viewer's to see is answered as one that does not exist, wherever an id is taken: in
 * paths of every operation, in bodies of every command, in filters and parameters of every question, in exports.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { type Decider, fieldsOf, type JsonObject, ListAnswer, type PayloadClass, type Query } from '#kernel'
import type { RunningProgram } from '../running-program.js'
import { bodyOf, csv, type Operation, pathOf, type Records } from './requests.js'
import { type Cell, type Role, type Row, roles, rowsOf, table } from './table.js'
import { memberOf, publishedOperations, twoUnits } from './two-units.js'

const patienceMs = 240_000

let program: RunningProgram
let operations: Operation[]
let records: Record<'own' | 'other', Records>
let absent: Records

/** Of the same form as the id of a record, and of none. */
const nobody = 'zzzzzzzzzzzzzzzz'
const nowhere = '999999999'

beforeAll(async () => {
  ;({ program, records } = await twoUnits())
  operations = await publishedOperations(program)
  await program.write('/group/group/history', { history: 'own' }, { method: 'PUT' })
  const named = Object.keys(records.other).map((name) => [name, nobody])
  absent = { ...(Object.fromEntries(named) as unknown as Records), unit: 'se', seller: 'bengt', position: nowhere }
  absent.event = '00000000-0000-4000-8000-000000000000'
}, patienceMs)
afterAll(() => program.discard())

/** Who sees nothing of another unit's history where each reads its own. */
const closed: ReadonlySet<Role> = new Set(['member', 'manager'])
const ofHistory: ReadonlySet<Row> = new Set(['history', 'register', 'contacts', 'stewardship', 'corrections'])
const ofRecords: ReadonlySet<Row> = new Set([...ofHistory, 'importRecords', 'sharedImports', 'erasure'] as const)
/** That a customer is there, what it is called and who deals with it everybody may know. */
const outlines = new Set(['customer', 'customer.live'])

function isHidden(role: Role, row: Row, { id }: Operation): boolean {
  if (outlines.has(id) && role !== 'integration' && role !== 'admin') return false
  const cell: Cell = closed.has(role) && ofHistory.has(row) ? '-' : table[row][role].other
  return cell === '-' || cell === 'W'
}

/** What an answer says, whichever id was asked for. */
const saidOf = ({ status, body }: { status: number; body: JsonObject }, ids: readonly string[]): string =>
  ids.reduce((text, id) => text.replaceAll(id, 'ID'), JSON.stringify({ status, body }))

const idsOf = (of: Records): string[] =>
  [of.identifier, of.position, ...Object.values(of)].filter((id) => id.length > 8 && !id.includes('-se'))

async function answerTo(operation: Operation, of: Records, as: string): Promise<string> {
  const { id, method } = operation
  const path = pathOf(operation, of)
  const ids = [...idsOf(of), of.importId, of.position].filter((one) => one !== '')
  if (method === 'GET') return saidOf(await program.ask(path, { as }), ids)
  const raw = { body: csv, headers: { 'content-type': 'application/octet-stream' } }
  const body = { method, body: bodyOf(operation, of.unit === 'se' ? { ...records.own, unit: 'se' } : of) }
  return saidOf(await program.ask(path, { as, ...(id === 'send-import-file' ? raw : body) }), ids)
}

describe('an id in a path', () => {
  const asked = ({ id, path }: Operation): boolean =>
    id !== 'customer.live' && /\{(id|stream|position|partition)\}/.test(path)

  it.each(roles.map((role) => [role]))(
    'is for %s hidden like absent',
    async (role) => {
      const as = memberOf(role)
      const told: string[] = []
      let compared = 0
      for (const operation of operations.filter(asked)) {
        const [row] = rowsOf(operation.id)
        if (row === undefined || !ofRecords.has(row) || !isHidden(role, row, operation)) continue
        compared++
        const hidden = await answerTo(operation, records.other, as)
        const missing = await answerTo(operation, absent, as)
        if (hidden !== missing) told.push(`${operation.id}\n  hidden ${hidden}\n  absent ${missing}`)
      }
      expect(told).toEqual([])
      // Stewards read everything.
      expect(compared > 0).toBe(role !== 'steward')
    },
    patienceMs,
  )
})

describe('an id of what another unit did with a customer of both', () => {
  it.each([['member'], ['manager']] as const)('is for a %s hidden like absent', async (role) => {
    const as = memberOf(role)
    const { customer, contact } = records.own
    const body = { customers: [customer], unit: 'se', note: 'Theirs alone.' }
    const theirs = await program.write('/touchpoints/note', body, { as: 'bengt' })
    const paths = ([id, position]: readonly string[]) => [
      `/touchpoints/${id}`,
      `/events/${position}`,
      ...[position, `touchpoint-${id}`].map((event) => `/customers/${customer}/events/${event}`),
      ...[position, `touchpoint-${id}`].map((event) => `/contacts/${contact}/events/${event}`),
    ]
    const hidden = [String(theirs.id), String(theirs.position)]
    const missing = [nobody, nowhere]
    const told = await Promise.all(paths(hidden).map(async (path) => saidOf(await program.ask(path, { as }), hidden)))
    expect(told).toEqual(
      await Promise.all(paths(missing).map(async (path) => saidOf(await program.ask(path, { as }), missing))),
    )
    for (const path of paths(hidden).slice(0, 4))
      expect({ path, status: (await program.ask(path, { as: 'group' })).status }).toEqual({ path, status: 200 })
  })
})

/** Where a record is named in what is sent. */
interface Place {
  path: readonly string[]
  of: string
  list: boolean
}

const placesIn = (payload: PayloadClass, path: readonly string[] = []): Place[] =>
  fieldsOf(payload).flatMap(({ name, refersTo, nested, list }): Place[] => {
    if (nested) return placesIn(nested, [...path, name])
    return refersTo === undefined ? [] : [{ path: [...path, name], of: refersTo, list }]
  })

/** The field of our records that holds such an id. */
const held: Readonly<Record<string, keyof Records>> = {
  contact: 'contact',
  opportunity: 'opportunity',
  touchpoint: 'meeting',
  'customer-project': 'project',
  promise: 'promise',
}

function withId(body: JsonObject, { path, of, list }: Place, id: string): JsonObject {
  const [name = '', ...rest] = path
  if (rest.length === 0) return { ...body, [name]: list ? [id] : id }
  const inner = (body[name] ?? {}) as JsonObject
  return { ...body, [name]: withId(inner, { path: rest, of, list }, id) }
}

interface Named {
  operation: Operation
  place: Place
}

const inBodies = (): Named[] =>
  [...business.registry.deciders.values()].flatMap(({ category, commands }: Decider) =>
    Object.entries(commands).flatMap(([name, { payload }]) => {
      const operation = operations.find(({ id }) => id === `${category}.${name}`)
      const places = placesIn(payload).filter(({ of, path }) => of in held && path.at(-1) !== 'was')
      return operation ? places.map((place) => ({ operation, place })) : []
    }),
  )

/** Where nothing says whether there is such a record. */
const unasked = new Set(['contactmerge.merge into', 'contact.endPost record', 'contact.setBuyingRoles record'])

/** What was held is planned no more. */
async function planned(kind: string): Promise<string> {
  const plan = { customers: [records.own.customer], unit: 'fi', kind, startsAt: '2099-01-01T00:00:00Z' }
  return String((await program.write('/touchpoints/plans', plan, { as: 'aino' })).id)
}

describe('an id in what is sent', () => {
  it.each([['member'], ['manager']] as const)(
    'is for a %s hidden like absent, and asked about',
    async (role) => {
      const as = memberOf(role)
      const wrong: string[] = []
      for (const { operation, place } of inBodies()) {
        const { method } = operation
        const field = held[place.of] as keyof Records
        const own = { ...records.own, planned: await planned(operation.id.endsWith('visit') ? 'visit' : 'meeting') }
        const send = async (id: string) => {
          const body = withId(bodyOf(operation, own), place, id)
          return saidOf(await program.ask(pathOf(operation, own), { as, method, body }), [id])
        }
        const hidden = await send(records.other[field])
        const missing = await send(nobody)
        // Of people the one who works nowhere: whom one works with is another.
        const seen = await send(place.of === 'contact' ? own.leaver : own[field])
        const what = `${operation.id} ${place.path.join('.')}`
        if (hidden !== missing) wrong.push(`${what}\n  hidden ${hidden}\n  absent ${missing}`)
        if (seen === missing && !unasked.has(what)) wrong.push(`${what} is not asked about\n  ${missing}`)
      }
      expect(wrong).toEqual([])
    },
    patienceMs,
  )
})

/** Of what ids are that lists are filtered by. */
const filtered: Readonly<Record<string, keyof Records>> = { customer: 'customer', contact: 'contact', into: 'customer' }

interface Asking {
  operation: Operation
  field: keyof Records
  /** The end of the address. */
  asked(id: string): string
}

const operationOf = (name: string): Operation[] => operations.filter(({ id }) => id === name)

const inParameters = ({ name, query }: Query): Asking[] =>
  operationOf(name).flatMap((operation) =>
    placesIn(query as PayloadClass).flatMap(({ path, of }) => {
      const field = held[of] ?? filtered[of]
      return field ? [{ operation, field, asked: (id: string) => `${path.join('.')}=${id}` }] : []
    }),
  )

const inFilters = ({ name, lists = [], answer }: Query): Asking[] =>
  operationOf(name).flatMap((operation) =>
    lists.flatMap(({ askedWith = 'filter', fields }) =>
      Object.entries(fields).flatMap(([one, { type }]): Asking[] => {
        const field = filtered[one]
        if (type !== 'id' || !field) return []
        const asked = (id: string) => `${askedWith}=${encodeURIComponent(`${one} eq ${id}`)}`
        const asFile = { operation, field, asked: (id: string) => `format=csv&${asked(id)}` }
        return [{ operation, field, asked }, ...(answer.prototype instanceof ListAnswer ? [asFile] : [])]
      }),
    ),
  )

const categories: Readonly<Record<string, string>> = { 'customer-project': 'customerproject' }

const inTexts = (): Asking[] =>
  Object.entries(held).flatMap(([of, field]) => [
    ...operationOf('record-names').map((operation) => {
      return { operation, field, asked: (id: string) => `streams=${categories[of] ?? of}-${id}` }
    }),
    ...operationOf('search').map((operation) => ({ operation, field, asked: (id: string) => `text=${id}` })),
  ])

/** Each place in which a question takes the id of a record. */
function inQuestions(): Asking[] {
  const queries = [...business.registry.queries.values()]
  return [...queries.flatMap(inParameters), ...queries.flatMap(inFilters), ...inTexts()]
}

/** Questions by a customer that tell no more than that it is there. */
const outlinesAsked = new Set(['contacts'])

describe('an id in a question', () => {
  it.each([['member'], ['manager'], ['integration'], ['admin']] as const)(
    'is for a role of %s hidden like absent',
    async (role) => {
      const as = memberOf(role)
      const told: string[] = []
      for (const { operation, field, asked } of inQuestions()) {
        const path = pathOf(operation, records.own).split('?')[0]
        const ask = async (id: string) => saidOf(await program.ask(`${path}?${asked(id)}`, { as }), [id])
        const [hidden, missing] = [await ask(records.other[field]), await ask(nobody)]
        if (hidden !== missing && !(field === 'customer' && outlinesAsked.has(operation.id)))
          told.push(`${asked('ID')} of ${operation.id}\n  hidden ${hidden}\n  absent ${missing}`)
      }
      expect(told).toEqual([])
    },
    patienceMs,
  )

  it('is found by those who may see it, wherever it is taken', async () => {
    const told: string[] = []
    for (const { operation, field, asked } of inQuestions()) {
      const path = pathOf(operation, records.own).split('?')[0]
      const [row] = rowsOf(operation.id)
      const as = row === 'evidence' || row === 'stewardship' || row === 'erasure' ? 'auditor' : 'member'
      const { status, body } = await program.ask(`${path}?${asked(records.own[field])}`, { as })
      if (status !== 200) told.push(`${operation.id} ${asked('ID')} ${status} ${JSON.stringify(body)}`)
    }
    expect(told).toEqual([])
    expect(inQuestions().length).toBeGreaterThan(15)
  })
})
