/**
 * Topics held against the log and the read models: each published event once, in the order of the log for each key, and
 * tables as the documents are.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { EngineUrls } from '#engines'
import { standingIn } from '../../../e2e/relay/in-the-engines.js'
import { readTopic } from '../../../engines/read-topic.js'
import type { Follower } from './oracle.js'
import { type KeptMessage, TopicsRead } from './topics-read.js'

const lookAgainMs = 250
const patienceMs = 240_000

type Read = Pick<KeptMessage, 'key' | 'value' | 'partition'>

export class Published implements Follower {
  private constructor(
    private readonly o: { brokers: string; prefix: string; engines: EngineUrls },
    private readonly read: TopicsRead,
    private readonly tables: readonly string[],
  ) {}

  /** @param o.engines as they are reached by no network */
  static async start(o: { brokers: string; prefix: string; engines: EngineUrls }): Promise<Published> {
    const tables = Object.keys((await standingIn(o.engines)).tables)
    const topics = ['events', ...tables.map((name) => `state.${name}`)].map((topic) => `${o.prefix}.${topic}`)
    return new Published(o, await TopicsRead.start({ brokers: o.brokers, topics }), tables)
  }

  /** Of the events, by whoever has read along. */
  async wrongAt(untilMs: number): Promise<string[]> {
    const { events } = await standingIn(this.o.engines)
    const wrong = await this.settled(untilMs, () => wrongAmong(this.messages('events'), events))
    return wrong === undefined ? [] : [wrong]
  }

  /** Of the events once more, by one who begins at offset 0, and of the tables. */
  async differences(): Promise<string | undefined> {
    const { brokers, prefix, engines } = this.o
    const untilMs = performance.now() + patienceMs
    const { events, tables } = await standingIn(engines)
    const wrong = wrongAmong(await readTopic({ brokers, topic: `${prefix}.events` }), events)
    if (wrong !== undefined) return wrong
    for (const name of this.tables) {
      const expected = JSON.stringify(sortedByKey(tables[name] ?? {}))
      const different = await this.settled(untilMs, () =>
        JSON.stringify(sortedByKey(tableOf(this.messages(`state.${name}`)))) === expected ? undefined : name,
      )
      if (different !== undefined) return `the table ${name} is not as the documents are`
    }
    return undefined
  }

  stop(): Promise<void> {
    return this.read.stop()
  }

  private messages(topic: string): KeptMessage[] {
    return this.read.of(`${this.o.prefix}.${topic}`)
  }

  /** What comes last is waited for. */
  private async settled(untilMs: number, look: () => string | undefined): Promise<string | undefined> {
    for (;;) {
      const wrong = look()
      if (wrong === undefined || performance.now() > untilMs) return wrong
      await delay(lookAgainMs)
    }
  }
}

function wrongAmong(
  messages: readonly Read[],
  expected: readonly { id: string; position: number }[],
): string | undefined {
  const events = messages.map(({ key, value, partition }) => {
    const { id, position } = JSON.parse(value ?? '{}') as { id: string; position: string }
    return { id, position: Number(position), key, partition }
  })
  const ids = new Set(events.map(({ id }) => id))
  const missing = expected.filter(({ id }) => !ids.has(id)).length
  if (missing > 0) return `${missing} of ${expected.length} events are not in the topic`
  if (events.length !== expected.length) return `the topic holds ${events.length} events, the log ${expected.length}`
  const last = new Map<string, { position: number; partition: number }>()
  for (const { key, position, partition } of events) {
    const before = last.get(key)
    if (before && (before.position >= position || before.partition !== partition)) return `${key} is out of order`
    last.set(key, { position, partition })
  }
  return undefined
}

/** What a consumer holds of a table. */
function tableOf(messages: readonly Read[]): Record<string, unknown> {
  const held: Record<string, unknown> = {}
  for (const { key, value } of messages) {
    if (value === null) delete held[key]
    else held[key] = JSON.parse(value)
  }
  return held
}

const sortedByKey = (rows: Record<string, unknown>): [string, unknown][] =>
  Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1))
