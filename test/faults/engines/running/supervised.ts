/**
 * One of our programs as a process of its own, looked after as a supervisor does: whenever it ends, it is started
 * again on its own folder. It ends with whoever started it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { LocalIssuer } from '#platform/identity/local-issuer.js'

export type ProgramKind = 'recorder' | 'projector' | 'insights' | 'relay'

export interface ProgramToRun {
  kind: ProgramKind
  /** By which it is known here: there are several of a kind. */
  as: string
  folder: string
  environment: Readonly<Record<string, string>>
}

const launching = new URL('../../../../../apps/kumppani/launch/', import.meta.url)
/** With what the launcher starts programs. */
const launched = JSON.parse(readFileSync(new URL('small-memory.json', launching), 'utf8')) as {
  flags: string[]
  environment: Record<string, string>
}
const follow = `--import=${new URL('follow.mjs', launching).href}`
const quiet = ['ExperimentalWarning', 'TimeoutNegativeWarning'].map((warning) => `--disable-warning=${warning}`)
const mainOf = (kind: ProgramKind): string =>
  fileURLToPath(new URL(`../../../../apps/${kind}/main.js`, import.meta.url))

const untilStartedAgainMs = 200
const lookAgainMs = 25
const stopMs = 20_000
const mostHeard = 4_000

export class Supervised {
  private child: ChildProcess | undefined
  private wasKilled = false
  private isStopping = false
  private kept: Promise<void> = Promise.resolve()
  private readonly tokens = new Map<string, string>()
  private further: Readonly<Record<string, string>> = {}
  /** The end of all that it printed. */
  private said = ''
  /** What it said each time that it ended by itself. */
  readonly ends: string[] = []

  constructor(private readonly o: ProgramToRun) {
    mkdirSync(o.folder, { recursive: true })
  }

  get kind(): ProgramKind {
    return this.o.kind
  }

  get as(): string {
    return this.o.as
  }

  start(): void {
    this.kept = this.keepRunning()
  }

  /** Where it serves by now; undefined while it does not. */
  url(): string | undefined {
    const { kind, folder } = this.o
    const told = toldIn(join(folder, kind === 'relay' ? 'relay' : '', 'running.json'))
    return this.child && told.pid === this.child.pid ? (told.address ?? undefined) : undefined
  }

  /** @throws Error when it does not come to serve by then, by `performance.now()` */
  async serving(untilMs: number): Promise<string> {
    for (;;) {
      const url = this.url()
      if (url !== undefined) return url
      if (performance.now() > untilMs) throw new Error(`${this.as} does not serve: ${this.ends.at(-1) ?? this.said}`)
      await delay(lookAgainMs)
    }
  }

  async token(member: string): Promise<string> {
    const token = this.tokens.get(member) ?? (await (await LocalIssuer.open(this.o.folder)).tokenFor(member)).token
    this.tokens.set(member, token)
    return token
  }

  /** As a failing machine does; resolves once the process is gone, and it is started again. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child) return
    this.wasKilled = true
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** Ends in order, and is started again with that in its environment as well. */
  async restartWith(further: Readonly<Record<string, string>>): Promise<void> {
    this.further = further
    this.wasKilled = true
    await this.end()
  }

  /** It does nothing and knows nothing of it until it is woken. */
  freeze(): void {
    this.child?.kill('SIGSTOP')
  }

  wake(): void {
    this.child?.kill('SIGCONT')
  }

  async stop(): Promise<void> {
    this.isStopping = true
    await this.end()
    await this.kept
  }

  private async end(): Promise<void> {
    const { child } = this
    if (!child) return
    const gone = once(child, 'exit')
    this.wake()
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), stopMs)
    await gone
    clearTimeout(late)
  }

  private async keepRunning(): Promise<void> {
    while (!this.isStopping) {
      const said = await this.run()
      if (!this.wasKilled && !this.isStopping) this.ends.push(said)
      this.wasKilled = false
      await delay(untilStartedAgainMs)
    }
  }

  private hear(piece: Buffer): void {
    this.said = `${this.said}${piece}`.slice(-mostHeard)
  }

  /** From start to end of one process; resolves with the first line that it said of why it ended. */
  private async run(): Promise<string> {
    const { kind, folder, environment } = this.o
    const child = spawn(process.execPath, [...quiet, follow, ...launched.flags, mainOf(kind)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        ...launched.environment,
        ...{ KUMPPANI_DATA: folder, KUMPPANI_DEMO: 'off', PORT: '0', LOG_LEVEL: 'warn' },
        ...environment,
        ...this.further,
      },
    })
    this.child = child
    let errors = ''
    child.stdout?.on('data', (piece) => this.hear(piece))
    child.stderr?.on('data', (piece) => (errors = `${errors}${piece}`.slice(0, mostHeard)))
    const [code] = await once(child, 'close')
    this.child = undefined
    return `exit ${code}: ${errors.trim().split('\n')[0] ?? ''}`
  }
}

/** What a program says of itself; it stands there whole or not at all. */
function toldIn(file: string): { pid?: number; address?: string | null } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string | null }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
