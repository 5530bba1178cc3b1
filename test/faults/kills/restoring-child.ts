/** `kumppani restore --replace` as a process that can be killed, and the program started on what it leaves. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { RunningProgram } from '../../harness/running-program.js'

const commandLine = fileURLToPath(new URL('../../../apps/kumppani/command-line/main.js', import.meta.url))

export class RestoringChild {
  /** About as long it loads what it runs. */
  static readonly loadsMs = 600
  said = ''

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {}

  /** @returns its code, or null where it was killed */
  async killedAfter(ms: number): Promise<number | null> {
    const child = this.begin()
    const ended = once(child, 'close')
    await delay(ms)
    child.kill('SIGKILL')
    const [code] = await ended
    return code as number | null
  }

  async whole(): Promise<number | null> {
    const [code] = await once(this.begin(), 'close')
    return code as number | null
  }

  /** What becomes of a start now: `runs`, or the code with which it is refused. @throws Error where it is no refusal */
  async startBetween(): Promise<string> {
    const outcome = await RunningProgram.launch({ folder: this.folder }).running
    if (outcome instanceof RunningProgram) {
      await outcome.stop()
      return 'runs'
    }
    if (outcome.code === 9) return 'refused'
    throw new Error(`after a restore that was killed the program ended with ${outcome.code}: ${outcome.said}`)
  }

  private begin() {
    const args = ['--disable-warning=ExperimentalWarning', commandLine, 'restore', this.from, '--replace']
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, KUMPPANI_DATA: this.folder, KUMPPANI_DEMO: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.said = ''
    for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => (this.said += String(chunk)))
    return child
  }
}
