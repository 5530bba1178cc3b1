/** The real program as a child process on a folder of its own, for lanes that load it or kill it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface ProgramOptions {
  folder: string
  /** For Node, before the entry. */
  flags?: readonly string[]
  /** Another entry than the program's own. */
  entry?: URL
  /** User to run as; needs the right to do so. */
  uid?: number
  environment?: Readonly<Record<string, string>>
}

/** How a program ended that did not come to run. */
export interface RefusedStart {
  code: number | null
  /** What it said on both outputs. */
  said: string
}

const main = new URL('../../apps/kumppani/main.js', import.meta.url)
/** With what the launcher starts it. */
const launched = JSON.parse(
  readFileSync(new URL('../../../apps/kumppani/launch/small-memory.json', import.meta.url), 'utf8'),
) as { flags: string[]; environment: Record<string, string> }
const runs = /^Kumppani runs at (\S+)/m

export class RunningProgram {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    private readonly folder: string,
  ) {}

  /** A program that has begun to start; `running` resolves with what came of it. */
  static launch(options: ProgramOptions): { child: ChildProcess; running: Promise<RunningProgram | RefusedStart> } {
    const { folder, flags = [], entry = main, uid, environment } = options
    const quiet = ['--disable-warning=ExperimentalWarning', ...launched.flags, ...flags, fileURLToPath(entry)]
    const child = spawn(process.execPath, quiet, {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...launched.environment,
        ...plainEnvironment(),
        KUMPPANI_DATA: folder,
        KUMPPANI_DEMO: 'off',
        PORT: '0',
        ...environment,
      },
      ...(uid !== undefined && { uid, gid: uid }),
    })
    return { child, running: outcomeOf(child) }

    async function outcomeOf(of: ChildProcess): Promise<RunningProgram | RefusedStart> {
      const { promise, resolve } = Promise.withResolvers<RunningProgram | RefusedStart>()
      let said = ''
      for (const output of [of.stdout, of.stderr]) {
        output?.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          const url = runs.exec(said)?.[1]
          if (url !== undefined) resolve(new RunningProgram(of, url, realpathSync(folder)))
        })
      }
      of.once('error', (error) => resolve({ code: null, said: error.message }))
      of.once('close', (code) => resolve({ code, said }))
      return promise
    }
  }

  /** @throws Error with what it said when it does not come to run */
  static async start(options: ProgramOptions): Promise<RunningProgram> {
    const outcome = await RunningProgram.launch(options).running
    if (outcome instanceof RunningProgram) return outcome
    throw new Error(`the program ended with ${outcome.code} before it ran: ${outcome.said}`)
  }

  /** Without warning, as a failing machine would. */
  async kill(): Promise<void> {
    await end(this.child, 'SIGKILL')
  }

  async stop(): Promise<void> {
    await end(this.child, 'SIGTERM')
  }

  /** Resident memory in megabytes, all threads together; `mapped` is what of it are pages of files in the data folder. */
  async memoryMb(): Promise<{ all: number; mapped: number }> {
    const kilobytes = { all: 0, mapped: 0 }
    let isMapped = false
    for (const line of readFileSync(`/proc/${this.child.pid}/smaps`, 'utf8').split('\n')) {
      const mapping = /^[\da-f]+-[\da-f]+ \S+ \S+ \S+ \d+\s*(.*)$/.exec(line)
      if (mapping) isMapped = (mapping[1] ?? '').startsWith(this.folder)
      const resident = Number(/^Rss:\s+(\d+) kB/.exec(line)?.[1] ?? 0)
      kilobytes.all += resident
      if (isMapped) kilobytes.mapped += resident
    }
    return { all: kilobytes.all / 1000, mapped: kilobytes.mapped / 1000 }
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** What the lane itself was told is not for the program. */
function plainEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KUMPPANI_')))
}
