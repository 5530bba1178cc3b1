/**
 * Appends until it is known what came of it. An append whose answer was lost, or is late, is sent again with the same
 * ids at the same revision, which the server recognises, also after a restart; it is never moved to where the stream is
 * meanwhile. Whichever answer comes first is the answer to all of them.
 */
import { type Appended, RevisionConflict } from '#kernel'
import { Pauses, Silence, unreachable } from '../failures.js'
import type { AppendAnswer, SentAppend } from './append-messages.js'
import type { AppendSession } from './append-session.js'

export interface AppendPatience {
  /** After so long it is given up, in milliseconds. */
  patienceMs: number
  /** An answer that has not come after so long is late. */
  answerMs: number
}

/** @throws RevisionConflict; LogRefused when it will not be taken, or nobody knows */
export function appendSurely(session: AppendSession, append: SentAppend, patience: AppendPatience): Promise<Appended> {
  const { promise, resolve, reject } = Promise.withResolvers<Appended>()
  new RepeatedAppend(session, append, { ...patience, resolve, reject }).send()
  return promise
}

class RepeatedAppend {
  readonly #deadlineMs: number
  /** Ends the waiting for each that is under way. */
  readonly #underWay = new Set<() => void>()
  #pauses: Pauses | undefined
  #timer: NodeJS.Timeout | undefined
  #isOver = false

  constructor(
    private readonly session: AppendSession,
    private readonly append: SentAppend,
    private readonly o: AppendPatience & { resolve(appended: Appended): void; reject(reason: Error): void },
  ) {
    this.#deadlineMs = performance.now() + o.patienceMs
  }

  send(): void {
    const sentMs = performance.now()
    let forget: (() => void) | undefined
    const hear = (answer: AppendAnswer) => {
      if (forget) this.#underWay.delete(forget)
      this.#hear(answer)
    }
    forget = this.session.ask(this.append, hear)
    this.#underWay.add(forget)
    this.#timer = setTimeout(() => this.#beLate(sentMs), this.o.answerMs)
  }

  #hear(answer: AppendAnswer): void {
    if (this.#isOver) return
    const { stream, expected } = this.append
    if ('position' in answer) this.#end(() => this.o.resolve(answer))
    else if ('actual' in answer) this.#end(() => this.o.reject(new RevisionConflict(stream, expected, answer.actual)))
    else if ('refused' in answer) this.#end(() => this.o.reject(answer.refused))
    else if (this.#underWay.size === 0) this.#sendAgain(answer.lost)
  }

  #sendAgain(lost: Error): void {
    clearTimeout(this.#timer)
    this.#pauses ??= new Pauses()
    const pauseMs = this.#pauses.next()
    if (performance.now() + pauseMs > this.#deadlineMs) this.#giveUp(lost)
    else this.#timer = setTimeout(() => this.send(), pauseMs)
  }

  #beLate(sentMs: number): void {
    this.session.mistrust(sentMs)
    // What waited on a call that was let go of hears of it, and is sent again.
    if (this.#underWay.size === 0) return
    if (performance.now() >= this.#deadlineMs) this.#giveUp(new Silence(this.o.answerMs))
    else this.send()
  }

  #giveUp(lost: Error): void {
    this.#end(() => this.o.reject(unreachable(this.o.patienceMs, lost)))
  }

  #end(settle: () => void): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    for (const forget of this.#underWay) forget()
    settle()
  }
}
