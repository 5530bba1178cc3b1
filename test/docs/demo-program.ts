/** The program with the demo group as a child process, and a shell in which a page's commands are run against it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fillDemo } from '../e2e/filled-demo.js'

/** What the pages call the program. */
const shownAddress = /http:\/\/(localhost|127\.0\.0\.1):3000/g
/** What they call the brokers of a Kafka. */
const shownBrokers = /localhost:9092/g

/** What commands find beside the program. */
export interface Beside {
  /** A folder of programs that are found first. */
  programs?: string
  /** Of a Kafka: `127.0.0.1:41234`. */
  brokers?: string
}

export class DemoProgram {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    private readonly url: string,
    private readonly beside: Beside,
  ) {}

  /** @param root of the built checkout */
  static async start(root: string, beside: Beside = {}): Promise<DemoProgram> {
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-docs-'))
    const bin = join(folder, 'node_modules/.bin/kumppani')
    mkdirSync(dirname(bin), { recursive: true })
    symlinkSync(join(root, 'apps/kumppani/kumppani.mjs'), bin)
    await fillDemo(join(folder, 'data'))
    const main = join(root, 'dist/apps/kumppani/main.js')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
      env: { ...environmentOf(folder), PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return new DemoProgram(folder, child, await addressOf(child), beside)
  }

  /** Of the group. */
  get dataFolder(): string {
    return join(this.folder, 'data')
  }

  /** Puts a file beside the commands. */
  write(name: string, content: Buffer | string): void {
    writeFileSync(join(this.folder, name), content)
  }

  /**
   * Runs blocks one after the other in one shell, so that variables carry over.
   * @returns what each wrote to its standard output
   * @throws Error at the first that fails, with what it said
   */
  async run(blocks: readonly string[]): Promise<string[]> {
    const script = blocks.map((block, at) => {
      const here = block.trimEnd().replace(shownAddress, this.url)
      const commands = here.replace(shownBrokers, (shown) => this.beside.brokers ?? shown)
      return `{\n${commands}\n} >${at}.out 2>${at}.err || { echo "block ${at} ended with $?:"; cat ${at}.out ${at}.err; exit 1; }`
    })
    const shell = spawn('bash', ['-u', '-c', script.join('\n')], {
      cwd: this.folder,
      env: { ...environmentOf(this.folder), PATH: this.path },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said, [code]] = await Promise.all([text(shell.stdout), once(shell, 'exit')])
    if (code !== 0) throw new Error(said)
    return blocks.map((_, at) => readFileSync(join(this.folder, `${at}.out`), 'utf8'))
  }

  private get path(): string {
    const { PATH = '' } = process.env
    return this.beside.programs === undefined ? PATH : `${this.beside.programs}${delimiter}${PATH}`
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Settings of whoever runs the tests do not reach the program. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('KUMPPANI_'))
  return { ...Object.fromEntries(own), KUMPPANI_DATA: join(folder, 'data'), LOG_LEVEL: 'warn' }
}

/** Where the program says it runs. @throws Error when it ends before it says so */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the program has no output')
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /runs at (http\S+)/.exec(line) ?? []
    if (url !== undefined) {
      stdout.resume()
      return url
    }
  }
  throw new Error('the program ended before it served')
}
