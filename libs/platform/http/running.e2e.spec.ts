/** The process as operators see it: alive, ready, measured, started once per port and ended gently. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Viewer } from '#kernel'
import { openNotesCore } from '#test/http/notes-core.js'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'

let notes: RunningNotes
beforeAll(async () => {
  notes = await runNotes()
})
afterAll(() => notes.close())

describe('a running process', () => {
  it('is alive and ready', async () => {
    expect((await notes.ask('/health', { token: '' })).body).toEqual({ status: 'alive' })
    expect((await notes.ask('/ready', { token: '' })).body).toEqual({ ready: true, reasons: [] })
  })

  it('counts requests by route and status, without ids', async () => {
    const { position } = await writeNote(notes)
    await notes.ask('/nowhere/at/all')
    const { text } = (await notes.ask('/metrics', { token: '' })).body
    expect(text).toContain('kumppani_http_requests_total{method="POST",route="/api/v1/notes",status="201"} 1')
    expect(text).toContain('kumppani_http_requests_total{method="GET",route="unknown",status="404"} 1')
    expect(text).toContain(`kumppani_log_head_position ${position}`)
    expect(text).toContain('kumppani_projection_lag_events 0')
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).not.toContain('acme')
  })

  it.each(['/api', '/api/docs'])('shows people a page at %s that loads nothing from elsewhere', async (path) => {
    const { status, body, headers } = await notes.ask(path, { token: '' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(body.text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('explains every refusal under its type', async () => {
    const { type } = (await notes.ask('/nowhere')).body
    const { text } = (await notes.ask('/api/docs', { token: '' })).body
    expect(text).toContain(`id="${String(type).split('#')[1]}"`)
  })

  it('refuses a taken port in one line', async () => {
    const port = Number(new URL(notes.url).port)
    await expect(runNotes({ settings: { host: '127.0.0.1', port } })).rejects.toMatchObject({
      reason: 'portInUse',
      message: `port ${port} on 127.0.0.1 is taken; set PORT to another`,
    })
  })
})

describe('a process whose read models are behind', () => {
  it('is not ready until they have shown what was there when it started', async () => {
    const core = openNotesCore()
    const letGo = core.holdReads()
    const note = { category: 'note', command: 'write', body: { customer: 'acme', title: 'Cold room' } }
    const viewer = core.members.get('aino') as Viewer
    await core.dispatch(note, { viewer, commandId: core.commandId('before the start') })
    const behind = await runNotes({ core })
    const { status, body } = await behind.ask('/ready')
    expect([status, body]).toEqual([503, { ready: false, reasons: ['The read models are still 1 events behind.'] }])
    letGo()
    expect((await behind.ask('/ready')).body).toEqual({ ready: true, reasons: [] })
    await behind.close()
  })
})

describe('a process that lacks what it needs', () => {
  it('is not ready and says why', async () => {
    const lacking = await runNotes({ notReadyBecause: () => ['The disk failed.'] })
    const { status, body } = await lacking.ask('/ready')
    await lacking.close()
    expect([status, body]).toEqual([503, { ready: false, reasons: ['The disk failed.'] }])
  })
})

describe('closing', () => {
  it('lets a request under way finish and ends live streams', async () => {
    const closing = await runNotes()
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const { ask } = closing.core
    const asked = new Promise<void>((resolve) => {
      closing.core.ask = async (question) => {
        resolve()
        await held
        return ask(question)
      }
    })
    const stream = await fetch(`${closing.url}/api/v1/changes`, {
      headers: { authorization: `Bearer ${closing.token}` },
    })
    const underWay = closing.ask('/api/v1/weather/here')
    await asked
    const closed = closing.close()
    release()
    expect((await underWay).status).toBe(200)
    expect(await stream.text()).toContain(': still here')
    await closed
    await expect(fetch(`${closing.url}/health`)).rejects.toThrow()
  })
})
