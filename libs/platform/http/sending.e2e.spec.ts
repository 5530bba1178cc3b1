/** How answers are sent: compressed, recognised when nothing has changed, and with the server's time. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'

let notes: RunningNotes
beforeAll(async () => {
  notes = await runNotes()
  for (let each = 0; each < 40; each++) await writeNote(notes, { title: `Cold room ${each}` })
})
afterAll(() => notes.close())

const page = '/api/v1/customers/acme/notes'
const encodedFor = async (path: string, encodings: string) => {
  const { headers, body } = await notes.ask(path, { headers: { 'accept-encoding': encodings } })
  return { encoding: headers.get('content-encoding'), body }
}

describe('an answer', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('to whoever takes %s is packed so', async (encodings, packed) => {
    const { encoding, body } = await encodedFor(page, encodings)
    expect([encoding, (body.notes as unknown[]).length]).toEqual([packed, 40])
  })

  it('of a line is sent as it is', async () =>
    expect((await encodedFor('/api/v1/weather/turku', 'br')).encoding).toBeNull())

  it('that goes on for ever is sent as it comes', async () => {
    const leaving = new AbortController()
    const headers = { authorization: `Bearer ${notes.token}`, 'accept-encoding': 'br, gzip' }
    const response = await fetch(`${notes.url}/api/v1/changes`, { headers, signal: leaving.signal })
    expect(response.headers.get('content-encoding')).toBeNull()
    leaving.abort()
  })

  it('says what the server’s clock says, refused or not', async () => {
    const before = Date.now()
    for (const path of [page, '/api/v1/nothing']) {
      const { headers } = await notes.ask(path)
      const told = Date.parse(headers.get('kumppani-time') ?? '')
      expect(told).toBeGreaterThanOrEqual(before)
      expect(told).toBeLessThanOrEqual(Date.now())
    }
  })
})

describe('what was answered before', () => {
  const again = (known: string, path = page) => notes.ask(path, { headers: { 'if-none-match': known } })

  it('is not sent again until something is different', async () => {
    const { headers } = await notes.ask(page)
    const etag = headers.get('etag') ?? ''
    expect(etag).toMatch(new RegExp(`^W/"${headers.get('kumppani-position')}-`))
    const same = await again(`"other", ${etag}`)
    expect([same.status, same.body, same.headers.get('kumppani-position')]).toEqual([
      304,
      { text: '' },
      headers.get('kumppani-position'),
    ])
    await writeNote(notes, { title: 'One more' })
    const { status, body } = await again(etag)
    expect([status, (body.notes as unknown[]).length]).toEqual([200, 41])
  })

  it('is sent where another question is asked at the same position', async () => {
    const { headers } = await notes.ask(page)
    expect((await again(headers.get('etag') ?? '', `${page}?limit=1`)).status).toBe(200)
  })
})
