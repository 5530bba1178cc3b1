/** Every role at every operation of the running program, for records of its own unit and of another, held against the domain's table. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Answered, RunningProgram } from '../running-program.js'
import { bodyOf, csv, type Operation, pathOf, type Records } from './requests.js'
import { type Cell, listed, type Role, type Row, roles, rowsOf, table } from './table.js'
import { join, memberOf, publishedOperations, twoUnits } from './two-units.js'

const patienceMs = 120_000
const scopes = ['own', 'other'] as const
type Scope = (typeof scopes)[number]

let program: RunningProgram
let operations: Operation[]
let records: Record<Scope, Records>

beforeAll(async () => {
  ;({ program, records } = await twoUnits())
  operations = await publishedOperations(program)
}, patienceMs)
afterAll(() => program.discard())

const isRead = ({ method }: Operation): boolean => method === 'GET'
const streams = new Set(['changes', 'customer.live'])
/** Needs nobody signed in, and refuses for reasons of its own. */
const signsIn = new Set(['sign-in', 'session.begin', 'session.end', 'session.provider', 'session.callback'])
/** Begins a record that is nobody's yet. */
const unitless = new Set(['customer.register', 'contact.register'])
/** Refusals that are about who one is; all others are rules that anybody may meet. */
const ofRights = new Set(['not-allowed', 'not-found', 'not-yours-to-correct', 'role-beyond-yours', 'no-such-route'])

/** Only whether it is answered: these answers have no end. */
async function statusOfStream(path: string, as: string): Promise<Answered> {
  const leaving = new AbortController()
  const headers = { authorization: `Bearer ${await program.token(as)}` }
  const { status } = await fetch(`${program.url}/api/v1${path}`, { headers, signal: leaving.signal })
  leaving.abort()
  return { status, body: {} }
}

/** How many members the walk has let go. */
let gone = 0

async function answerTo(operation: Operation, role: Role, scope: Scope): Promise<Answered> {
  const { unit } = records[scope]
  const of = { ...records[scope], leaving: `leaving-${unit}-${gone++}` }
  if (operation.id === 'member.leave') await join(program, of.leaving, unit)
  const path = pathOf(operation, of)
  const as = memberOf(role)
  if (streams.has(operation.id)) return statusOfStream(path, as)
  if (isRead(operation)) return program.ask(path, { as })
  if (operation.id === 'send-import-file')
    return program.ask(path, { as, body: csv, headers: { 'content-type': 'application/octet-stream' } })
  return program.ask(path, { as, method: operation.method, body: bodyOf(operation, of) })
}

const outcomeOf = ({ status, body }: Answered): string => {
  if (status < 300) return 'allowed'
  const isRule = [403, 404, 409, 422].includes(status) && !ofRights.has(String(body.code))
  return isRule && status !== 404 ? 'allowed' : `${status}`
}

type Cells = Readonly<Record<Role, Readonly<Record<Scope, Cell>>>>

interface Tried {
  cells: Cells
  /** Of the row of the history. */
  history: Cells
  role: Role
  scope: Scope
}

/** What the table says of an operation, as an outcome. */
function expected(operation: Operation, row: Row, of: Tried): string {
  const cell = of.cells[of.role][unitless.has(operation.id) ? 'own' : of.scope]
  if (cell.includes(isRead(operation) ? 'R' : 'W')) return 'allowed'
  return refusal(operation, row, of)
}

function refusal(operation: Operation, row: Row, of: Tried): string {
  // What somebody does not read is not there to be corrected.
  if (row === 'corrections') return of.history[of.role][of.scope].includes('R') ? '403' : '404'
  // Who imports nothing is told so; to others an import that is not theirs is like one that is not there.
  if (row === 'sharedImports') return ['manager', 'steward', 'admin'].includes(of.role) ? '404' : '403'
  const isRecord = operation.path.includes('{') && !operation.path.includes('{metric}') && row !== 'upkeep'
  if (isRead(operation)) return isRecord ? '404' : '403'
  const writesOwn = of.cells[of.role].own.includes('W')
  // A handover names a unit, and units are no secret.
  const ofCustomers = ['history', 'register', 'contacts'].includes(row) && operation.id !== 'handover.make'
  const isSeen = of.cells[of.role][of.scope].includes('R')
  return ofCustomers && writesOwn && !isSeen ? '404' : '403'
}

