/** The real program as a process of its own, on a folder and a port of its own: what specs of the whole thing talk to. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { JsonObject } from '#kernel'
import { LocalIssuer } from '#platform/identity/local-issuer.js'

/** One of the programs that can be deployed. */
export type ProgramName = 'kumppani' | 'recorder' | 'projector' | 'insights' | 'relay'

const mainOf = (name: ProgramName): string => fileURLToPath(new URL(`../../apps/${name}/main.js`, import.meta.url))

const commandLine = fileURLToPath(new URL('../../apps/kumppani/command-line/main.js', import.meta.url))
const lookAgainMs = 20

export interface Answered {
  status: number
  body: JsonObject
}

/** How a process ended, and what it said on the way. */
export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface Asked {
  as?: string
  method?: string
  /** Sent as JSON unless it is a text or bytes. */
  body?: unknown
  key?: string
  headers?: Record<string, string>
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'kumppani-e2e-'))

/** Starts the program; `ended` resolves when its process has gone. */
export function launch(
  folder: string,
  environment: Record<string, string> = {},
  args: readonly string[] = [mainOf('kumppani')],
) {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH,
      KUMPPANI_DATA: folder,
      KUMPPANI_DEMO: 'off',
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk) => (said.out += String(chunk)))
  child.stderr?.on('data', (chunk) => (said.err += String(chunk)))
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })))
  return { child, ended, said }
}

/** Runs `kumppani <args>` to its end, against whatever holds the folder. */
export const command = (folder: string, args: readonly string[], environment: Record<string, string> = {}) =>
  launch(folder, environment, ['--disable-warning=ExperimentalWarning', commandLine, ...args]).ended

/** A request, with a key of its own for a write unless one is given. */
export async function send(url: string, { method, body, key, headers }: Asked, token: string): Promise<Answered> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const verb = method ?? (body === undefined ? 'GET' : 'POST')
  const response = await fetch(url, {
    method: verb,
    headers: {
      authorization: `Bearer ${token}`,
      ...(verb !== 'GET' && { 'idempotency-key': key ?? randomUUID() }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: isJson ? JSON.parse(text) : { text } }
}

export class RunningProgram {
  private readonly tokens = new Map<string, string>()

  private constructor(
    readonly folder: string,
    readonly url: string,
    private readonly of: { issuer: LocalIssuer; running: ReturnType<typeof launch> },
  ) {}

  /** On a new folder unless one is given. @throws Error when it ends instead of running */
  static async start(
    folder = newFolder(),
    environment: Record<string, string> = {},
    name: ProgramName = 'kumppani',
  ): Promise<RunningProgram> {
    const running = launch(folder, environment, [mainOf(name)])
    let end: Ended | undefined
    void running.ended.then((ended) => (end = ended))
    let url: string | undefined
    while (url === undefined) {
      if (end) throw new Error(`the program ended with ${end.code}: ${end.err}`)
      url = addressOf(running.child.pid, join(folder, 'running.json'))
      if (url === undefined) await pause(lookAgainMs)
    }
    return new RunningProgram(folder, url, { issuer: await LocalIssuer.open(folder), running })
  }

  get pid(): number {
    const { pid } = this.of.running.child
    if (pid === undefined) throw new Error('the program was not started')
    return pid
  }

  async token(member: string): Promise<string> {
    const token = this.tokens.get(member) ?? (await this.of.issuer.tokenFor(member)).token
    this.tokens.set(member, token)
    return token
  }

  /** Asks under the API's root, as the first administrator unless told otherwise. */
  async ask(path: string, asked: Asked = {}): Promise<Answered> {
    return send(`${this.url}/api/v1${path}`, asked, await this.token(asked.as ?? 'admin'))
  }

  /** A write that must succeed, seen by every read after it. */
  async write(path: string, body: object, asked: Asked = {}): Promise<JsonObject> {
    const answered = await this.ask(path, { body, ...asked })
    if (answered.status >= 300) throw new Error(`${path} answered ${JSON.stringify(answered.body)}`)
    const { position } = answered.body
    if (Number(position) > 0) await this.ask(`/units?after=${position}`)
    return answered.body
  }

  /** Opens a country's company with its one unit. */
  async country(code: string, subsidiary: object): Promise<void> {
    await this.write(`/subsidiaries/${code}`, { name: code.toUpperCase(), ...subsidiary })
    await this.write(`/units/${code}`, { subsidiary: code, name: code.toUpperCase() })
  }

  async member(id: string, unit: string, role: string): Promise<void> {
    const ofUnit = ['member', 'manager', 'integration'].includes(role)
    await this.write(`/members/${id}`, { name: `Name of ${id}`, function: 'sales', unit, language: 'en' })
    await this.write(`/members/${id}/roles`, ofUnit ? { role, unit } : { role })
  }

  /** As Ctrl-C does. */
  stop(): Promise<Ended> {
    this.of.running.child.kill('SIGINT')
    return this.of.running.ended
  }

  /** As a failing machine does. */
  async kill(): Promise<void> {
    this.of.running.child.kill('SIGKILL')
    await this.of.running.ended
  }

  /** Holds it up, or lets it go on. */
  signal(signal: NodeJS.Signals): void {
    this.of.running.child.kill(signal)
  }

  /** What it has printed. */
  said(): string {
    return this.of.running.said.out
  }

  async discard(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Another process may have left its own. */
function addressOf(pid: number | undefined, file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const told = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string | null }
  return told.pid === pid ? (told.address ?? undefined) : undefined
}
