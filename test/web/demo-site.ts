/**
 * The program with the demo group, as a process of its own that serves the web application. Filling it takes half a
 * minute, so that the first of a day does, and all others of the same build begin with a copy.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { launch } from '../e2e/running-program.js'

const lookAgainMs = 50
const patienceMs = 180_000

/** A history ends on its day. */
const filledFolder = (): string =>
  fileURLToPath(new URL(`./filled/${new Date().toISOString().slice(0, 10)}`, import.meta.url))

export class DemoSite {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly running: ReturnType<typeof launch>,
  ) {}

  static async start(): Promise<DemoSite> {
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-web-'))
    const filled = filledFolder()
    const isFilled = existsSync(filled)
    if (isFilled) cpSync(filled, folder, { recursive: true })
    const site = await DemoSite.on(folder)
    if (isFilled) return site
    await site.end()
    keep(folder, filled)
    return DemoSite.on(folder)
  }

  private static async on(folder: string): Promise<DemoSite> {
    const running = launch(folder, { KUMPPANI_DEMO: 'on' })
    const until = Date.now() + patienceMs
    for (;;) {
      const url = /runs at (http\S+)/.exec(running.said.out)?.[1]
      if (url !== undefined) return new DemoSite(url, folder, running)
      if (running.child.exitCode !== null || Date.now() > until) {
        throw new Error(`the demo did not start: ${running.said.out} ${running.said.err}`)
      }
      await pause(lookAgainMs)
    }
  }

  async stop(): Promise<void> {
    await this.end()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async end(): Promise<void> {
    this.running.child.kill('SIGTERM')
    await this.running.ended
  }
}

/** Whoever else filled one meanwhile keeps theirs. */
function keep(folder: string, filled: string): void {
  const beside = `${filled}.${process.pid}`
  mkdirSync(dirname(filled), { recursive: true })
  cpSync(folder, beside, { recursive: true })
  if (existsSync(filled)) rmSync(beside, { recursive: true })
  else renameSync(beside, filled)
}
