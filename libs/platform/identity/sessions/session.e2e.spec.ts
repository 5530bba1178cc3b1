/** Browsers: signed in here and at the company's provider, kept apart from pages of others, and signed out. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { MemorySessions } from '#engines/embedded/memory-sessions.js'
import { freePort } from '#test/http/free-port.js'
import { clientOf, type IdentityProvider, runIdentityProvider } from '#test/http/identity-provider.js'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'
import { LocalIssuer } from '../local-issuer.js'

const page = '/api/v1/customers/acme/notes'
const own = { 'sec-fetch-site': 'same-origin' }

/** What a browser keeps of an answer's cookies: `name=value`. */
const cookieOf = (headers: Headers, name = 'kumppani-session'): string =>
  headers
    .getSetCookie()
    .find((each) => each.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

describe('a session on one machine', () => {
  let notes: RunningNotes
  beforeEach(async () => {
    notes = await runNotes({ live: { perMember: 2, heartbeatMs: 20 } })
  })
  afterEach(() => notes.close())

  const begin = (headers: Record<string, string> = own, body: object = { member: 'aino' }) =>
    notes.ask('/api/v1/session', { body, headers, token: '' })
  const asking = (cookie: string, more: object = {}) => ({ token: '', headers: { cookie, ...own }, ...more })

  it('is a cookie that no script reads and no other site sends', async () => {
    const { status, body, headers } = await begin()
    expect([status, body.member]).toEqual([201, 'aino'])
    expect(headers.getSetCookie()[0]).toMatch(
      /^kumppani-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604[78]\d\d$/,
    )
  })

  it('is told of to scripts, as long as it goes on, and nothing of it', async () => {
    const begun = await begin()
    expect(begun.headers.getSetCookie().slice(1)).toEqual([
      expect.stringMatching(/^kumppani-signed-in=1; Path=\/; SameSite=Strict; Max-Age=604[78]\d\d$/),
    ])
    const cookie = cookieOf(begun.headers)
    const none = 'kumppani-signed-in=; Path=/; SameSite=Strict; Max-Age=0'
    const ended = await notes.ask('/api/v1/session', asking(cookie, { method: 'DELETE' }))
    expect(ended.headers.getSetCookie()).toContain(none)
    expect((await notes.ask(page, asking(cookie))).headers.getSetCookie()).toContain(none)
  })

  it('reads and writes like a token', async () => {
    const cookie = cookieOf((await begin()).headers)
    expect((await notes.ask(page, asking(cookie))).status).toBe(200)
    const headers = { cookie, ...own, 'idempotency-key': 'k' }
    const body = { customer: 'acme', title: 'Cold room' }
    expect((await notes.ask('/api/v1/notes', { token: '', body, headers })).status).toBe(201)
  })

  it('serves no page of another member, neither for reading nor for writing', async () => {
    const cookie = cookieOf((await begin()).headers)
    const as = (member: string) => ({ cookie, ...own, 'kumppani-member': member, 'idempotency-key': 'k' })
    const body = { customer: 'acme', title: 'Cold room' }
    expect((await notes.ask(page, { token: '', headers: as('aino') })).status).toBe(200)
    const read = await notes.ask(page, { token: '', headers: as('eero') })
    const written = await notes.ask('/api/v1/notes', { token: '', body, headers: as('eero') })
    expect([read, written].map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'signed-in-as-another'],
      [409, 'signed-in-as-another'],
    ])
    expect((await notes.ask('/api/v1/notes', { token: '', body, headers: as('aino') })).status).toBe(201)
  })

  it('gives way to a token', async () => {
    const cookie = cookieOf((await begin()).headers)
    const { status, body } = await notes.ask(page, { token: 'forged', headers: { cookie } })
    expect([status, body.code]).toEqual([401, 'token-invalid'])
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of ours', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://127.0.0.1:1' }],
    ['nobody in particular', {}],
    ['a page without an origin', { origin: 'null' }],
  ])('changes nothing for %s', async (_, from: Record<string, string>) => {
    const cookie = cookieOf((await begin()).headers)
    const body = { customer: 'acme', title: 'Cold room' }
    const headers = { cookie, ...from, 'idempotency-key': 'k' }
    const written = await notes.ask('/api/v1/notes', { token: '', body, headers })
    const ended = await notes.ask('/api/v1/session', { method: 'DELETE', token: '', headers: { cookie, ...from } })
    const begun = await begin(from)
    expect([written, ended, begun].map(({ status, body: { code } }) => [status, code])).toEqual(
      Array(3).fill([403, 'cross-site-request']),
    )
    expect((await notes.ask(page, asking(cookie))).body).toEqual({ notes: [] })
  })

  it('takes the origin’s word from browsers that say no more', async () => {
    const cookie = cookieOf((await begin({ origin: notes.url })).headers)
    const { status } = await notes.ask('/api/v1/session', {
      method: 'DELETE',
      token: '',
      headers: { cookie, origin: notes.url },
    })
    expect(status).toBe(200)
  })

  it('ends when one signs out, and the cookie with it', async () => {
    const cookie = cookieOf((await begin()).headers)
    const ended = await notes.ask('/api/v1/session', asking(cookie, { method: 'DELETE' }))
    expect([ended.status, ended.headers.getSetCookie()[0]]).toEqual([200, expect.stringContaining('Max-Age=0')])
    const after = await notes.ask(page, asking(cookie))
    expect([after.status, after.body.code, after.headers.getSetCookie().length]).toEqual([401, 'session-ended', 2])
  })

  it('is another one after signing in anew', async () => {
    const first = cookieOf((await begin()).headers)
    const second = cookieOf((await begin({ ...own, cookie: first })).headers)
    expect(second).not.toBe(first)
    expect((await notes.ask(page, asking(first))).body.code).toBe('session-ended')
  })

  it('ends for a member who is gone', async () => {
    const cookie = cookieOf((await begin()).headers)
    notes.core.members.delete('aino')
    expect((await notes.ask(page, asking(cookie))).body.code).toBe('subject-unknown')
  })

  it('is not begun from elsewhere, nor for anybody who may not', async () => {
    const forwarded = await begin({ ...own, 'x-forwarded-for': '192.0.2.7' })
    const nobody = await begin(own, { member: 'bengt' })
    expect([forwarded.body.code, nobody.body.code]).toEqual(['sign-in-refused', 'sign-in-refused'])
  })

  it('hears of changes until it ends', async () => {
    const cookie = cookieOf((await begin()).headers)
    const response = await fetch(`${notes.url}/api/v1/changes`, { headers: { cookie } })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const { position } = await writeNote(notes)
    let heard = ''
    while (!heard.includes(position)) heard += (await reader?.read())?.value ?? ''
    await notes.ask('/api/v1/session', asking(cookie, { method: 'DELETE' }))
    let isOver = false
    while (!isOver) isOver = (await reader?.read())?.done ?? true
    expect(isOver).toBe(true)
  })
})

