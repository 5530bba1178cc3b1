/** Writes over real sockets: what is recorded, what is repeated, what is refused and how. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'

let notes: RunningNotes
beforeAll(async () => {
  notes = await runNotes()
})
afterAll(() => notes.close())

const note = { customer: 'acme', title: 'Cold room', text: 'It hums at night.' }

describe('a command that creates', () => {
  it('answers 201 with the id, the position and the events', async () => {
    const { status, body, headers } = await notes.write('/api/v1/notes', note)
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{16}$/),
      stream: `note-${body.id}`,
      position: expect.stringMatching(/^\d+$/),
      events: [{ id: expect.any(String), type: 'note.written' }],
      repeated: false,
    })
    expect(headers.get('kumppani-position')).toBe(body.position)
  })

  it('answers a repeat with the first answer', async () => {
    const key = { 'idempotency-key': 'same-key' }
    const first = await notes.write('/api/v1/notes', note, key)
    const again = await notes.write('/api/v1/notes', note, key)
    expect(again.status).toBe(200)
    expect(again.body).toEqual({ ...first.body, repeated: true })
  })

  it('refuses a key that was used for another body', async () => {
    const key = { 'idempotency-key': 'used-key' }
    await notes.write('/api/v1/notes', note, key)
    const other = await notes.write('/api/v1/notes', { ...note, title: 'Other' }, key)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  it('takes the same key of another member for another request', async () => {
    const { token } = await notes.issuer.tokenFor('bengt')
    const headers = { 'idempotency-key': 'shared-key' }
    const own = await notes.ask('/api/v1/notes', { body: note, headers })
    const others = await notes.ask('/api/v1/notes', { body: note, headers, token })
    expect(others.body.repeated).toBe(false)
    expect(others.body.id).not.toBe(own.body.id)
  })

  it.each([
    ['missing', {}, 'idempotency-key-missing'],
    ['with a space', { 'idempotency-key': 'a b' }, 'idempotency-key-invalid'],
    ['too long', { 'idempotency-key': 'k'.repeat(129) }, 'idempotency-key-invalid'],
  ])('refuses a key that is %s', async (_, headers: Record<string, string>, code) => {
    const { status, body } = await notes.ask('/api/v1/notes', { body: note, headers })
    expect([status, body.code]).toEqual([400, code])
    expect(body.detail).toMatch(/\.$/)
  })
})

describe('a command on a record', () => {
  it('answers 200, also without a body', async () => {
    const { id } = await writeNote(notes)
    const { status, body } = await notes.ask(`/api/v1/notes/${id}/settle`, {
      method: 'POST',
      headers: { 'idempotency-key': 'without-body' },
    })
    expect([status, body.id]).toEqual([200, id])
  })

  it('answers a broken rule with 422 and its code', async () => {
    const { id } = await writeNote(notes)
    await notes.write(`/api/v1/notes/${id}/settle`)
    const { status, body, headers } = await notes.write(`/api/v1/notes/${id}/settle`)
    expect(status).toBe(422)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toEqual({
      type: '/api/docs#note-settled',
      title: 'Against a rule',
      status: 422,
      code: 'note-settled',
      detail: 'This note has been settled already.',
    })
  })

  it.each(['unknown', 'NOT-AN-ID', '%2e%2e', 'x'.repeat(300)])('answers 404 for the record %s', async (id) => {
    const { status } = await notes.write(`/api/v1/notes/${id}/settle`)
    expect(status).toBe(404)
  })
})

describe('the stated time', () => {
  const shown = async (position: unknown) => (await notes.ask(`/api/v1/events/${position}`)).body

  it.each([
    ['2026-03-01T09:30:00+02:00', 'instant', '2026-03-01T07:30:00.000Z'],
    ['2026-03-01', 'day', '2026-03-01T00:00:00.000Z'],
    ['2026-03', 'month', '2026-03-01T00:00:00.000Z'],
  ])('reads %p as an %s', async (occurredAt, precision, effectiveAt) => {
    const { position } = await writeNote(notes, { occurredAt })
    expect(await shown(position)).toMatchObject({ occurredPrecision: precision, effectiveAt })
  })

  it.each<JsonObject>([{ occurredAt: '', occurredPrecision: 'before' }, { occurredPrecision: 'before' }])(
    'lies before everything where %j says so',
    async (envelope) => {
      const { position } = await writeNote(notes, envelope)
      expect(await shown(position)).toMatchObject({
        occurredPrecision: 'before',
        effectiveAt: '0000-01-01T00:00:00.000Z',
      })
    },
  )

  it.each([
    [{ occurredAt: '' }, 'occurredAt', 'k-when'],
    [{ occurredAt: '', occurredPrecision: 'instant' }, 'occurredAt', 'k-instant'],
    [{ occurredAt: 'yesterday' }, 'occurredAt', 'k-when'],
    [{ occurredAt: 5 }, 'occurredAt', 'k-when'],
    [{ occurredAt: null }, 'occurredAt', 'k-when'],
    [{ occurredAt: null, occurredPrecision: 'before' }, 'occurredAt', 'k-when'],
    [{ occurredAt: '2026-03-01', occurredPrecision: null }, 'occurredPrecision', 'not-a-choice'],
    [{ occurredAt: '2026-03-01', occurredPrecision: 'month' }, 'occurredAt', 'k-month'],
    [{ occurredAt: '2026-03-01', occurredPrecision: 'week' }, 'occurredPrecision', 'not-a-choice'],
    [{ occurredPrecision: 'day' }, 'occurredAt', 'k-day'],
    [{ confirmed: 'yes' }, 'confirmed', 'not-a-flag'],
  ])('refuses %j', async (envelope, path, code) => {
    const { status, body } = await notes.write('/api/v1/notes', { ...note, ...envelope })
    expect([status, body.code]).toEqual([400, 'invalid-input'])
    expect(body.errors).toEqual([{ path, code, sentence: expect.stringContaining(path) }])
  })

  it('may not lie ahead', async () => {
    const { status, body } = await notes.write('/api/v1/notes', { ...note, occurredAt: '2099-01-01T00:00:00Z' })
    expect([status, body.code]).toEqual([422, 'too-far-ahead'])
  })

  it('may not make later facts impossible, unless that is confirmed', async () => {
    const { id } = await writeNote(notes, { occurredAt: '2026-03-01' })
    const later = await notes.write(`/api/v1/notes/${id}/settle`, { occurredAt: '2026-05-01' })
    const earlier = { occurredAt: '2026-04-01' }
    const refused = await notes.write(`/api/v1/notes/${id}/settle`, earlier)
    const [{ id: conflicting }] = later.body.events as [{ id: string }]
    expect(refused.body).toMatchObject({ status: 409, code: 'later-facts-conflict', events: [conflicting] })
    expect((await notes.write(`/api/v1/notes/${id}/settle`, { ...earlier, confirmed: true })).status).toBe(200)
  })
})

describe('a correction', () => {
  it('restates an event, shows why, and takes it back', async () => {
    const { id, position } = await writeNote(notes)
    const { id: eventId } = (await notes.ask(`/api/v1/events/${position}`)).body
    const path = `/api/v1/events/note-${id}/${eventId}`
    const payload = { customer: 'acme', title: 'Warm room' }
    const restated = await notes.write(`${path}/restatement`, { payload, because: 'Misheard.' })
    expect([restated.status, restated.body.repeated]).toEqual([200, false])
    expect((await notes.ask(`/api/v1/events/${restated.body.position}`)).body).toMatchObject({
      payload,
      because: 'Misheard.',
      corrects: { eventId, mode: 'restate' },
    })
    const retracted = await notes.write(`${path}/retraction`, { because: 'Another customer.' })
    const again = await notes.write(`${path}/retraction`, { because: 'Another customer.' })
    expect([retracted.status, again.status, again.body.code]).toEqual([200, 422, 'already-retracted'])
  })

  it.each([
    ['retraction', {}],
    ['restatement', { occurredAt: '2026-05-15' }],
  ])('of what later facts need is a %s once it is confirmed', async (what, more) => {
    const { id, position } = await writeNote(notes, { occurredAt: '2026-03-01' })
    const { id: eventId } = (await notes.ask(`/api/v1/events/${position}`)).body
    const settled = await notes.write(`/api/v1/notes/${id}/settle`, { occurredAt: '2026-05-01' })
    const correct = (said: object) =>
      notes.write(`/api/v1/events/note-${id}/${eventId}/${what}`, { because: 'So.', ...more, ...said })
    const [{ id: conflicting }] = settled.body.events as [{ id: string }]
    expect((await correct({})).body).toMatchObject({
      status: 409,
      code: 'later-facts-conflict',
      events: [conflicting],
    })
    expect((await correct({ confirmed: 'yes' })).body.errors).toMatchObject([{ path: 'confirmed' }])
    expect((await correct({ confirmed: true })).status).toBe(200)
  })

  it.each([
    ['retraction', {}, 'because', 'required'],
    ['restatement', { because: 'So.' }, 'payload', 'required'],
    ['restatement', { because: 'So.', occurredAt: '' }, 'occurredAt', 'k-when'],
    ['restatement', { because: 'So.', payload: {}, more: 1 }, 'more', 'unknown-field'],
  ])('refuses a %s of %j', async (what, correction, path, code) => {
    const { status, body } = await notes.write(`/api/v1/events/note-x/y/${what}`, correction)
    expect(status).toBe(400)
    expect(body.errors).toContainEqual({ path, code, sentence: expect.any(String) })
  })

  it('answers 404 for an event that is not there', async () => {
    const { status } = await notes.write('/api/v1/events/note-x/y/retraction', { because: 'So.' })
    expect(status).toBe(404)
  })
})
