/**
 * What must hold after every fault, once everything has caught up by itself: nothing acknowledged is lost or twice, the
 * order of each caller is kept, every process that answers shows what was acknowledged last, and now and then the read
 * models are held against a clean fold.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { openEventStoreLog } from '#engines/eventstoredb/open.js'
import type { JsonObject, Position } from '#kernel'
import { type Found, Seen } from '../../in-the-log.js'
import type { LastNote, Load } from '../load.js'
import type { Fleet } from '../running/fleet.js'
import type { Supervised } from '../running/supervised.js'
import type { EventStoreEngine } from '../servers/event-store-engine.js'

export interface Looked extends Found {
  /** How long it took until all had caught up, from when nothing more was recorded. */
  caughtUpMs: number
  wrong: string[]
}

const caughtUpMs = 240_000
const lookAgainMs = 100
const isThere = ({ status }: { status: number }): boolean => status === 200

/** Something that follows the log and is to hold what the log holds. */
export interface Follower {
  /** Resolves with what is wrong there after a fault, once it has come so far or had its time. */
  wrongAt(untilMs: number): Promise<string[]>
  /** What is found by a look at everything from the beginning, now and then. */
  differences(): Promise<string | undefined>
}

export class Oracle {
  readonly seen = new Seen()

  constructor(
    private readonly o: {
      fleet: Fleet
      load: Load
      eventStore: Pick<EventStoreEngine, 'directUrl'>
      followers: readonly Follower[]
    },
  ) {}

  /** After the load has ended. */
  async look(): Promise<Looked> {
    const { fleet, load, followers } = this.o
    const beganMs = performance.now()
    const untilMs = beganMs + caughtUpMs
    const wrong: string[] = []
    for (const recorder of fleet.of('recorder')) wrong.push(...(await this.unfinishedAt(recorder, untilMs)))
    const head = await this.readLog()
    const shown = fleet.of('insights').map((insights) => this.shownBy(insights, head, untilMs))
    for (const told of await Promise.all(shown)) wrong.push(...told)
    const tookMs = performance.now() - beganMs
    for (const follower of followers) wrong.push(...(await follower.wrongAt(untilMs)))
    return { ...this.seen.against(load.acknowledged), caughtUpMs: tookMs, wrong }
  }

  /** A clean fold held against the read models, and what follows looked at from the beginning; undefined where all is equal. */
  async differences(): Promise<string | undefined> {
    for (const follower of this.o.followers) {
      const different = await follower.differences()
      if (different !== undefined) return different
    }
    const { status, body } = await this.o.fleet.settle('projector', '/operations/verify', {
      ...{ body: {}, patienceMs: caughtUpMs, withinMs: caughtUpMs },
      settled: isThere,
    })
    if (status === 200 && body.equal) return undefined
    return JSON.stringify((body.differences as JsonObject[]).slice(0, 3))
  }

  private async readLog(): Promise<Position> {
    const log = await openEventStoreLog(this.o.eventStore.directUrl)
    try {
      await this.seen.readOn(log)
      return await log.head()
    } finally {
      await log.close()
    }
  }

  /** What was acknowledged and is still to be recorded of commands of several streams. */
  private async unfinishedAt(recorder: Supervised, untilMs: number): Promise<string[]> {
    for (;;) {
      const { status, body } = await this.o.fleet.ask(recorder, '/operations/processes')
      if (status === 200 && (body.processes as JsonObject[]).length === 0) return []
      if (performance.now() > untilMs) return [`${recorder.as} has unfinished processes: ${JSON.stringify(body)}`]
      await delay(lookAgainMs)
    }
  }

  private async shownBy(insights: Supervised, head: Position, untilMs: number): Promise<string[]> {
    for (;;) {
      const answer = await this.o.fleet.ask(insights, `/units?after=${head}`)
      if (isThere(answer)) break
      if (performance.now() > untilMs) return [`${insights.as} does not come to ${head}: ${JSON.stringify(answer)}`]
    }
    const missing: string[] = []
    for (const note of this.o.load.last.values())
      if (!(await this.isShown(insights, note, head))) missing.push(`${insights.as} does not show ${note.words}`)
    return missing
  }

  private async isShown(insights: Supervised, { member, customer, words }: LastNote, head: Position): Promise<boolean> {
    const path = `/customers/${customer}/timeline?after=${head}&limit=50`
    const { body } = await this.o.fleet.ask(insights, path, { as: member })
    return ((body.rows ?? []) as JsonObject[]).some(({ summary }) => summary === words)
  }
}
