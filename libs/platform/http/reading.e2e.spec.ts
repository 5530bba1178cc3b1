/** Reads over real sockets: queries, past moments, waiting for what was written. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'

let notes: RunningNotes
let early: { id: string; position: string }
let late: { id: string; position: string }
beforeAll(async () => {
  notes = await runNotes()
  early = await writeNote(notes, { title: 'Early', occurredAt: '2026-03-01' })
  late = await writeNote(notes, { title: 'Late', occurredAt: '2026-05-01' })
})
afterAll(() => notes.close())

const page = '/api/v1/customers/acme/notes'
const titles = async (query: string) => {
  const { body } = await notes.ask(`${page}?${query}`)
  return (body.notes as { title: string }[]).map(({ title }) => title)
}

describe('a page', () => {
  it('answers with the position it stands for', async () => {
    const { status, body, headers } = await notes.ask(page)
    expect(status).toBe(200)
    expect(body).toEqual({
      notes: [
        { id: early.id, title: 'Early', settled: false },
        { id: late.id, title: 'Late', settled: false },
      ],
    })
    expect(headers.get('kumppani-position')).toBe(late.position)
    expect(headers.get('kumppani-known-at')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('reads numbers, flags and lists out of the query', async () => {
    expect(await titles('limit=1&settled=false')).toEqual(['Early'])
    expect(await titles(`among=${early.id},${late.id}`)).toEqual(['Early', 'Late'])
    expect(await titles(`among=${late.id}&among=${early.id}`)).toEqual(['Early', 'Late'])
    expect(await titles(`among=${late.id}`)).toEqual(['Late'])
  })

  it.each([
    ['limit=0', 'limit', 'too-small'],
    ['limit=many', 'limit', 'not-an-integer'],
    ['limit=1&limit=2', 'limit', 'repeated'],
    ['settled=1', 'settled', 'not-a-flag'],
    ['sort=colour', 'sort', 'not-a-choice'],
    ['colour=red', 'colour', 'unknown-field'],
    ['__proto__=1', '__proto__', 'unknown-field'],
    ['after=last', 'after', 'not-an-integer'],
    ['asOf=yesterday', 'asOf', 'k-moment'],
    ['asOf=2026-03-01&asOf=2026-03-02', 'asOf', 'k-moment'],
  ])('refuses %s', async (query, path, code) => {
    const { status, body } = await notes.ask(`${page}?${query}`)
    expect([status, body.code]).toEqual([400, 'invalid-input'])
    expect(body.errors).toContainEqual({ path, code, sentence: expect.any(String) })
  })

  it('refuses a cursor of another list', async () => {
    const { status, body } = await notes.ask(`${page}?cursor=elsewhere`)
    expect([status, body.code]).toEqual([400, 'bad-cursor'])
  })
})

describe('the past', () => {
  it('is asked by the moment something happened', async () => {
    const { body, headers } = await notes.ask(`${page}?asOf=2026-04-01`)
    expect((body.notes as unknown[]).length).toBe(1)
    expect(headers.get('kumppani-as-of')).toBe('2026-04-01')
    expect(headers.get('kumppani-known-at')).toBe(late.position)
  })

  it('takes the offset of a moment as it is typed into an address', async () => {
    const { status, headers } = await notes.ask(`${page}?asOf=2026-04-01T03:00:00+03:00`)
    expect([status, headers.get('kumppani-as-of')]).toEqual([200, '2026-04-01T00:00:00.000Z'])
  })

  it('is asked again by the position it was known at', async () => {
    expect(await titles(`knownAt=${early.position}`)).toEqual(['Early'])
    const { headers } = await notes.ask(`${page}?knownAt=${early.position}`)
    expect(headers.get('kumppani-known-at')).toBe(early.position)
  })

  it('is refused where a page shows only the present', async () => {
    const { status, body } = await notes.ask('/api/v1/weather/here?asOf=2026-04-01')
    expect([status, body.code]).toEqual([422, 'no-past'])
  })
})

describe('one event', () => {
  it('is shown opened, with its metadata and without its secrets', async () => {
    const { id, position } = await writeNote(notes, { text: 'It hums.' })
    const { status, body } = await notes.ask(`/api/v1/events/${position}?reason=audit`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      type: 'note.written',
      position,
      stream: `note-${id}`,
      actor: 'aino',
      customers: ['acme'],
    })
    expect(body.payload).toEqual({ customer: 'acme', title: 'Cold room', text: 'It hums.' })
    expect(Object.keys(body)).not.toContain('fingerprint')
  })

  it.each(['999999', 'first', '-1', '99999999999999999999'])('answers 404 at %s', async (position) => {
    expect((await notes.ask(`/api/v1/events/${position}`)).status).toBe(404)
  })

  it('has no past and no parameters of its own', async () => {
    expect((await notes.ask(`/api/v1/events/${early.position}?asOf=2026-01-01`)).body.code).toBe('no-past')
    expect((await notes.ask(`/api/v1/events/${early.position}?more=1`)).body.code).toBe('invalid-input')
  })
})

describe('waiting for a position', () => {
  it('answers once reads show it', async () => {
    expect((await notes.ask(`${page}?after=${late.position}`)).status).toBe(200)
  })

  it('gives up with 503 and says when to come again', async () => {
    const letGo = notes.core.holdReads()
    const { status, body, headers } = await notes.ask(`${page}?after=${late.position}`)
    letGo()
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'not-yet-visible', '1'])
  })

  it('is refused in the language asked for, else in that of whoever asks', async () => {
    const beyond = `${page}?after=${Number(late.position) + 1000}`
    const said = async (path: string, language: string) =>
      (await notes.ask(path, { headers: { 'accept-language': language } })).body.detail
    expect(await said(beyond, 'de-AT, en;q=0.5')).toMatch(/^An dieser Position ist noch nichts festgehalten/)
    expect(await said(`${beyond}&language=fi`, 'de')).toMatch(/^Tähän kohtaan ei ole vielä kirjattu/)
    expect(await said(beyond, 'no')).toMatch(/^Ingenting er registrert/)
    expect(await said(beyond, 'fr')).toMatch(/^Nothing has been recorded/)
    const { token } = await notes.issuer.tokenFor('bengt')
    const { body } = await notes.ask(beyond, { token })
    expect([body.title, body.detail]).toEqual(['Mot en regel', expect.stringMatching(/^Inget har antecknats/)])
    const unfit = await notes.ask(`${page}?limit=0`, { token })
    expect(unfit.body).toMatchObject({
      detail: expect.stringMatching(/^Begäran innehåller något/),
      errors: [{ path: 'limit', code: 'too-small', sentence: 'limit är mindre än 1' }],
    })
  })

  it('says at once that nothing was recorded there', async () => {
    const letGo = notes.core.holdReads()
    const { status, body } = await notes.ask(`${page}?after=${Number(late.position) + 1000}`)
    letGo()
    expect([status, body.code]).toEqual([422, 'not-recorded-yet'])
  })
})
