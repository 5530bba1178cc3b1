/** The stand-in of EventStoreDB as a process that can be killed and started again where it was, with the log it had. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./main.js', import.meta.url))
const listening = /listening on 127\.0\.0\.1:(\d+)/

export class StandInProcess {
  private constructor(
    private readonly folder: string,
    private child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(folder: string): Promise<StandInProcess> {
    const { child, port } = await begun(folder, 0)
    return new StandInProcess(folder, child, port)
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`
  }

  /** As a power cut ends it, but for what the system has yet to write. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await once(this.child, 'exit')
  }

  async startAgain(): Promise<void> {
    this.child = (await begun(this.folder, this.port)).child
  }

  /** Neither answers nor ends until it is let go on. */
  freeze(): void {
    this.child.kill('SIGSTOP')
  }

  thaw(): void {
    this.child.kill('SIGCONT')
  }
}

async function begun(folder: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const args = [program, '--folder', folder, '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let said = ''
  child.stdout.on('data', (piece) => {
    said += piece
    const [, at] = listening.exec(said) ?? []
    if (at) resolve(Number(at))
  })
  child.once('exit', (code) => reject(new Error(`the stand-in of EventStoreDB ended with ${code}`)))
  return { child, port: await promise }
}
