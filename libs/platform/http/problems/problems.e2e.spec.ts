/** What is not served, and how that is said: always a problem, never a stack, never what a person wrote. */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { LogRefused, ReadStoreRefused } from '#kernel'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'

let notes: RunningNotes
beforeAll(async () => {
  notes = await runNotes({ rate: { perSecond: 0.001, burst: 40 } })
})
afterAll(() => notes.close())

const key = { 'idempotency-key': 'k' }
const note = { customer: 'acme', title: 'Cold room' }

describe('a request that does not fit', () => {
  it.each([
    ['an unknown field', { ...note, colour: 'red' }, { path: 'colour', code: 'unknown-field' }],
    ['a missing field', { customer: 'acme' }, { path: 'title', code: 'required' }],
    ['a field of another type', { ...note, title: 5 }, { path: 'title', code: 'not-a-text' }],
    ['a list', [note], { path: '', code: 'not-an-object' }],
    ['a number', 5, { path: '', code: 'not-an-object' }],
  ])('is answered 400 for %s', async (_, body, problem) => {
    const answered = await notes.write('/api/v1/notes', body)
    expect([answered.status, answered.body.code]).toEqual([400, 'invalid-input'])
    expect(answered.body.errors).toContainEqual({ ...problem, sentence: expect.any(String) })
  })

  it('never repeats the value', async () => {
    const { body } = await notes.write('/api/v1/notes', { ...note, title: 'Virtanen\u0000' })
    expect(JSON.stringify(body)).not.toContain('Virtanen')
  })

  it.each([
    ['half a body', '{"title": "Virta', { 'content-type': 'application/json' }, 400, 'malformed-json'],
    ['an empty JSON body', '', { 'content-type': 'application/json' }, 400, 'malformed-json'],
    [
      'a poisoned body',
      '{"__proto__": {"admin": true}}',
      { 'content-type': 'application/json' },
      400,
      'malformed-json',
    ],
    ['text', 'hello', { 'content-type': 'text/plain' }, 415, 'media-type-unsupported'],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media-type-unsupported'],
    ['ten megabytes', 'x'.repeat(10_000_000), { 'content-type': 'application/json' }, 413, 'body-too-large'],
  ])('is answered with a problem for %s', async (_, body, headers, status, code) => {
    const answered = await notes.ask('/api/v1/notes', { body, headers: { ...headers, ...key } })
    expect([answered.status, answered.body.code]).toEqual([status, code])
    expect(answered.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(JSON.stringify(answered.body)).not.toContain('Virta')
  })

  it.each(['/nowhere', '/api/v1/nowhere', '/api/v1/notes', '/api/v1/customers/%zz/notes'])(
    'is answered with a problem at %s',
    async (path) => {
      const { status, body } = await notes.ask(path)
      expect([404, 400]).toContain(status)
      expect(['no-such-route', 'malformed-request']).toContain(body.code)
      expect(body.detail).not.toContain(path)
    },
  )

  it('is answered with a problem when it is no HTTP at all', async () => {
    const socket = connect(Number(new URL(notes.url).port), '127.0.0.1')
    socket.write('HELLO\r\n\r\n')
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(answer.slice(answer.indexOf('{'))).code).toBe('malformed-request')
  })
})

describe('an error nobody foresaw', () => {
  it('is answered 500 with an id under which the log knows more', async () => {
    const { status, body, headers } = await notes.ask('/api/v1/weather/falling')
    expect([status, body.code]).toEqual([500, 'internal'])
    expect(body.requestId).toBe(headers.get('x-request-id'))
    expect(JSON.stringify(body)).not.toMatch(/sky|stack|at /)
    const line = notes
      .logged()
      .split('\n')
      .find((one) => one.includes('a request failed'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({ requestId: body.requestId, error: { name: 'TypeError' } })
  })
})

describe('the log that cannot write', () => {
  it('is answered 503 with Retry-After, and the operator reads why', async () => {
    const { dispatch } = notes.core
    notes.core.dispatch = async () => {
      throw new LogRefused('disk full at /secret')
    }
    const { status, body, headers } = await notes.write('/api/v1/notes', note)
    notes.core.dispatch = dispatch
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'log-unavailable', '5'])
    expect(JSON.stringify(body)).not.toContain('secret')
    const line = notes
      .logged()
      .split('\n')
      .find((one) => one.includes('cannot be answered now'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 40,
      requestId: headers.get('x-request-id'),
      code: 'log-unavailable',
      error: { name: 'LogRefused', message: 'disk full at /secret' },
    })
  })
})

describe('read models that do not answer', () => {
  it('are answered 503 with Retry-After, and the operator reads why', async () => {
    const { ask } = notes.core
    notes.core.ask = async () => {
      throw new ReadStoreRefused('the server at /secret gives no answer')
    }
    const { status, body, headers } = await notes.ask('/api/v1/weather/here')
    notes.core.ask = ask
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'read-models-unavailable', '1'])
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(notes.logged()).toContain('the server at /secret gives no answer')
  })
})

describe('the log of requests', () => {
  it('tells route, status and member, and nothing of what was in it', async () => {
    await writeNote(notes, { text: 'Confidential words' })
    await notes.ask('/api/v1/customers/acme/notes?reason=Curiosity')
    const line = notes
      .logged()
      .split('\n')
      .find((one) => one.includes('"msg":"request"') && one.includes('/api/v1/customers/:id/notes'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      route: '/api/v1/customers/:id/notes',
      status: 200,
      member: 'aino',
    })
    for (const secret of ['Confidential', 'Curiosity', 'acme', notes.token])
      expect(notes.logged()).not.toContain(secret)
  })
})

describe('too many requests', () => {
  it('are answered 429 with the seconds to wait, for that member alone', async () => {
    const { token } = await notes.issuer.tokenFor('bengt')
    let answered = await notes.ask('/api/v1/weather/here')
    for (let more = 0; more < 40 && answered.status === 200; more++) answered = await notes.ask('/api/v1/weather/here')
    expect([answered.status, answered.body.code]).toEqual([429, 'too-many-requests'])
    expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await notes.ask('/api/v1/weather/here', { token })).status).toBe(200)
  })
})
