/** The program with the demo group, as a process of its own that serves the web application. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoIn, fillDemo } from '../e2e/filled-demo.js'

export class DemoSite {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly running: Awaited<ReturnType<typeof demoIn>>,
  ) {}

  static async start(): Promise<DemoSite> {
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-web-'))
    await fillDemo(folder)
    const running = await demoIn(folder)
    return new DemoSite(running.url, folder, running)
  }

  async stop(): Promise<void> {
    this.running.child.kill('SIGTERM')
    await this.running.ended
    rmSync(this.folder, { recursive: true, force: true })
  }
}