describe('a session of several processes', () => {
  it('is heard to have ended wherever something is open by it', async () => {
    const sessions = new MemorySessions()
    const [here, there] = [await runBeside(sessions), await runBeside(sessions)]
    const begun = await here.ask('/api/v1/session', { body: { member: 'aino' }, headers: own, token: '' })
    const headers = { cookie: cookieOf(begun.headers), ...own }
    const open = await fetch(`${there.url}/api/v1/changes`, { headers })
    const heard = open.text()
    expect((await there.ask(page, { token: '', headers })).status).toBe(200)
    await here.ask('/api/v1/session', { method: 'DELETE', token: '', headers })
    await heard
    expect((await there.ask(page, { token: '', headers })).body.code).toBe('session-ended')
    await here.close()
    await there.close()
  })

  async function runBeside(sessions: MemorySessions): Promise<RunningNotes> {
    const issuer = await LocalIssuer.open(mkdtempSync(join(tmpdir(), 'notes-beside-')))
    const demoMembers = async () => [{ id: 'aino', name: 'Aino', about: 'Sales' }]
    return runNotes({
      live: { perMember: 2, heartbeatMs: 20 },
      identity: { kind: 'local', issuer, demoMembers, sessions },
    })
  }
})

describe('signing in', () => {
  it('is refused to whoever tries too often, by whichever way', async () => {
    const notes = await runNotes({ signInRate: { perSecond: 0.001, burst: 2 } })
    const session = () => notes.ask('/api/v1/session', { body: { member: 'bengt' }, headers: own, token: '' })
    const token = () => notes.ask('/api/v1/sign-in', { body: { member: 'aino' }, token: '' })
    const answers = [await session(), await token(), await token(), await session()]
    expect(answers.map(({ body }) => body.code)).toEqual([
      ...['sign-in-refused', undefined],
      ...['too-many-sign-ins', 'too-many-sign-ins'],
    ])
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await notes.ask(page)).status).toBe(200)
    await notes.close()
  })
})