/** All departures of one role from the table, as lines. */
async function departures(
  role: Role,
  cellsOf: (operation: Operation, row: Row) => Cells | undefined,
): Promise<string[]> {
  const wrong: string[] = []
  const inOrder = [...operations].sort((a, b) => rank(a) - rank(b))
  const timeline = operations.find(({ id }) => id === 'timeline') as Operation
  const history = cellsOf(timeline, 'history') ?? table.history
  for (const scope of scopes) {
    for (const operation of inOrder) {
      const [row] = rowsOf(operation.id)
      if (row === undefined || signsIn.has(operation.id)) continue
      const cells = cellsOf(operation, row)
      if (!cells) continue
      const wanted = expected(operation, row, { cells, history, role, scope })
      const answered = await answerTo(operation, role, scope)
      const outcome = outcomeOf(answered)
      if (outcome === wanted) continue
      wrong.push(`${role} ${scope} ${operation.id}: ${outcome} for ${wanted} (${answered.body.code ?? ''})`)
    }
  }
  return wrong
}

/** Files are sent before they are looked at and imported. */
const first = ['send-import-file', 'preview-import']
const rank = ({ id }: Operation): number => (first.includes(id) ? first.indexOf(id) : first.length)

describe('the table of rights', () => {
  it('names every operation of the interface once, and no other', () => {
    const placed = operations.map(({ id }) => `${id}: ${rowsOf(id).join(' and ')}`)
    const wanted = operations.map(({ id }) => `${id}: ${rowsOf(id)[0] ?? 'one row'}`)
    expect(placed).toEqual(wanted)
    expect([...listed].sort()).toEqual(operations.map(({ id }) => id).sort())
  })

  it.each(roles.map((role) => [role]))(
    'holds for %s',
    async (role) => {
      expect(await departures(role, (_, row) => table[row])).toEqual([])
    },
    patienceMs,
  )
})

describe('what is hidden', () => {
  const bodyOfAnswer = async (path: string, as: string, body?: object) => {
    const { status, body: answered } = await program.ask(path, { as, ...(body && { body }) })
    return { status, answered }
  }

  it('is answered like what is not there: imports, their files, their undo', async () => {
    const { importId } = records.other
    const undo = { because: 'Wrong file.' }
    for (const [path, body] of [
      ['', undefined],
      ['/undo', undefined],
      ['/error-files', undefined],
      ['/undo', undo],
    ] as const) {
      const [hidden, absent] = await Promise.all(
        [importId, 'no-such-import'].map((id) => bodyOfAnswer(`/imports/${id}${path}`, 'manager', body)),
      )
      expect({ path, ...hidden }).toEqual({ path, ...absent })
      expect(hidden?.status).toBe(404)
    }
    const { body } = await program.ask('/imports', { as: 'manager' })
    expect(JSON.stringify(body)).not.toContain(importId)
  })
})

describe('work on what is not there', () => {
  const nothing = (path: string, as: string, body: object = {}) => program.ask(path, { as, body })

  it('is refused, and leaves no trace of what was asked for', async () => {
    for (const id of ['nobody', encodeURIComponent('Jane Doe')]) {
      const answered = await nothing(`/contacts/${id}/export`, 'steward')
      expect({ id, status: answered.status, code: answered.body.code }).toEqual({ id, status: 404, code: 'not-found' })
    }
    const { body } = await program.ask('/access-log?limit=500', { as: 'auditor' })
    expect(JSON.stringify(body)).not.toMatch(/Jane Doe|nobody/)
    const retried = await nothing('/operations/parked/nonsense/retry', 'only-admin')
    expect([retried.status, retried.body.code]).toEqual([422, 'not-parked'])
  })
})

describe('a private note', () => {
  const textFor = async (as: string, query = '') => {
    const { body } = await program.ask(`/touchpoints/${records.other.privateNote}${query}`, { as })
    return (body.steps as { summary?: string; private: boolean }[])[0]
  }

  it('is read by its writer, and by an auditor who says why; others see that it exists', async () => {
    const said = { summary: 'Between us at Hotell Kväll.', private: false }
    expect(await textFor('bengt')).toMatchObject(said)
    expect(await textFor('auditor', '?reason=Complaint')).toMatchObject(said)
    for (const as of ['member', 'manager', 'steward', 'group', 'auditor']) {
      const seen = await textFor(as)
      expect({ as, ...seen }).toMatchObject({ as, private: true })
      expect(seen).not.toHaveProperty('summary')
    }
  })
})

