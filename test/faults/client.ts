/**
 * A client that writes notes under keys of its own, some with promises that are streams of their own, and keeps a
 * journal: what was acknowledged, what was sent and never answered. After a death it sends the unanswered ones
 * again, as an honest client would.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

export interface Acknowledged {
  /** Of the event. */
  id: string
  position: number
  /** To whom it was acknowledged. */
  caller: number
  /** How many promises the request carried: the position is that of the last of all its events. */
  promises: number
  /** Sent again beside others: whichever was recorded before it was cut off stands in front of them. */
  isOutOfTurn?: boolean
}

interface Request {
  key: string
  caller: number
  promises: number
  body: string
}

export interface Target {
  url: string
  /** One caller each. */
  tokens: readonly string[]
  unitOf: (caller: number) => string
  customers: readonly string[]
}

const promisesOfSome = 2
const mostToRepeat = 100
/** How long whoever is told to come later waits. */
const comeAgainMs = 100
/** Every so manieth note carries promises. */
const withPromises = 3
const due = '2099-03-10T12:00:00.000Z'

export interface Note {
  /** What it says, which no other does. */
  words: string
  promises: number
  body: object
}

/** A note under a key of its own; every so manieth carries promises. */
export function noteOf(key: string, of: { customer: string; unit: string; nth: number }): Note {
  const promises = of.nth % withPromises === 0 ? promisesOfSome : 0
  const carried = Array.from({ length: promises }, (_, at) => ({ what: `Call back, ${at + 1}.`, due }))
  const words = `Noted under ${key}.`
  const note = { customers: [of.customer], unit: of.unit, note: words }
  return { words, promises, body: { ...note, ...(promises > 0 && { promises: carried }) } }
}

export class Client {
  private sent = 0
  readonly acknowledged: Acknowledged[] = []
  private readonly unanswered = new Map<string, Request>()
  /** Answers other than success, by status: none is expected but 503 where a fault makes the program say it. */
  readonly refused = new Map<number, number>()

  /** Writes until the program is gone. */
  async write(target: Target): Promise<void> {
    await Promise.all(target.tokens.map((_, caller) => this.writeAs(caller, target)))
  }

  /** Sends again what was never answered; the program must not be killed meanwhile. */
  async repeat(target: Target): Promise<void> {
    const requests = [...this.unanswered.values()]
    for (const request of requests) await this.send(request, target, requests.length > 1)
  }

  get pending(): number {
    return this.unanswered.size
  }

  private async writeAs(caller: number, target: Target): Promise<void> {
    for (;;) {
      const key = randomUUID()
      const customer = target.customers[Math.floor(Math.random() * target.customers.length)] as string
      const { promises, body } = noteOf(key, { customer, unit: target.unitOf(caller), nth: this.sent++ })
      const request = { key, caller, promises, body: JSON.stringify(body) }
      this.unanswered.set(key, request)
      try {
        await this.send(request, target)
      } catch (error) {
        // The connection broke: the program is dead. Anything else is a fault of ours.
        if (error instanceof TypeError) return
        throw error
      }
    }
  }

  private async send(request: Request, target: Target, isOutOfTurn = false): Promise<void> {
    const { key, caller, promises, body } = request
    const { url, tokens } = target
    const response = await fetch(`${url}/api/v1/touchpoints/note`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${tokens[caller]}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body,
    })
    const answer = (await response.json()) as { position: string; events: { id: string }[] }
    if (response.status === 503 || response.status === 429) await delay(comeAgainMs)
    // Too many at once: nothing was recorded, and the same is sent once more.
    if (response.status === 429) return this.send(request, target, isOutOfTurn)
    // Who is told to come again does, with the first of them; the others stay refused, and must not be in the log.
    const comesAgain = response.status === 503 && this.unanswered.size < mostToRepeat
    if (!comesAgain) this.unanswered.delete(key)
    if (!response.ok) {
      this.refused.set(response.status, (this.refused.get(response.status) ?? 0) + 1)
      return
    }
    for (const { id } of answer.events) {
      this.acknowledged.push({ id, position: Number(answer.position), caller, promises, isOutOfTurn })
    }
  }
}