describe('a session by the company’s provider', () => {
  let provider: IdentityProvider
  let notes: RunningNotes
  beforeAll(async () => {
    provider = await runIdentityProvider()
    const port = await freePort()
    const client = clientOf(`http://127.0.0.1:${port}`)
    const sessions = new MemorySessions()
    const identity = { kind: 'oidc', issuer: provider.issuer, audience: 'crm', client, sessions } as const
    notes = await runNotes({ identity, settings: { host: '127.0.0.1', port } })
  })
  afterAll(async () => {
    await notes.close()
    await provider.close()
  })
  beforeEach(() => {
    Object.assign(provider, {
      subject: 'subject-of-aino',
      tokenSeconds: 600,
      forgets: false,
      isAway: false,
      renewed: 0,
    })
  })

  const go = (address: string | URL, cookie = '') =>
    fetch(new URL(address, notes.url), { redirect: 'manual', headers: { cookie } })
  const toProvider = (returnTo = '/') => go(`/api/v1/session/provider?returnTo=${encodeURIComponent(returnTo)}`)
  const locationOf = ({ headers }: Response) => headers.get('location') ?? ''

  async function signIn(returnTo?: string) {
    const left = await toProvider(returnTo)
    const back = provider.visit(locationOf(left))
    return { back, left, signed: await go(back, cookieOf(left.headers, 'kumppani-signing-in')) }
  }
  const read = (cookie: string) => notes.ask(page, { token: '', headers: { cookie } })

  it('is begun by a code that this server alone can use, and leads back to where one was', async () => {
    const { left, signed } = await signIn('/customers?search=a#top')
    const asked = new URL(locationOf(left)).searchParams
    expect([asked.get('scope'), asked.get('code_challenge_method')]).toEqual(['openid offline_access', 'S256'])
    expect(left.headers.getSetCookie()[0]).toContain('HttpOnly; SameSite=Lax; Max-Age=600')
    expect([signed.status, locationOf(signed)]).toEqual([302, '/customers?search=a#top'])
    expect((await read(cookieOf(signed.headers))).status).toBe(200)
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/.//elsewhere.example', 'x'])(
    'leads nobody to %s',
    async (wanted) => expect(locationOf((await signIn(wanted)).signed)).toBe('/'),
  )

  it('is begun in the browser that asked for it alone, and once', async () => {
    const { back, left, signed } = await signIn()
    const again = await go(back, cookieOf(left.headers, 'kumppani-signing-in'))
    const other = await toProvider()
    const elsewhere = await go(provider.visit(locationOf(left)), cookieOf(other.headers, 'kumppani-signing-in'))
    const nowhere = await go(provider.visit(locationOf(other)))
    const codes = await Promise.all(
      [again, elsewhere, nowhere].map(async (one) => [one.status, ((await one.json()) as { code: string }).code]),
    )
    expect([signed.status, codes]).toEqual([302, Array(3).fill([403, 'sign-in-failed'])])
  })

  it('is for members alone', async () => {
    provider.subject = 'subject-of-nobody'
    const { signed } = await signIn()
    expect([signed.status, cookieOf(signed.headers)]).toEqual([401, ''])
  })

  it('is renewed at the provider without a word, and ends when that says so', async () => {
    provider.tokenSeconds = 0
    const cookie = cookieOf((await signIn()).signed.headers)
    const both = await Promise.all([read(cookie), read(cookie)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(provider.renewed).toBeGreaterThan(0)
    provider.isAway = true
    expect((await read(cookie)).body.code).toBe('identity-unavailable')
    Object.assign(provider, { isAway: false, forgets: true })
    expect((await read(cookie)).body.code).toBe('session-ended')
  })

  it('is taken back at the provider when one signs out', async () => {
    const cookie = cookieOf((await signIn()).signed.headers)
    const { body } = await notes.ask('/api/v1/session', { method: 'DELETE', token: '', headers: { cookie, ...own } })
    const away = new URL(String(body.providerSignOut))
    expect(away.origin + away.pathname).toBe(`${provider.issuer}/sign-out`)
    expect(away.searchParams.get('post_logout_redirect_uri')).toBe(`${notes.url}/`)
    expect(provider.revoked).toHaveLength(1)
  })

  it('is not begun on the machine itself', async () => {
    const { body } = await notes.ask('/api/v1/session', { body: { member: 'aino' }, headers: own, token: '' })
    expect(body.code).toBe('sign-in-refused')
    expect((await notes.ask('/api/v1/sign-in', { token: '' })).body.begin).toBe('/api/v1/session/provider')
  })

  it('writes neither codes nor tokens nor subjects into the log', () => {
    expect(notes.logged()).not.toMatch(/subject-of|code=|state=|eyJ/)
  })
})
