/**
 * Appends under way on one call to the server, each answered by its own id. Of an answer that comes late, twice, or to
 * nobody nothing is heard; and of one that does not come, its caller hears after a time of our own.
 */
import { randomUUID } from 'node:crypto'
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import type { AppendCall, EventStoreConnection } from '../connection.js'
import { finalRefusal, Silence } from '../failures.js'
import { type AppendAnswer, answerIn, appendRequest, correlationIdOf, type SentAppend } from './append-messages.js'

interface Waiting {
  answer(answer: AppendAnswer): void
  /** By which call it went. */
  call: AppendCall
}

export class AppendSession {
  readonly #waiting = new Map<string, Waiting>()
  #call: Promise<AppendCall> | undefined
  readonly #ended = new WeakSet<AppendCall>()
  /** When anything was last heard, on any call. */
  #heardMs = 0

  /** @param answerMs how long an answer is waited for */
  constructor(
    private readonly connection: EventStoreConnection,
    private readonly answerMs: number,
  ) {}

  /** Once; whoever wants it again asks again. */
  async ask(append: SentAppend): Promise<AppendAnswer> {
    const askedMs = performance.now()
    let call: AppendCall
    try {
      this.#call ??= this.#open()
      call = await this.#call
    } catch (error) {
      return answerOfFailure(error)
    }
    if (this.#ended.has(call)) return { lost: new Error('the call has ended') }
    const id = randomUUID()
    return await new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#waiting.delete(id)
        resolve({ lost: new Silence(this.answerMs) })
        this.#mistrust(call, askedMs)
      }, this.answerMs)
      const answer = (given: AppendAnswer) => {
        clearTimeout(late)
        this.#waiting.delete(id)
        resolve(given)
      }
      this.#waiting.set(id, { answer, call })
      call.write(appendRequest(id, append))
    })
  }

  #open(): Promise<AppendCall> {
    const opening = this.connection.openAppends().then((call) => {
      const end = (error: Error) => {
        this.#ended.add(call)
        if (this.#call === opening) this.#call = undefined
        for (const waiting of [...this.#waiting.values()])
          if (waiting.call === call) waiting.answer(answerOfFailure(error))
      }
      call.on('data', (response) => this.#take(response))
      call.on('error', end)
      call.on('end', () => end(new Error('the server ended the call')))
      call.on('close', () => end(new Error('the call was closed')))
      return call
    })
    opening.catch(() => {
      if (this.#call === opening) this.#call = undefined
    })
    return opening
  }

  #take(response: BatchAppendResp): void {
    this.#heardMs = performance.now()
    const waiting = this.#waiting.get(correlationIdOf(response))
    if (!waiting) return
    try {
      waiting.answer(answerIn(response))
    } catch (error) {
      waiting.answer({ lost: error as Error })
    }
  }

  /** A call on which nothing was heard all the while is none: another connection is made. */
  #mistrust(call: AppendCall, sinceMs: number): void {
    if (this.#heardMs > sinceMs) return
    const current = this.#call
    void current?.then((one) => {
      if (one !== call || this.#call !== current) return
      this.#call = undefined
      return this.connection.renewAppends()
    })
  }
}

function answerOfFailure(error: unknown): AppendAnswer {
  const refused = finalRefusal(error)
  return refused ? { refused } : { lost: error as Error }
}
