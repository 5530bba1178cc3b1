/**
 * A session of the command line: it talks to the program that holds the data folder, or, where none
 * runs, starts one for as long as the command takes.
 */
import { randomUUID } from 'node:crypto'
import { say, spoken, type TextLanguage } from '#kernel'
import { findRunning, readSettings, StartRefused } from '#platform/config'
import { type IssuedToken, LocalIssuer } from '#platform/identity/local-issuer.js'
import type { Program } from '../running/program.js'
import { RefusedRequest } from './refused.js'
import { ownLine } from './telling/lines.js'

export interface Answered {
  body: unknown
  headers: Headers
}

export interface OpenedFor {
  /** Member; by default the first administrator. */
  as?: string | undefined
  /** Of answers; the member’s own unless told. */
  language?: string | undefined
  /** Whether a program reads them. */
  json?: boolean | undefined
}

/** How a member reads. */
export interface OwnReading {
  /** ISO 639-1. */
  language: string
  /** IANA. */
  timeZone: string
}

export class Session {
  private own: Promise<OwnReading> | undefined

  private constructor(
    private readonly address: string,
    /** What it acts by. */
    readonly issued: IssuedToken,
    private readonly program: Program | undefined,
    private readonly by: Pick<OpenedFor, 'language' | 'json'>,
  ) {}

  /** The member it acts as. */
  get member(): string {
    return this.issued.member
  }

  /**
   * @throws StartRefused when nothing runs and the data folder holds no group: a question founds none
   */
  static async open({ as, language, json = false }: OpenedFor): Promise<Session> {
    const settings = readSettings(process.env)
    const running = findRunning(settings.dataFolder)
    if (running && !running.address)
      throw new StartRefused(
        'dataFolderHeld',
        ownLine('not-listening', { pid: running.pid, folder: settings.dataFolder }),
      )
    const program = running ? undefined : await startQuietly()
    try {
      const announced = running ?? findRunning(settings.dataFolder)
      const member = as ?? announced?.operator
      if (member === undefined) throw new StartRefused('usage', ownLine('no-administrator'))
      const issued = await (await LocalIssuer.open(settings.dataFolder)).tokenFor(member)
      return new Session(announced?.address ?? program?.url ?? '', issued, program, { language, json })
    } catch (error) {
      await program?.stop()
      throw error
    }
  }

  /** @throws Refused when whom it acts as is no member */
  async requireMember(): Promise<void> {
    try {
      await this.get('/group')
    } catch (error) {
      // Whatever else is refused is refused to a member.
      if (!(error instanceof RefusedRequest) || error.status === 401) throw error
    }
  }

  /** As the member reads; whoever is none here, like those who run it, reads English. */
  reading(): Promise<OwnReading> {
    this.own ??= this.request('GET', '/me').then(({ body }) => body as OwnReading, orEnglish)
    return this.own
  }

  /** In which it speaks: as asked for, else the member’s own. */
  async language(): Promise<TextLanguage> {
    return spoken(this.by.language ?? (await this.reading()).language)
  }

  get(path: string, query: Record<string, string | undefined> = {}): Promise<Answered> {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const search = new URLSearchParams(given).toString()
    return this.send('GET', search === '' ? path : `${path}?${search}`)
  }

  /** An answer to be shown: in words, unless programs read it. */
  read(path: string, query: Record<string, string | undefined> = {}): Promise<Answered> {
    return this.get(path, { ...query, ...(!this.by.json && { words: 'true' }) })
  }

  post(path: string, body: object = {}): Promise<Answered> {
    return this.send('POST', path, JSON.stringify(body))
  }

  /** Work of which the answer is to be shown, likewise. */
  done(path: string, body?: object): Promise<Answered> {
    return this.post(this.by.json ? path : `${path}?words=true`, body)
  }

  /** Sends a file as it is. */
  upload(path: string, content: ReadableStream): Promise<Answered> {
    return this.send('POST', path, content, 'application/octet-stream')
  }

  private async send(method: string, path: string, body?: string | ReadableStream, type?: string): Promise<Answered> {
    try {
      return await this.request(method, path, body, type)
    } catch (error) {
      throw error instanceof RefusedRequest ? error.of(this.member, await this.language()) : error
    }
  }

  private async request(
    method: string,
    path: string,
    body?: string | ReadableStream,
    type = 'application/json',
  ): Promise<Answered> {
    const response = await this.answerTo(path, {
      method,
      body,
      headers: {
        Authorization: `Bearer ${this.issued.token}`,
        ...(body !== undefined && { 'Content-Type': type, 'Idempotency-Key': randomUUID() }),
        ...(this.by.language !== undefined && { 'Accept-Language': this.by.language }),
      },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit)
    const text = await response.text()
    const answered = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    if (!response.ok) throw new RefusedRequest(response.status, answered, spoken(this.by.language))
    return { body: answered, headers: response.headers }
  }

  private async answerTo(path: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.address}/api/v1${path}`, request)
    } catch (error) {
      const { cause, message } = error as Error
      const why = cause instanceof Error ? cause.message : message
      const detail = say(ownLine('no-answer', { address: this.address, why }), spoken(this.by.language))
      throw new RefusedRequest(503, { detail })
    }
  }

  async close(): Promise<void> {
    await this.program?.stop()
  }
}

function orEnglish(error: unknown): OwnReading {
  if (error instanceof RefusedRequest) return { language: 'en', timeZone: 'UTC' }
  throw error
}

/**
 * The program for the time of one command: on a free port of loopback, saying nothing but its progress.
 * It is loaded only where none runs: it is most of what a command would wait for.
 */
async function startQuietly(): Promise<Program> {
  const { requireGroup } = await import('#engines')
  const { readConfiguration } = await import('#services/configuration')
  const settings = { ...readConfiguration(process.env), port: 0, logLevel: 'warn' as const }
  requireGroup(settings.engines)
  const { Program } = await import('../running/program.js')
  return Program.start(settings, { onStep: (line) => process.stderr.isTTY && process.stderr.write(`${line}\n`) })
}
