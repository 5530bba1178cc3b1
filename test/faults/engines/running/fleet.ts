/** All our processes, two of each kind, on engines that they share: who serves, who is asked, and what became of them. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { JsonObject } from '#kernel'
import { type ProgramKind, Supervised } from './supervised.js'

export interface Answer {
  status: number
  body: JsonObject
}

export interface Request {
  as?: string
  /** As JSON unless it is a text. */
  body?: object | string
  key?: string
  patienceMs?: number
}

/** What a request ends with that had no answer: the process is gone, or held up. */
export const noAnswer = 0

export const administrator = 'admin'
const answerMs = 20_000
const startMs = 240_000
const lookAgainMs = 100

export class Fleet {
  private readonly all: Supervised[] = []

  constructor(private readonly folder: string) {}

  /** @param kinds as often as there are to be processes of one */
  start(
    kinds: readonly ProgramKind[],
    environmentOf: (kind: ProgramKind, nth: number) => Record<string, string>,
  ): void {
    for (const kind of kinds) {
      const nth = this.of(kind).length + 1
      const as = `${kind}-${nth}`
      const process = new Supervised({
        ...{ kind, as, folder: join(this.folder, as) },
        environment: environmentOf(kind, nth),
      })
      this.all.push(process)
      process.start()
    }
  }

  of(kind: ProgramKind): Supervised[] {
    return this.all.filter((process) => process.kind === kind)
  }

  get processes(): readonly Supervised[] {
    return this.all
  }

  /** @throws Error naming one that does not come to serve */
  async allServe(): Promise<void> {
    const untilMs = performance.now() + startMs
    await Promise.all(this.all.map((process) => process.serving(untilMs)))
  }

  /** Status 0 where the process does not serve, breaks the connection, or says nothing in time. */
  async ask(process: Supervised, path: string, request: Request = {}): Promise<Answer> {
    const { as = administrator, body, key = randomUUID(), patienceMs = answerMs } = request
    const url = process.url()
    if (url === undefined) return { status: noAnswer, body: {} }
    const isText = typeof body === 'string'
    const headers = {
      authorization: `Bearer ${await process.token(as)}`,
      ...(body !== undefined && {
        'idempotency-key': key,
        'content-type': isText ? 'application/octet-stream' : 'application/json',
      }),
    }
    const sent = body === undefined ? {} : { method: 'POST', body: isText ? body : JSON.stringify(body) }
    try {
      const signal = AbortSignal.timeout(patienceMs)
      const response = await fetch(`${url}/api/v1${path}`, { ...sent, headers, signal })
      return { status: response.status, body: (await response.json()) as JsonObject }
    } catch (error) {
      // The connection broke, in the middle of an answer perhaps, or the time was up.
      const { name } = error as Error
      if (error instanceof TypeError || error instanceof SyntaxError || name === 'TimeoutError') {
        return { status: noAnswer, body: {} }
      }
      throw error
    }
  }

  /**
   * Asks those of a kind in turn until one has an answer that settles it.
   * @throws Error with the last answer when none has within `withinMs`
   */
  async settle(
    kind: ProgramKind,
    path: string,
    { settled, withinMs, ...request }: Request & { settled: (answer: Answer) => boolean; withinMs: number },
  ): Promise<Answer & { by: Supervised }> {
    const key = randomUUID()
    let last: Answer | undefined
    for (const untilMs = performance.now() + withinMs; performance.now() < untilMs; await delay(lookAgainMs)) {
      for (const by of this.of(kind)) {
        last = await this.ask(by, path, { key, ...request })
        if (settled(last)) return { ...last, by }
      }
    }
    throw new Error(`no ${kind} settled ${path}: ${JSON.stringify(last)}`)
  }

  /** A write that must succeed, by whichever recorder. */
  async write(path: string, body: object | string, as?: string): Promise<JsonObject> {
    const written = await this.settle('recorder', path, {
      ...{ body, withinMs: 60_000, ...(as && { as }) },
      settled: ({ status }) => status >= 200 && status < 500,
    })
    if (written.status >= 300) throw new Error(`${path} answered ${JSON.stringify(written.body)}`)
    return written.body
  }

  /** Those that ended by themselves and were started again: how often, by kind and what they said. */
  ends(): Map<string, number> {
    const counted = new Map<string, number>()
    for (const { kind, ends } of this.all)
      for (const end of ends) counted.set(`${kind}: ${end}`, (counted.get(`${kind}: ${end}`) ?? 0) + 1)
    return counted
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((process) => process.stop()))
  }
}
