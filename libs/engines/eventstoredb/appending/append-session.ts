/**
 * Appends under way on one call to the server, each answered by its own id. Of an answer that comes twice, or to nobody
 * any more, nothing is heard.
 */
import { randomUUID } from 'node:crypto'
import type { AppendCall, BatchAppendResp, EventStoreConnection } from '../connection.js'
import { finalRefusal } from '../failures.js'
import { type AppendAnswer, answerIn, appendRequest, correlationIdOf, type SentAppend } from './append-messages.js'

interface Waiting {
  hear(answer: AppendAnswer): void
  /** By which call it went. */
  call: AppendCall
}

export class AppendSession {
  readonly #waiting = new Map<string, Waiting>()
  #call: Promise<AppendCall> | undefined
  readonly #ended = new WeakSet<AppendCall>()
  /** When anything was last heard, on any call. */
  #heardMs = 0

  constructor(private readonly connection: EventStoreConnection) {}

  /**
   * Once; whoever wants it again asks again.
   * @param hear is told at most once, and never where neither an answer comes nor the call ends
   * @returns what ends the waiting
   */
  ask(append: SentAppend, hear: (answer: AppendAnswer) => void): () => void {
    const id = randomUUID()
    let isForgotten = false
    const send = (call: AppendCall) => {
      if (isForgotten) return
      if (this.#ended.has(call)) {
        hear({ lost: new Error('the call has ended') })
        return
      }
      this.#waiting.set(id, { hear, call })
      call.write(appendRequest(id, append))
    }
    this.#call ??= this.#open()
    this.#call.then(send).catch((error) => hear(answerOfFailure(error)))
    return () => {
      isForgotten = true
      this.#waiting.delete(id)
    }
  }

  /** A call on which nothing was heard since then is none: from now on another connection is taken. */
  mistrust(sinceMs: number): void {
    if (this.#heardMs > sinceMs || !this.#call) return
    this.#call = undefined
    // Where none can be made, since a file that the URL names is gone, the old one is asked again.
    this.connection.renewAppends().catch(() => undefined)
  }

  #open(): Promise<AppendCall> {
    const opening = this.connection.openAppends().then((call) => {
      const end = (error: Error) => {
        this.#ended.add(call)
        if (this.#call === opening) this.#call = undefined
        for (const [id, waiting] of [...this.#waiting]) {
          if (waiting.call === call) this.#answer(id, answerOfFailure(error))
        }
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
    let answer: AppendAnswer
    try {
      answer = answerIn(response)
    } catch (error) {
      answer = answerOfFailure(error)
    }
    this.#answer(correlationIdOf(response), answer)
  }

  #answer(id: string, answer: AppendAnswer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.hear(answer)
  }
}

function answerOfFailure(error: unknown): AppendAnswer {
  const refused = finalRefusal(error)
  return refused ? { refused } : { lost: error as Error }
}
