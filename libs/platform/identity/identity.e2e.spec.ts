/** Who gets in: forged, foreign, stale and strange tokens, the company's identity provider, and signing in here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { MemorySessions } from '#engines/embedded/memory-sessions.js'
import { type RunningNotes, runNotes } from '#test/http/running-notes.js'
import { LocalIssuer } from './local-issuer.js'

const page = '/api/v1/customers/acme/notes'
const codeFor = async (notes: RunningNotes, token: string) => {
  const { status, body, headers } = await notes.ask(page, { token })
  return [status, body.code ?? 'in', headers.get('www-authenticate')]
}
const invalid = [401, 'token-invalid', 'Bearer realm="kumppani", error="invalid_token"']

/** A token that is right in everything, for a spec to make wrong in one thing. */
const claims = (issuer: string, audience: string, subject: string) =>
  new SignJWT()
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setJti('j')
    .setIssuedAt()
    .setExpirationTime('1h')

describe('on one machine', () => {
  let notes: RunningNotes
  beforeAll(async () => {
    notes = await runNotes()
  })
  afterAll(() => notes.close())

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    notes.ask('/api/v1/sign-in', { body, headers, token: '' })

  it('needs a token and says so', async () => {
    expect(await codeFor(notes, '')).toEqual([401, 'not-signed-in', 'Bearer realm="kumppani"'])
    const basic = await notes.ask(page, { token: '', headers: { authorization: 'Basic YTpi' } })
    expect(basic.body.code).toBe('not-signed-in')
  })

  it('lets a demo member sign in and read', async () => {
    const { status, body } = await post({ member: 'aino' })
    expect([status, body.member]).toEqual([200, 'aino'])
    expect(await codeFor(notes, String(body.token))).toEqual([200, 'in', null])
  })

  it.each([
    ['/api/v1/sign-in', 'de-AT, en;q=0.5', 'de'],
    ['/api/v1/sign-in', 'fr', 'en'],
    ['/api/v1/sign-in?language=sv', 'de', 'sv'],
  ])('names the demo members to this machine: %s for %s', async (path, wanted, language) => {
    const { body } = await notes.ask(path, { token: '', headers: { 'accept-language': wanted } })
    expect(body).toEqual({ kind: 'local', members: [{ id: 'aino', name: 'Aino', about: `Sales, in ${language}` }] })
  })

  it.each([{ member: 'bengt' }, { member: 'nobody' }, {}, { link: 'forged' }])(
    'refuses to sign %j in',
    async (body) => {
      const { status, body: problem } = await post(body)
      expect([status, problem.code]).toEqual([403, 'sign-in-refused'])
    },
  )

  it('takes a link once', async () => {
    const link = await notes.issuer.linkFor('bengt')
    const [first, second] = [await post({ link }), await post({ link })]
    expect([first.status, first.body.member, second.status]).toEqual([200, 'bengt', 403])
  })

  it('takes neither a token for a link nor a link for a token', async () => {
    expect((await post({ link: notes.token })).status).toBe(403)
    expect(await codeFor(notes, await notes.issuer.linkFor('aino'))).toEqual(invalid)
  })

  it.each([
    ['a forwarded request', { 'x-forwarded-for': '192.0.2.7' }],
    ['another standard of forwarding', { forwarded: 'for=192.0.2.7' }],
    ['a page from elsewhere', { origin: 'https://elsewhere.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('refuses to sign in %s', async (_, headers: Record<string, string>) => {
    expect((await post({ member: 'aino' }, headers)).status).toBe(403)
  })

  it('refuses to sign in under a name that only points here', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'elsewhere.example', 'content-type': 'application/json' }
      const asked = httpRequest(`${notes.url}/api/v1/sign-in`, { method: 'POST', headers }, (response) =>
        resolve(text(response)),
      )
      asked.once('error', reject)
      asked.end('{"member":"aino"}')
    })
    expect(JSON.parse(answer).code).toBe('sign-in-refused')
  })

  it('refuses a token without a signature', async () => {
    const token = new UnsecuredJWT({ jti: 'j' })
      .setIssuer('urn:kumppani:local')
      .setAudience('kumppani')
      .setSubject('aino')
      .setIssuedAt()
      .setExpirationTime('1h')
      .encode()
    expect(await codeFor(notes, token)).toEqual(invalid)
  })

  it('refuses a token of another key, whatever key its header brings', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA')
    const jwk = await exportJWK(publicKey)
    const token = await claims('urn:kumppani:local', 'kumppani', 'aino')
      .setProtectedHeader({ alg: 'EdDSA', jwk, jku: 'http://127.0.0.1/keys' })
      .sign(privateKey)
    expect(await codeFor(notes, token)).toEqual(invalid)
  })

  it('refuses a changed token', async () => {
    const [head, body, signature] = notes.token.split('.')
    const claimed = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...claimed, sub: 'bengt' })).toString('base64url')
    expect(await codeFor(notes, [head, forged, signature].join('.'))).toEqual(invalid)
  })

  it('refuses a member who is gone, at once and with a token that was good', async () => {
    const { token } = await notes.issuer.tokenFor('bengt')
    expect(await codeFor(notes, token)).toEqual([200, 'in', null])
    notes.core.members.delete('bengt')
    expect((await codeFor(notes, token)).slice(0, 2)).toEqual([401, 'subject-unknown'])
  })

  it('is not served beyond this machine', async () => {
    const everywhere = { settings: { host: '0.0.0.0', port: 0 } }
    await expect(runNotes(everywhere)).rejects.toMatchObject({ reason: 'badSetting' })
  })
})

