/**
 * A session of the command line: it talks to the program that holds the data folder, or, where none
 * runs, starts one for as long as the command takes.
 */
import { randomUUID } from 'node:crypto'
import { findRunning } from '#platform/config/data-folder.js'
import { StartRefused } from '#platform/config/exit-codes.js'
import { readSettings } from '#platform/config/settings.js'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { Program } from '../running/program.js'

export interface Answered {
  body: unknown
  headers: Headers
}

/** A refusal of the program, as a person reads it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: { code?: string; detail?: string; errors?: { sentence: string }[] } & Record<string, unknown>,
  ) {
    const fields = (problem.errors ?? []).map(({ sentence }) => `\n  ${sentence}`).join('')
    super(`${problem.detail ?? `the program answered ${status}`}${fields}`)
    this.name = 'Refused'
  }

  /** The same, saying for whom: the command line acts as somebody else when told. */
  of(member: string): Refused {
    return new Refused(this.status, {
      ...this.problem,
      detail: `${this.problem.detail} (acting as ${member}; say --as <member> for another)`,
    })
  }
}

export class Session {
  private constructor(
    private readonly address: string,
    private readonly token: string,
    /** The member it acts as. */
    readonly member: string,
    private readonly program: Program | undefined,
  ) {}

  /** @param as member; by default the first administrator */
  static async open(as: string | undefined): Promise<Session> {
    const settings = readSettings(process.env)
    const running = findRunning(settings.dataFolder)
    if (running && !running.address)
      throw new StartRefused(
        'dataFolderHeld',
        `process ${running.pid} holds ${settings.dataFolder} and does not listen yet; try again`,
      )
    const program = running ? undefined : await startQuietly()
    const announced = running ?? findRunning(settings.dataFolder)
    const member = as ?? announced?.operator
    if (member === undefined) throw new StartRefused('usage', 'there is no administrator to act as; say --as <member>')
    const issuer = await LocalIssuer.open(settings.dataFolder)
    const { token } = await issuer.tokenFor(member)
    return new Session(announced?.address ?? program?.url ?? '', token, member, program)
  }

  get(path: string, query: Record<string, string | undefined> = {}): Promise<Answered> {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const search = new URLSearchParams(given).toString()
    return this.send('GET', search === '' ? path : `${path}?${search}`)
  }

  post(path: string, body: object = {}): Promise<Answered> {
    return this.send('POST', path, JSON.stringify(body))
  }

  /** Sends a file as it is. */
  upload(path: string, content: ReadableStream): Promise<Answered> {
    return this.send('POST', path, content, 'application/octet-stream')
  }

  private async send(
    method: string,
    path: string,
    body?: string | ReadableStream,
    type = 'application/json',
  ): Promise<Answered> {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      body,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'Content-Type': type, 'Idempotency-Key': randomUUID() }),
      },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit)
    const text = await response.text()
    const answered = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    if (!response.ok) throw new Refused(response.status, answered)
    return { body: answered, headers: response.headers }
  }

  async close(): Promise<void> {
    await this.program?.stop()
  }
}

/** The program for the time of one command: on a free port of loopback, saying nothing but its progress. */
function startQuietly(): Promise<Program> {
  const settings = { ...readSettings(process.env), port: 0, logLevel: 'warn' as const }
  return Program.start(settings, { onStep: (line) => process.stderr.isTTY && process.stderr.write(`${line}\n`) })
}