describe('a private note of another', () => {
  const others = ['member', 'manager', 'steward', 'group', 'auditor']
  const get = (path: string, as: string) => program.ask(path, { as })
  const pages = () => {
    const { customer, privateNote } = records.other
    const ofCustomer = `/customers/${customer}`
    return [`/touchpoints/${privateNote}?`, `${ofCustomer}/timeline?`, `${ofCustomer}/replay?`, `${ofCustomer}/brief?`]
  }

  it('is opened to nobody by asking about times to come', async () => {
    const [soon, someDay] = [new Date(Date.now() + 2 * 86_400_000).toISOString(), '2099-01-01']
    for (const as of [...others, 'bengt'])
      for (const page of pages())
        for (const moment of [`asOf=${soon}`, `asOf=${someDay}`, `knownAt=${someDay}`]) {
          const { status, body } = await get(`${page}${moment}`, as)
          expect({ as, page, status, code: body.code }).toEqual({ as, page, status: 400, code: 'invalid-input' })
        }
  })

  it('is in no answer about this moment, nor found by its words', async () => {
    const now = new Date().toISOString()
    const search = `/customers/${records.other.customer}/timeline?text=between`
    for (const as of others) {
      for (const page of pages()) {
        const answer = JSON.stringify((await get(`${page}asOf=${now}`, as)).body)
        expect({ as, page, told: answer.includes('Between us') }).toEqual({ as, page, told: false })
      }
      // Whoever needs a reason first is refused.
      for (const path of [search, `${search}&asOf=${now}`]) expect((await get(path, as)).body.rows ?? []).toEqual([])
    }
    for (const path of [search, `${search}&asOf=${now}`])
      expect((await get(path, 'bengt')).body.rows).toMatchObject([{ summary: 'Between us at Hotell Kväll.' }])
  })

  it('does not tell whom it names', async () => {
    const { contact, customer, privateNote } = records.other
    const [step] = (await get(`/touchpoints/${privateNote}`, 'bengt')).body.steps as { position: string }[]
    const timeline = `/customers/${customer}/timeline?kind=private-note&contact=${contact}`
    for (const as of others) {
      const event = (await get(`/events/${step?.position}`, as)).body
      expect(event).toMatchObject({ type: 'touchpoint.private-note', actor: 'bengt', unit: 'se', payload: {} })
      expect(JSON.stringify(event)).not.toContain(contact)
      expect((await get(timeline, as)).body.rows).toEqual([])
    }
    expect((await get(timeline, 'bengt')).body.rows).toHaveLength(1)
  })
})

describe('the refused rows of an import', () => {
  it('are noted in the access log by whoever gets them', async () => {
    const { importId } = records.own
    expect(await program.ask(`/imports/${importId}/error-files`, { as: 'manager' })).toMatchObject({ status: 200 })
    const { body } = await program.ask('/access-log?member=manager', { as: 'auditor' })
    expect(body.rows).toContainEqual(expect.objectContaining({ page: 'error-files', others: [`import:${importId}`] }))
  })
})

describe('personal data', () => {
  const mailFor = async (as: string, query = '') =>
    (await program.ask(`/contacts/${records.other.contact}${query}`, { as })).body.mail

  it('is withheld from an auditor who gives no reason', async () => {
    for (const as of ['member', 'manager', 'steward', 'group']) expect(await mailFor(as)).toBe('se@example.org')
    expect(await mailFor('auditor')).toEqual({ withheld: true })
    expect(await mailFor('auditor', '?reason=Complaint')).toBe('se@example.org')
  })

  it('is on record with the reason when it was opened', async () => {
    const { body } = await program.ask(`/access-log?contact=${records.other.contact}`, { as: 'auditor' })
    expect(body.rows).toContainEqual(
      expect.objectContaining({
        viewer: expect.objectContaining({ id: 'auditor' }),
        page: 'contact',
        reason: 'Complaint',
      }),
    )
  })
})