describe('with the company’s identity provider', () => {
  let provider: Server
  let issuer: string
  let notes: RunningNotes
  let key: CryptoKey
  let folder: string
  let commandLine: LocalIssuer
  let published: object = {}
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256')
    key = pair.privateKey
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }
    provider = createServer((asked, answer) => {
      const document = asked.url === '/keys' ? { keys: [jwk] } : published
      answer.setHeader('content-type', 'application/json').end(JSON.stringify(document))
    })
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
    folder = mkdtempSync(join(tmpdir(), 'notes-command-line-'))
    commandLine = await LocalIssuer.open(folder)
    notes = await runNotes({
      identity: { kind: 'oidc', issuer, audience: 'crm', commandLine, sessions: new MemorySessions() },
    })
  })
  afterAll(async () => {
    await notes.close()
    await new Promise((resolve) => provider.close(resolve))
    rmSync(folder, { recursive: true })
  })

  const sign = (builder: SignJWT) => builder.setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(key)

  it('answers 503 while the provider publishes nothing usable, and recovers', async () => {
    const token = await sign(claims(issuer, 'crm', 'subject-of-aino'))
    published = { issuer: 'https://elsewhere.example', jwks_uri: `${issuer}/keys` }
    expect((await codeFor(notes, token)).slice(0, 2)).toEqual([503, 'identity-unavailable'])
    expect(notes.logged()).toContain('openid-configuration speaks of another issuer')
    published = { issuer, jwks_uri: 'http://elsewhere.example/keys' }
    expect((await codeFor(notes, token)).slice(0, 2)).toEqual([503, 'identity-unavailable'])
    published = { issuer, jwks_uri: `${issuer}/keys` }
    expect(await codeFor(notes, token)).toEqual([200, 'in', null])
  })

  it.each([
    ['another audience', () => claims(issuer, 'other', 'subject-of-aino')],
    ['another issuer', () => claims('https://elsewhere.example', 'crm', 'subject-of-aino')],
    ['the past', () => claims(issuer, 'crm', 'subject-of-aino').setExpirationTime('-1h')],
    ['the future', () => claims(issuer, 'crm', 'subject-of-aino').setNotBefore('1h')],
    ['for ever', () => new SignJWT().setIssuer(issuer).setAudience('crm').setSubject('subject-of-aino')],
    ['nobody', () => new SignJWT().setIssuer(issuer).setAudience('crm').setExpirationTime('1h')],
  ])('refuses a token for %s', async (_, builder) => {
    expect(await codeFor(notes, await sign(builder()))).toEqual(invalid)
  })

  it('refuses an algorithm that is not on the list', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(key).catch(() => 'public')).padEnd(32))
    const token = await claims(issuer, 'crm', 'subject-of-aino').setProtectedHeader({ alg: 'HS256' }).sign(secret)
    expect(await codeFor(notes, token)).toEqual(invalid)
  })

  it('refuses a key that the provider does not publish', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const token = await claims(issuer, 'crm', 'subject-of-aino')
      .setProtectedHeader({ alg: 'ES256', kid: 'two' })
      .sign(privateKey)
    expect(await codeFor(notes, token)).toEqual(invalid)
  })

  it('knows a member by the identity the organization recorded, not by id', async () => {
    expect((await codeFor(notes, await sign(claims(issuer, 'crm', 'aino')))).slice(0, 2)).toEqual([
      401,
      'subject-unknown',
    ])
  })

  it('lets the command line in, by tokens of this folder, from this machine alone', async () => {
    const { token } = await commandLine.tokenFor('bengt')
    expect(await codeFor(notes, token)).toEqual([200, 'in', null])
    const elsewhere = await notes.ask(page, { token, headers: { 'x-forwarded-for': '192.0.2.7' } })
    expect([elsewhere.status, elsewhere.body.code]).toEqual([401, 'token-invalid'])
    expect(await codeFor(notes, notes.token)).toEqual(invalid)
  })

  it('signs nobody in by itself', async () => {
    const { status } = await notes.ask('/api/v1/sign-in', { body: { member: 'aino' }, token: '' })
    expect(status).toBe(403)
    expect((await notes.ask('/api/v1/sign-in', { token: '' })).body).toEqual({ kind: 'oidc', issuer })
  })
})
