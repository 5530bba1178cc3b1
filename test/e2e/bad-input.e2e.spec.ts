/** What no client should send, sent to real routes: a clear problem with its place, and nothing on record. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { HttpGroup } from './http-group.js'
import type { Asked } from './running-program.js'

let http: HttpGroup
let customer: string
let touchpoint: string

beforeAll(async () => {
  http = await HttpGroup.open()
  customer = String((await http.write('/customers', { name: 'Hotelli Merituuli', city: 'Turku' })).id)
  const meeting = { customers: [customer], unit: 'fi', note: 'Ensitapaaminen.' }
  touchpoint = String((await http.write('/touchpoints/meeting', meeting)).id)
})
afterAll(() => http.close())

/** Sends what must be refused, and makes sure that nothing came of it. */
async function refused(path: string, asked: Asked): Promise<{ status: number; body: JsonObject }> {
  const before = await http.group.log.head()
  const answered = await http.ask(path, asked)
  expect(await http.group.log.head()).toBe(before)
  expect(answered.body.detail).toEqual(expect.stringMatching(/^[A-Z].*\.$/s))
  return answered
}

const note = (more: object = {}) => ({ customers: [customer], unit: 'fi', note: 'Uusi keittiö.', ...more })
const relationship = () => `/relationships/${customer}.fi`

type Bad = readonly [what: string, path: () => string, body: () => object, place: string, code: string]

const tooLong = 'x'.repeat(32_001)
const unfit: readonly Bad[] = [
  ['an unknown field', () => '/customers', () => ({ name: 'Isdom', colour: 'red' }), 'colour', 'unknown-field'],
  ['a number for a text', () => '/customers', () => ({ name: 12 }), 'name', 'not-a-text'],
  [
    'a text for a number',
    () => '/customers',
    () => ({ name: 'Isdom', employees: 'many' }),
    'employees',
    'not-an-integer',
  ],
  ['a missing field', () => '/customers', () => ({ city: 'Turku' }), 'name', 'required'],
  ['a list for an object', () => '/customers', () => [], '', 'not-an-object'],
  ['no body at all', () => '/customers', () => ({}), 'name', 'required'],
  ['a text for a list', () => '/touchpoints/note', () => note({ customers: customer }), 'customers', 'not-a-list'],
  ['a hostile id in a list', () => '/touchpoints/note', () => note({ customers: ['../etc'] }), 'customers', 'k-id'],
  ['a choice nobody offers', () => '/touchpoints/note', () => note({ channel: 'pigeon' }), 'channel', 'not-a-choice'],
  [
    'a number below its least',
    () => '/touchpoints/note',
    () => note({ durationMinutes: -1 }),
    'durationMinutes',
    'too-small',
  ],
  ['a note too long', () => '/touchpoints/note', () => note({ note: tooLong }), 'note', 'too-long'],
  ['NUL in a note', () => '/touchpoints/note', () => note({ note: 'a\u0000b' }), 'note', 'k-writing'],
  ['half a surrogate in a note', () => '/touchpoints/note', () => note({ note: 'a\ud800b' }), 'note', 'k-writing'],
  ['NUL in a name', () => '/customers', () => ({ name: 'Is\u0000dom' }), 'name', 'k-label'],
  ['a line break in a name', () => '/customers', () => ({ name: 'Is\ndom' }), 'name', 'k-label'],
  ['a name that reads backwards', () => '/customers', () => ({ name: 'Is\u202emod' }), 'name', 'k-label'],
  ['a name of spaces', () => '/customers', () => ({ name: '   ' }), 'name', 'k-label'],
  ['a name that nobody sees', () => '/customers', () => ({ name: '\u200b\u00a0\u3164\u2800' }), 'name', 'k-label'],
  ['a field deep inside', () => '/touchpoints/note', () => note({ notes: { goals: 7 } }), 'notes.goals', 'not-a-text'],
  ['a day that is none', () => '/touchpoints/note', () => note({ occurredAt: '2026-02-30' }), 'occurredAt', 'k-when'],
  [
    'a year of five digits',
    () => '/touchpoints/note',
    () => note({ occurredAt: '12026-01-01T00:00:00Z' }),
    'occurredAt',
    'k-when',
  ],
  ['a time as a number', () => '/touchpoints/note', () => note({ occurredAt: 1_772_000_000 }), 'occurredAt', 'k-when'],
  [
    'a day stated as an instant',
    () => '/touchpoints/note',
    () => note({ occurredAt: '2026-02-03', occurredPrecision: 'instant' }),
    'occurredAt',
    'k-instant',
  ],
  [
    'a precision nobody knows',
    () => '/touchpoints/note',
    () => note({ occurredAt: '2026-02-03', occurredPrecision: 'week' }),
    'occurredPrecision',
    'not-a-choice',
  ],
  [
    'a stage off the ladder',
    () => `${relationship()}/stage`,
    () => ({ from: 'identified', to: 'married' }),
    'to',
    'not-a-choice',
  ],
  ['a flag in words', () => `${relationship()}/key-account`, () => ({ keyAccount: 'yes' }), 'keyAccount', 'not-a-flag'],
  [
    'an empty reason',
    () => `${relationship()}/end`,
    () => ({ by: 'we', how: 'broken-off', why: '' }),
    'why',
    'k-writing',
  ],
]
const methods: Readonly<Record<string, string>> = { 'key-account': 'PUT' }
const methodOf = (path: string): string => methods[path.split('/').at(-1) ?? ''] ?? 'POST'

