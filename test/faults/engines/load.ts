/**
 * Callers who write notes one after the other, each sent to one recorder or the other until it is answered, always
 * under the same key, and a journal of what was acknowledged.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Acknowledged, noteOf } from '../client.js'
import type { Group } from './group.js'
import { type Answer, type Fleet, noAnswer } from './running/fleet.js'

/** What each caller was told last: a customer, and the words of the note. */
export interface LastNote {
  member: string
  customer: string
  words: string
  position: number
}

/** Between an answer and the next note of the same caller. */
const restMs = 40
const againMs = 150
/** A recorder that is held up is left for the other one after so long. */
const answerMs = 6_000
/** Nobody waits longer than that for one note; that is a fault. */
const longestMs = 120_000

export class Load {
  readonly acknowledged: Acknowledged[] = []
  readonly last = new Map<number, LastNote>()
  /** Answers after which the same was sent again, by what they said. */
  readonly again = new Map<string, number>()
  /** What was refused for good, which nothing should be. */
  readonly refused: string[] = []
  /** The longest that a note took, with all that had to be tried. */
  longestWaitMs = 0
  private sent = 0
  private isOn = false
  private isGivenUp = false
  private writing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly fleet: Fleet,
    private readonly group: Group,
  ) {}

  begin(): void {
    this.isOn = true
    this.writing = Promise.all(this.group.members.map((_, caller) => this.writeAs(caller)))
  }

  /** Resolves once every note that was begun is acknowledged. */
  async end(): Promise<void> {
    this.isOn = false
    await this.writing
  }

  /** Whatever is not acknowledged is sent no more: the run is over. */
  async giveUp(): Promise<void> {
    this.isGivenUp = true
    await this.end()
  }

  private async writeAs(caller: number): Promise<void> {
    while (this.isOn) {
      await this.write(caller)
      await delay(Math.random() * 2 * restMs)
    }
  }

  private async write(caller: number): Promise<void> {
    const { members, unitOf, customers } = this.group
    const key = randomUUID()
    const customer = customers[Math.floor(Math.random() * customers.length)] as string
    const note = noteOf(key, { customer, unit: unitOf(caller), nth: this.sent++ })
    const beganMs = performance.now()
    for (let attempt = caller; ; attempt++) {
      const answer = await this.send(attempt, { as: members[caller] as string, body: note.body, key })
      const { id } = (answer.body.events as { id: string }[] | undefined)?.[0] ?? {}
      if (isSuccess(answer) && id !== undefined) {
        this.took(performance.now() - beganMs)
        const position = Number(answer.body.position)
        this.acknowledged.push({ id, position, caller, promises: note.promises })
        this.last.set(caller, { member: members[caller] as string, customer, words: note.words, position })
        return
      }
      if (this.isGivenUp) return
      const said = saidBy(answer)
      if (!mayBeSentAgain(answer) || performance.now() - beganMs > longestMs) {
        this.refused.push(said)
        return
      }
      this.again.set(said, (this.again.get(said) ?? 0) + 1)
      await delay(againMs)
    }
  }

  private send(attempt: number, request: { as: string; body: object; key: string }): Promise<Answer> {
    const recorders = this.fleet.of('recorder')
    const recorder = recorders[attempt % recorders.length]
    if (!recorder) throw new Error('there is no recorder')
    return this.fleet.ask(recorder, '/touchpoints/note', { ...request, patienceMs: answerMs })
  }

  private took(ms: number): void {
    this.longestWaitMs = Math.max(this.longestWaitMs, ms)
  }
}

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300

/** It goes on, or nobody knows whether it was recorded, or it says that the same may be sent again. */
const mayBeSentAgain = (answer: Answer): boolean =>
  isSuccess(answer) || answer.status === noAnswer || answer.status >= 500 || answer.body.code === 'try-again'

function saidBy(answer: Answer): string {
  if (isSuccess(answer)) return 'goes on'
  return answer.status === noAnswer ? 'no answer' : `${answer.status} ${answer.body.code ?? ''}`.trim()
}
