/** The interface over the notes, running on a free port of loopback, with a client for specs. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { MemorySessions } from '#engines/embedded/memory-sessions.js'
import type { JsonObject } from '#kernel'
import { allOf, type HttpOptions, startHttp } from '#platform/http/start-http.js'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { type NotesCore, openNotesCore } from './notes-core.js'

export interface Answered {
  status: number
  headers: Headers
  body: JsonObject
}

interface Asked {
  method?: string
  /** Sent as JSON unless it is a text. */
  body?: unknown
  headers?: Record<string, string>
  /** Undefined: Aino's; '' for none. */
  token?: string
}

export interface RunningNotes {
  url: string
  core: NotesCore
  issuer: LocalIssuer
  /** Aino's. */
  token: string
  /** Everything logged so far. */
  logged(): string
  ask(path: string, asked?: Asked): Promise<Answered>
  /** A write with a key of its own unless one is given. */
  write(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
  close(): Promise<void>
}

/** Over a core of its own unless one is given. */
export async function runNotes(options: Partial<HttpOptions> & { core?: NotesCore } = {}): Promise<RunningNotes> {
  const folder = mkdtempSync(join(tmpdir(), 'notes-http-'))
  const core = options.core ?? openNotesCore()
  const issuer = await LocalIssuer.open(folder)
  const lines: string[] = []
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const demoMembers = async (language: string) => [{ id: 'aino', name: 'Aino', about: `Sales, in ${language}` }]
  const http = await startHttp({
    ...allOf(core),
    settings: { host: '127.0.0.1', port: 0 },
    identity: { kind: 'local', issuer, demoMembers, sessions: new MemorySessions() },
    log: pino({ level: 'debug' }, sink),
    version: '0.0.0',
    ...options,
  })
  const { token: own } = await issuer.tokenFor('aino')
  const ask = async (path: string, { method, body, headers, token = own }: Asked = {}): Promise<Answered> => {
    const isText = typeof body === 'string'
    const response = await fetch(http.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } }
  }
  return {
    url: http.url,
    core,
    issuer,
    token: own,
    logged: () => lines.join(''),
    ask,
    write: (path, body = {}, headers = {}) =>
      ask(path, { body, headers: { 'idempotency-key': randomUUID(), ...headers } }),
    close: async () => {
      await http.close()
      await core.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Writes a note about a customer. @returns its id and the position of its event */
export async function writeNote(notes: RunningNotes, body: JsonObject = {}): Promise<{ id: string; position: string }> {
  const answered = await notes.write('/api/v1/notes', { customer: 'acme', title: 'Cold room', ...body })
  if (answered.status !== 201) throw new Error(`writing a note answered ${JSON.stringify(answered.body)}`)
  return answered.body as { id: string; position: string }
}
