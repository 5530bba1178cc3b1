/** The load generator, a process of its own: does one job and tells what came of it. */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Connection } from './connection.js'
import type { Job, Outcome } from './job.js'

/** Whoever waited too long for what was recorded asks again. */
const notYetVisible = 503

/** One of those that ask beside each other. */
interface Caller {
  writing: Connection
  /** The same where both go to one place. */
  reading: Connection
}

class Load {
  private readonly outcome: Outcome = { answered: 0, refused: {}, seconds: 0, latenciesMs: [], position: 0 }
  private asked = 0
  private readonly startedMs = performance.now()

  constructor(private readonly job: Job) {}

  async run(): Promise<Outcome> {
    const { connections } = this.job
    const open = await Promise.all(Array.from({ length: connections }, () => this.opened()))
    await Promise.all(open.map((caller) => this.askOn(caller)))
    for (const { writing, reading } of open) for (const each of new Set([writing, reading])) each.close()
    this.outcome.seconds = (performance.now() - this.startedMs) / 1000
    this.outcome.latenciesMs.sort((a, b) => a - b)
    return this.outcome
  }

  private async opened(): Promise<Caller> {
    const { url, readsAt } = this.job
    const writing = await Connection.open(url)
    return { writing, reading: readsAt ? await Connection.open(readsAt.url) : writing }
  }

  private async askOn(caller: Caller): Promise<void> {
    while (performance.now() - this.startedMs < this.job.durationMs) {
      const turn = this.asked++
      await this.itsTime(turn)
      await this.ask(caller, turn)
    }
  }

  /** At a given rate, requests keep to their times: one that is late does not put off those after it. */
  private async itsTime(turn: number): Promise<void> {
    if (this.job.perSecond === undefined) return
    const waitMs = this.startedMs + (turn * 1000) / this.job.perSecond - performance.now()
    if (waitMs > 0) await delay(waitMs)
  }

  private async ask({ writing, reading }: Caller, turn: number): Promise<void> {
    const { requests, tokens, untilVisibleIn, readsAt } = this.job
    const request = requests[turn % requests.length] as Job['requests'][number]
    const token = tokens[turn % tokens.length] as string
    let fromMs = performance.now()
    const { status, position } = await writing.ask({
      ...request,
      token,
      ...(request.method === 'POST' && { key: randomUUID() }),
    })
    let seen = status
    if (untilVisibleIn !== undefined && status < 300) {
      fromMs = performance.now()
      const path = pathOf(untilVisibleIn, request.body, position)
      const as = readsAt?.tokens[turn % readsAt.tokens.length] ?? token
      do seen = (await reading.ask({ method: 'GET', path, token: as })).status
      while (seen === notYetVisible)
    }
    this.note(seen, performance.now() - fromMs)
    this.outcome.position = Math.max(this.outcome.position, position)
  }

  private note(status: number, ms: number): void {
    if (status >= 300) this.outcome.refused[status] = (this.outcome.refused[status] ?? 0) + 1
    else {
      this.outcome.answered++
      this.outcome.latenciesMs.push(ms)
    }
  }
}

function pathOf(path: string, body: string | undefined, position: number): string {
  const { customers } = JSON.parse(body ?? '{}') as { customers?: string[] }
  return `${path.replace(':customer', customers?.[0] ?? '')}?after=${position}`
}

process.once('message', (job: Job) => {
  void new Load(job).run().then(
    (outcome) => process.send?.(outcome, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`bench: the load broke off: ${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
