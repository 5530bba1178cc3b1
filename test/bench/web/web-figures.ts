/** What `npm run bench -- --web` measures: the web application in a real browser, over the generated data. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { launch } from '../../e2e/running-program.js'
import { openBrowser } from '../../web/browser.js'
import { memberId } from '../data-set/places.js'
import type { Context, Figure, Measured } from '../figure.js'
import { measureAnswering } from './answering.js'
import { measureLoading, type Site } from './loading.js'

const lookAgainMs = 100
const patienceMs = 300_000

const onSite =
  (measure: (site: Site, context: Context) => Promise<Measured[]>) =>
  async (context: Context): Promise<Measured[]> => {
    const { folder } = context.data
    const program = await serving(folder)
    const browser = await openBrowser()
    try {
      return await measure({ browser, url: program.url, folder, member: memberId(1) }, context)
    } finally {
      await browser.close()
      await program.stop()
    }
  }

/** @throws Error when the program ends before it serves, with what it said */
async function serving(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { child, said } = launch(folder)
  const until = Date.now() + patienceMs
  for (;;) {
    const url = /runs at (http\S+)/.exec(said.out)?.[1]
    if (url !== undefined) return { url, stop: () => ended(child) }
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`the program did not serve: ${said.out} ${said.err}`)
    await pause(lookAgainMs)
  }
}

async function ended(child: ReturnType<typeof launch>['child']): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

export const webFigures: readonly Figure[] = [
  { name: 'web-loading', measure: onSite(measureLoading) },
  { name: 'web-answering', measure: onSite(measureAnswering) },
]
