/** A browser signed in at one process, with a session by the company's provider: every process takes its cookie, and lets go of it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { clientOf, type IdentityProvider, runIdentityProvider } from '../../http/identity-provider.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { RunningServices } from './running-services.js'

const patienceMs = 180_000
const door = 'http://127.0.0.1:9'
const own = { 'sec-fetch-site': 'same-origin' }

describeWhen(hasMongodb, 'a session in several processes', () => {
  let provider: IdentityProvider
  let services: RunningServices
  let cookie: string

  beforeAll(async () => {
    provider = await runIdentityProvider()
    const { id, secret, address } = clientOf(door)
    services = await RunningServices.start({
      KUMPPANI_OIDC_ISSUER: provider.issuer,
      KUMPPANI_OIDC_AUDIENCE: 'crm',
      KUMPPANI_OIDC_CLIENT: id,
      KUMPPANI_OIDC_CLIENT_SECRET: secret,
      KUMPPANI_ADDRESS: address,
    })
    await services.begin('insights', 'other')
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await services.member('aino', 'fi', 'member')
    await services.write('/members/aino', { identity: provider.subject }, { method: 'PATCH' })
  }, patienceMs)
  afterAll(async () => {
    await services?.discard()
    await provider?.close()
  }, patienceMs)

  /** What the browser is sent, by the cookies that come with it. */
  const go = (address: string | URL, sent = '') => fetch(address, { redirect: 'manual', headers: { cookie: sent } })
  const cookieIn = ({ headers }: Response, name: string) =>
    headers
      .getSetCookie()
      .find((each) => each.startsWith(`${name}=`))
      ?.split(';')[0] ?? ''

  /** Sent to the provider by one process, and back to another. */
  async function signIn(): Promise<string> {
    const left = await go(`${services.of('insights').url}/api/v1/session/provider`)
    const back = provider.visit(left.headers.get('location') ?? '')
    const signed = await go(
      services.of('other').url + back.pathname + back.search,
      cookieIn(left, 'kumppani-signing-in'),
    )
    expect(signed.status).toBe(302)
    return cookieIn(signed, 'kumppani-session')
  }

  const ask = async (as: string, method: string, path: string, body?: object) => {
    const headers = { cookie, ...own, 'idempotency-key': crypto.randomUUID() }
    const sent = body
      ? { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : { headers }
    const response = await fetch(`${services.of(as).url}/api/v1${path}`, { method, ...sent })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const everywhere = () =>
    Promise.all([
      ask('insights', 'GET', '/me'),
      ask('other', 'GET', '/me'),
      ask('recorder', 'POST', '/customers', { name: 'Hotelli Merituuli' }),
      ask('projector', 'GET', '/operations/parked'),
    ])

  it(
    'is taken by whoever answers, and by whoever records',
    async () => {
      cookie = await signIn()
      const answered = await everywhere()
      expect(answered.map(({ status }) => status)).toEqual([200, 200, 201, 403])
      expect(answered[3]?.body.code).toBe('not-allowed')
    },
    patienceMs,
  )

  it(
    'is renewed at the provider by one of them for all',
    async () => {
      provider.tokenSeconds = 1
      cookie = await signIn()
      Object.assign(provider, { tokenSeconds: 600, renewed: 0 })
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      expect((await everywhere()).map(({ status }) => status)).toEqual([200, 200, 201, 403])
      expect(provider.renewed).toBe(1)
    },
    patienceMs,
  )

  it(
    'tells the server that keeps it neither whose it is nor how to use it',
    async () => {
      const client = await MongoClient.connect(services.environment.READ_STORE_URL as string)
      const kept = await client.db().collection('sessions').find().toArray()
      const indexes = await client.db().collection('sessions').indexes()
      await client.close()
      expect(kept).toHaveLength(2)
      const text = JSON.stringify(kept)
      for (const secret of [provider.subject, 'aino', cookie.split('=')[1] as string])
        expect(text).not.toContain(secret)
      expect(indexes).toContainEqual(expect.objectContaining({ key: { until: 1 }, expireAfterSeconds: 0 }))
    },
    patienceMs,
  )

  it(
    'goes on when the process that began it has ended',
    async () => {
      await services.of('other').kill()
      expect((await ask('insights', 'GET', '/me')).status).toBe(200)
      await services.again('insights', 'other')
      expect((await everywhere()).map(({ status }) => status)).toEqual([200, 200, 201, 403])
    },
    patienceMs,
  )

  it(
    'ends everywhere when one signs out anywhere, and at the provider',
    async () => {
      expect((await ask('insights', 'DELETE', '/session')).status).toBe(200)
      const codes = (await everywhere()).map(({ status, body }) => [status, body.code])
      expect(codes).toEqual(Array(4).fill([401, 'session-ended']))
      expect(provider.revoked).toHaveLength(1)
    },
    patienceMs,
  )
})