describe('a request that does not fit', () => {
  it.each(unfit)('because of %s is told the place', async (_what, path, body, place, code) => {
    const { status, body: problem } = await refused(path(), { method: methodOf(path()), body: body() })
    expect(status).toBe(400)
    expect(problem).toMatchObject({
      code: 'invalid-input',
      errors: expect.arrayContaining([expect.objectContaining({ path: place, code })]),
    })
  })
})

describe('a body that cannot be read', () => {
  it.each([
    ['half an object', '{"name":"Isdom"', 400, 'malformed-json'],
    ['nothing', '', 400, 'malformed-json'],
    ['a prototype', '{"name":"Isdom","__proto__":{"admin":true}}', 400, 'malformed-json'],
    ['no JSON', 'name=Isdom', 400, 'malformed-json'],
    ['ten megabytes', JSON.stringify({ name: 'x'.repeat(10_000_000) }), 413, 'body-too-large'],
  ])('%s is refused as such', async (_what, body, status, code) => {
    expect(await refused('/customers', { body })).toMatchObject({ status, body: { code } })
  })

  it('is refused in another format', async () => {
    const headers = { 'content-type': 'application/xml' }
    const answered = await refused('/customers', { body: '<customer/>', headers })
    expect(answered).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } })
  })
})

describe('a question that does not fit', () => {
  it.each([
    ['/customers?colour=red', 'colour'],
    ['/customers?limit=many', 'limit'],
    ['/figures/touchpoints?from=2026-02-30', 'from'],
    ['/figures/touchpoints?by=shoe-size', 'by'],
    ['/units?reason=', 'reason'],
  ])('%s is told the place', async (path, place) => {
    const { status, body } = await refused(path, {})
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path: place }] } })
  })

  it.each(['yesterday', '2026-13-01', '-1', '1e3'])('about the moment %s is told the place', async (moment) => {
    const { body } = await refused(`/customers/${customer}?knownAt=${moment}`, {})
    expect(body).toMatchObject({ status: 400, errors: [{ path: 'knownAt' }] })
  })

  it('with a cursor of its own making is refused', async () => {
    expect((await refused('/customers?cursor=AAAA', {})).body.code).toBe('bad-cursor')
  })
})

describe('what lies where nothing can lie', () => {
  it.each([
    ['a meeting next year', '/touchpoints/meeting', { occurredAt: '2027-03-01T10:00:00Z' }],
    ['a note tomorrow', '/touchpoints/note', { occurredAt: '2026-03-02T10:00:00Z' }],
  ])('%s is against the rules', async (_what, path, when) => {
    const answered = await refused(path, { body: note(when) })
    expect(answered).toMatchObject({ status: 422, body: { code: 'too-far-ahead' } })
  })

  it.each(['touchpoint-exists-not', '..', 'a b', '%00', `x${'y'.repeat(300)}`])(
    'no record is called %s',
    async (id) => {
      const path = `/touchpoints/${encodeURIComponent(id)}/evaluation`
      expect((await refused(path, { body: { reached: true } })).status).toBe(404)
    },
  )
})

