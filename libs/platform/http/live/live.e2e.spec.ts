/** Live updates over real sockets: what arrives, for whom, and when it ends. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type RunningNotes, runNotes, writeNote } from '#test/http/running-notes.js'

let notes: RunningNotes
beforeEach(async () => {
  notes = await runNotes({ live: { perMember: 2, heartbeatMs: 20 } })
})
afterEach(() => notes.close())

interface Listening {
  status: number
  /** Resolves with what has arrived once the text is in it, or all when the stream ended before. */
  until(text: string): Promise<string>
  /** Everything, once the stream has ended. */
  rest(): Promise<string>
  leave(): void
}

async function listen(path: string, more: Record<string, string> = {}): Promise<Listening> {
  const leaving = new AbortController()
  const headers = { authorization: `Bearer ${notes.token}`, ...more }
  const response = await fetch(notes.url + path, { headers, signal: leaving.signal })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  let arrived = ''
  const until = async (text: string) => {
    while (!arrived.includes(text)) {
      const { done, value } = await reader.read()
      if (done) break
      arrived += Buffer.from(value).toString()
    }
    return arrived
  }
  return { status: response.status, until, rest: () => until('\u0000'), leave: () => leaving.abort() }
}

describe('live changes', () => {
  it('say what changed at which position', async () => {
    const all = await listen('/api/v1/changes')
    await all.until(': still here')
    const { position } = await writeNote(notes)
    expect(await all.until('data:')).toContain(
      `id: ${position}\nevent: changed\ndata: {"position":"${position}","customer":"acme"}\n\n`,
    )
  })

  it('of a customer that is not there are not found', async () => {
    const response = await fetch(`${notes.url}/api/v1/customers/nobody/live`, {
      headers: { authorization: `Bearer ${notes.token}` },
    })
    expect([response.status, await response.json()]).toEqual([404, expect.objectContaining({ code: 'not-found' })])
  })

  it('of one customer pass over the others', async () => {
    const acme = await listen('/api/v1/customers/acme/live')
    await acme.until(': still here')
    await writeNote(notes, { customer: 'other' })
    const { position } = await writeNote(notes)
    const arrived = await acme.until('"customer":"acme"')
    expect(arrived).toContain(`id: ${position}\n`)
    expect(arrived).not.toContain('other')
  })

  it.each(['/api/v1/changes', '/api/v1/customers/acme/live'])(
    'say to who comes back to %s that something changed meanwhile, and only then',
    async (path) => {
      const { position: heard } = await writeNote(notes)
      const back = (id: string) => listen(path, { 'last-event-id': id })
      const upToDate = await back(String(heard))
      await upToDate.until(': still here')
      const { position } = await writeNote(notes)
      const news = `id: ${position}\nevent: changed\ndata: {"position":"${position}","customer":"acme"}`
      expect((await upToDate.until('data:')).replace(/^: still here\n\n/gm, '').trim()).toBe(news)
      upToDate.leave()
      const anything = `id: ${position}\nevent: changed\ndata: {"position":"${position}"}\n\n`
      for (const id of [String(heard), 'nonsense']) {
        const missed = await back(id)
        expect(await missed.until('data:')).toContain(anything)
        missed.leave()
      }
    },
  )

  it('are limited in number, and free again when a client leaves', async () => {
    const [first] = await Promise.all([listen('/api/v1/changes'), listen('/api/v1/changes')])
    expect((await notes.ask('/api/v1/changes')).body.code).toBe('too-many-streams')
    first.leave()
    let status = 429
    while (status === 429) status = (await listen('/api/v1/changes')).status
    expect(status).toBe(200)
  })

  it('end when the member is gone', async () => {
    const all = await listen('/api/v1/changes')
    notes.core.members.delete('aino')
    expect(await all.rest()).toContain(': still here')
  })

  it('need a token', async () => {
    expect((await notes.ask('/api/v1/changes', { token: '' })).status).toBe(401)
  })
})
