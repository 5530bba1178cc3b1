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
import { mongodbPython } from './engine-cache.js'

const startMs = 60_000
const endMs = 10_000
/** Its hosts and options, without a database. */
const urlOfServer = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/
const listening = /listening on (127\.0\.0\.1:\d+)/

// Ends with what it reads from, which nobody writes to: the process that started it.
const program = `
import os, signal, sys, threading
def follow():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=follow, daemon=True).start()
from secantus.cli import main
sys.exit(main())`

/** For suites that start a server of a kind of their own. */
export const startsMongodb: Condition = {
  holds: mongodbPython() !== undefined,
  otherwise: 'no MongoDB server to start: run "npm run engines" once',
}

/** Whether there is a server, for suites that are left out without one. */
export const hasMongodb: Condition = {
  holds: Boolean(process.env.READ_STORE_URL) || startsMongodb.holds,
  otherwise: 'no MongoDB server: set READ_STORE_URL, or run "npm run engines" once',
}

export class MongodbServer {
  private databases = 0

  private constructor(
    private readonly server: string,
    private readonly options: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** @param standsAlone of no replica set, and so one of its own in any case */
  static async start({ standsAlone = false } = {}): Promise<MongodbServer> {
    const given = process.env.READ_STORE_URL
    if (given && !standsAlone) {
      const [, server = '', options = ''] = urlOfServer.exec(given) ?? []
      return new MongodbServer(server, options, async () => undefined)
    }
    const python = mongodbPython()
    if (!python) throw new Error(hasMongodb.otherwise)
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-mongodb-'))
    const data = ['--storage-path', folder, '--cache-size', '1G']
    const args = ['-c', program, '--host', '127.0.0.1', '--port', '0', ...data, '--log-level', 'INFO']
    if (standsAlone) args.push('--standalone')
    const child = spawn(python, args, { stdio: ['pipe', 'ignore', 'pipe'] })
    const ended = once(child, 'exit').catch(() => undefined)
    const end = async () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), endMs)
      await ended
      clearTimeout(late)
      rmSync(folder, { recursive: true, force: true })
    }
    try {
      return new MongodbServer(`mongodb://${await addressOf(child)}`, standsAlone ? '' : '?replicaSet=secantus', end)
    } catch (error) {
      await end()
      throw error
    }
  }

  /** Names a database that nobody has used. */
  freshUrl(): string {
    this.databases++
    return `${this.server}/kumppani-${process.pid}-${Date.now().toString(36)}-${this.databases}${this.options}`
  }

  /** What was put into a server that was given stays there. */
  stop(): Promise<void> {
    return this.end()
  }
}

/** @throws Error with what it said, when it does not come to listen */
async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  const failed = (why: string) => reject(new Error(`the MongoDB server for tests ${why}:\n${said}`))
  child.stderr?.on('data', (piece) => {
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
