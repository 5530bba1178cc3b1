/**
 * The MongoDB server that suites run against: the one of `READ_STORE_URL`, else one of their own on a free port of
 * this machine, with its data in a temporary folder. It ends with the process that started it, however that ends.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Condition } from '#test/lanes/describe-when.js'
import { mongodbProgram, mongodbPython } from './engine-cache.js'

const startMs = 60_000
const endMs = 10_000
/** Its hosts and options, without a database. */
const urlOfServer = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/
const listening = /listening on (127\.0\.0\.1:\d+)/

/** Ends what it starts with the process that started it. */
const dyingWithUs = ['setpriv', '--pdeathsig', 'SIGTERM', '--'] as const

// Ends with what it reads from, which nobody writes to: the process that started it.
const program = `
import os, signal, sys, threading
def follow():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=follow, daemon=True).start()
from secantus.cli import main
sys.exit(main())`

const builtProgram = (): string | undefined => (process.platform === 'linux' ? mongodbProgram() : undefined)

/** Whether it keeps what it has acknowledged also when it is killed: the package of Python does not. */
export const outlivesKills = (): boolean => builtProgram() !== undefined

/** What is started: the program where it was built, else the package of Python; undefined where there is neither. */
function commandOfServer(): readonly [string, ...string[]] | undefined {
  const built = builtProgram()
  // As acknowledged writes of MongoDB are, those of this one outlast its end too.
  if (built) return [...dyingWithUs, built, '--log-file-max', '16MB', '--sync-on-commit']
  const python = mongodbPython()
  return python === undefined ? undefined : [python, '-c', program]
}

/** For suites that start a server of a kind of their own. */
export const startsMongodb: Condition = {
  holds: commandOfServer() !== undefined,
  otherwise: 'no MongoDB server to start: run "npm run engines" once',
}

/** For suites on a server of their own that is told to end transactions early, which the package of Python cannot be. */
export const endsTransactions: Condition = {
  holds: builtProgram() !== undefined,
  otherwise: 'no MongoDB server that can be told when to end transactions: run "npm run engines -- --build" once',
}

/** Whether there is a server, for suites that are left out without one. */
export const hasMongodb: Condition = {
  holds: Boolean(process.env.READ_STORE_URL) || startsMongodb.holds,
  otherwise: 'no MongoDB server: set READ_STORE_URL, or run "npm run engines" once',
}

interface OfItsOwn {
  folder: string
  /** The port of the last start; 0 before the first. */
  port: string
  args: readonly string[]
  child: ChildProcess | undefined
}

export class MongodbServer {
  private databases = 0

  private constructor(
    private readonly own: OfItsOwn | undefined,
    private readonly options: string,
    private server = '',
  ) {}

  /**
   * @param of.standsAlone of no replica set, and so one of its own in any case
   * @param of.isOwn one that may be halted, also where another was given
   */
  static async start(of: { standsAlone?: boolean; isOwn?: boolean } = {}): Promise<MongodbServer> {
    const { standsAlone = false, isOwn = standsAlone } = of
    const given = process.env.READ_STORE_URL
    if (given && !isOwn) {
      const [, server = '', options = ''] = urlOfServer.exec(given) ?? []
      return new MongodbServer(undefined, options, server)
    }
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-mongodb-'))
    const args = ['--cache-size', '1G', '--log-level', 'INFO', ...(standsAlone ? ['--standalone'] : [])]
    const own = { folder, port: '0', args, child: undefined }
    const started = new MongodbServer(own, standsAlone ? '' : '?replicaSet=secantus')
    try {
      await started.resume()
      return started
    } catch (error) {
      await started.stop()
      throw error
    }
  }

  /** Where one of its own keeps its data. */
  get folder(): string | undefined {
    return this.own?.folder
  }

  /** Names a database that nobody has used. */
  freshUrl(): string {
    this.databases++
    return `${this.server}/kumppani-${process.pid}-${Date.now().toString(36)}-${this.databases}${this.options}`
  }

  /** Takes down one of its own; what it holds stays, as far as it says so. */
  async halt(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { own } = this
    const child = own?.child
    if (!own || !child) return
    const ended = once(child, 'exit')
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), endMs)
    await ended
    clearTimeout(late)
    own.child = undefined
  }

  /** Starts it again where it was. */
  async resume(): Promise<void> {
    const { own } = this
    const command = commandOfServer()
    if (!own || !command) throw new Error(hasMongodb.otherwise)
    const [executable, ...args] = command
    const place = ['--host', '127.0.0.1', '--port', own.port, '--storage-path', own.folder]
    own.child = spawn(executable, [...args, ...place, ...own.args], { stdio: ['pipe', 'pipe', 'pipe'] })
    try {
      const address = await addressOf(own.child)
      own.port = address.slice(address.indexOf(':') + 1)
      this.server = `mongodb://${address}`
    } catch (error) {
      if (own.child.exitCode !== null || own.child.pid === undefined) own.child = undefined
      throw error
    }
  }

  /** What was put into a server that was given stays there. */
  async stop(): Promise<void> {
    await this.halt()
    if (this.own) rmSync(this.own.folder, { recursive: true, force: true })
  }
}

/** @throws Error with what it said, when it does not come to listen */
async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  const failed = (why: string) => reject(new Error(`the MongoDB server for tests ${why}:\n${said}`))
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece) => {
      // Once it listens it is read on, so that it can go on saying things.
      if (said.length < 20_000) said += piece
      const [, address] = listening.exec(said) ?? []
      if (address) resolve(address)
    })
  child.once('error', ({ message }) => failed(`cannot be started (${message})`))
  child.once('exit', (code) => failed(`ended with ${code}`))
  const late = setTimeout(() => failed(`did not listen within ${startMs} ms`), startMs)
  try {
    return await promise
  } finally {
    clearTimeout(late)
  }
}