describe('a request that comes again', () => {
  const evaluate = (line: string, key: string) =>
    http.ask(`/touchpoints/${touchpoint}/evaluation`, { body: { reached: true, line }, key })

  it('is answered as before, and recorded once', async () => {
    const first = await evaluate('Sovittiin jatkosta.', 'again')
    const head = await http.group.log.head()
    const again = await evaluate('Sovittiin jatkosta.', 'again')
    expect(again).toEqual({ ...first, body: { ...first.body, repeated: true } })
    expect(await http.group.log.head()).toBe(head)
  })

  it('with another body is refused', async () => {
    await evaluate('Sovittiin jatkosta.', 'again')
    const path = `/touchpoints/${touchpoint}/evaluation`
    const again = await refused(path, { body: { reached: false }, key: 'again' })
    expect(again).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } })
  })

  it.each(['', 'ä', 'two words', 'x'.repeat(129)])('needs a key, and %j is none', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') }
    const answered = await refused('/customers', { body: { name: 'Isdom' }, headers })
    expect(answered).toMatchObject({ status: 400, body: { code: expect.stringMatching(/^idempotency-key-/) } })
  })
})

describe('two members who change one customer at once', () => {
  const edit = (as: string, body: object) => http.ask(`/customers/${customer}`, { method: 'PATCH', as, body })

  it('both hold when they change different fields', async () => {
    const [city, employees] = await Promise.all([
      edit('aino', { city: { was: 'Turku', is: 'Naantali' } }),
      edit('eero', { employees: { is: 140 } }),
    ])
    expect([city.status, employees.status]).toEqual([200, 200])
    const { body } = await http.ask(`/customers/${customer}`)
    const { register } = body.parts as { register: { fields: { field: string; value: unknown }[] } }
    const values = Object.fromEntries(register.fields.map(({ field, value }) => [field, value]))
    expect(values).toMatchObject({ city: 'Naantali', employees: 140 })
  })

  it('change nothing where all is as asked for, and are told since when it stands', async () => {
    const { body: changed } = await edit('aino', { employees: { was: 140, is: 141 } })
    expect(changed).not.toHaveProperty('unchanged')
    await http.write('/customers', { name: 'Meanwhile' })
    for (const asked of [{ employees: { is: 141 } }, {}]) {
      const { status, body } = await edit('eero', asked)
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({ events: [], unchanged: true, position: changed.position }),
      ])
    }
  })

  it('of one field, one is shown what the other wrote', async () => {
    const before = await http.group.log.head()
    const answers = await Promise.all([
      edit('aino', { sector: { is: 'hospitality' } }),
      edit('eero', { sector: { is: 'healthcare' } }),
    ])
    const [first, second] = answers.sort((a, b) => a.status - b.status)
    expect([first?.status, second?.status]).toEqual([200, 409])
    const { body } = await http.ask(`/customers/${customer}`)
    expect(second?.body).toMatchObject({
      code: 'changed-meanwhile',
      field: 'sector',
      now: body.sector,
      by: expect.stringMatching(/aino|eero/),
      at: expect.any(String),
    })
    expect(await http.group.log.head()).toBe(before + 1)
  })
})

describe('what is not what was sent', () => {
  const body = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))

  it.each([
    ['a byte that is no UTF-8', body('{"name":\n"Is', [0xe4], 'dom"}'), 'not-utf-8', 2, 4],
    ['a name twice', body('{"name":"Isdom","name":"Other"}'), 'said-twice', 1, 17],
    ['a name twice further in', body('{"customers":[],"notes":{"goals":"a",\n"goals":"b"}}'), 'said-twice', 2, 1],
    ['what every object inherits from', body('{"__proto__":{"name":"Isdom"}}'), 'no-name', 1, 2],
    ['what is cut off', body('{"name":"Isdom"'), 'no-json', 1, 16],
  ])('is refused with its place: %s', async (_, sent, code, line, column) => {
    const { status, body: answered } = await refused('/customers', { body: sent })
    expect(answered).toMatchObject({ code: 'malformed-json', line, column, errors: [{ code }] })
    expect(status).toBe(400)
  })

  it('is refused in a query as well', async () => {
    const { status, body: answered } = await refused('/customers?limit=5&text=%ff', {})
    expect([status, answered.errors]).toMatchObject([400, [{ path: 'text', code: 'not-utf-8' }]])
  })
})