describe('figures by member', () => {
  const membersIn = async (as: string) => {
    const { body } = await program.ask('/figures/touchpoints?by=unit,member', { as })
    const figures = body.figures as { unit: string; member: string }[]
    return [...new Set(figures.map(({ unit, member }) => `${unit} ${member}`))].sort()
  }

  it('are one’s own and the team’s sum, a manager’s own units, everybody’s for group and auditor', async () => {
    const [aino, bengt, manager, group, auditor] = await Promise.all(
      ['aino', 'bengt', 'manager', 'group', 'auditor'].map(membersIn),
    )
    expect(aino?.filter((one) => !['fi aino', 'fi *', 'se *'].includes(one))).toEqual([])
    expect(aino).toContain('fi aino')
    expect(bengt?.filter((one) => !['se bengt', 'se *', 'fi *'].includes(one))).toEqual([])
    expect(bengt).toContain('se bengt')
    expect(manager).toEqual(expect.arrayContaining(['fi aino']))
    expect(manager).not.toContain('se bengt')
    for (const wide of [group, auditor]) expect(wide).toEqual(expect.arrayContaining(['fi aino', 'se bengt']))
  })

  it('are none for a steward', async () => {
    const members = await membersIn('steward').catch(() => [])
    expect(members.filter((one) => /aino|bengt/.test(one))).toEqual([])
  })
})

describe('roles', () => {
  const grant = (role: string, unit?: string) =>
    program.ask('/members/extra-fi/roles', { as: 'manager', body: { role, ...(unit && { unit }) } })

  it('are granted by a manager up to manager and in own units', async () => {
    expect((await grant('manager', 'fi')).status).toBe(200)
    for (const [role, unit] of [
      ['manager', 'se'],
      ['steward', 'fi'],
      ['admin', undefined],
      ['auditor', 'fi'],
    ] as const)
      expect({ role, unit, ...(await grant(role, unit)) }).toMatchObject({ role, unit, status: 403 })
  })

  it('beyond a manager’s are not ended by one either', async () => {
    const withdraw = { as: 'manager', body: { role: 'steward' } }
    expect((await program.ask('/members/steward/withdrawn-roles', withdraw)).status).toBe(403)
    expect((await program.ask('/members/steward/leave', { as: 'manager', body: {} })).status).toBe(403)
  })
})

describe('a group in which each unit reads its own history', () => {
  beforeAll(async () => {
    await program.write('/group/group/history', { history: 'own' }, { method: 'PUT' })
  })

  /** All customers are known by name, sector and units; lists and figures show what is left of them. */
  const known = new Set(['customer', 'customer.live'])
  const stillRead = (operation: Operation): boolean => known.has(operation.id) || !operation.path.includes('{id}')
  const ownCells = (operation: Operation, row: Row): Cells | undefined => {
    // Not theirs anywhere, but here the record is not to be seen either.
    if (operation.id === 'customer.resolveContradiction') return undefined
    const isHistory = ['history', 'register', 'contacts'].includes(row)
    if (!isHistory || (isRead(operation) && stillRead(operation) && operation.id !== 'events.show')) return table[row]
    const closed = (role: Role) => ({ own: table[row][role].own, other: '-' as Cell })
    return { ...table[row], member: closed('member'), manager: closed('manager') }
  }

  it.each([['member'], ['manager'], ['steward'], ['group'], ['auditor']] as const)(
    'is what the table says for %s',
    async (role) => {
      expect(await departures(role, ownCells)).toEqual([])
    },
    patienceMs,
  )

  it('shows a member the name, sector and units of another unit’s customer, and no more', async () => {
    const { body } = await program.ask(`/customers/${records.other.customer}`, { as: 'member' })
    const { id, name, known, own, units, sentence, ...more } = body
    expect({ id, name, known, own }).toEqual({
      id: records.other.customer,
      name: 'Hotell Kväll',
      known: true,
      own: false,
    })
    expect(units).toMatchObject([{ id: 'se' }])
    expect(typeof sentence).toBe('string')
    expect(Object.keys(more).filter((field) => field !== 'sector')).toEqual([])
  })

  it('lists nothing of another unit’s history', async () => {
    const lists = ['/relationships', '/contacts', '/opportunities', '/figures/touchpoints/events', '/my/visits']
    for (const path of lists) {
      const { body } = await program.ask(path, { as: 'member' })
      const ofOthers = [records.other.customer, records.other.contact, records.other.opportunity, records.other.meeting]
      expect(ofOthers.filter((id) => JSON.stringify(body).includes(id))).toEqual([])
    }
  })
})
