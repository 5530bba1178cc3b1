/** What topics that others send to promise to whoever receives. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Handled, InboundStream, SentBatch, SentMessage } from '#kernel'

/** One that was set aside, as somebody reads it. */
export interface KeptAside {
  key: string | null
  value: string | null
  code: string
}

export interface InboundUnderTest {
  stream: InboundStream
  /** The same as another process has it. */
  again(): InboundStream
  send(topic: string, messages: readonly { key: string | null; value: string | null }[]): Promise<void>
  setAside(): Promise<KeptAside[]>
}

const topic = 'in.things'
const setAsideTo = 'in.set-aside'
const testMs = 90_000
const lookMs = 20

let o: InboundUnderTest
const receivers: Receiver[] = []

type Handle = (batch: SentBatch) => Promise<Handled>

/** Somebody who receives, and remembers what. */
class Receiver {
  readonly taken: SentMessage[] = []
  readonly troubles: Error[] = []
  private readonly stopping = new AbortController()
  private readonly done: Promise<void>

  constructor(stream: InboundStream, { handle, most = 10 }: { handle?: Handle; most?: number } = {}) {
    receivers.push(this)
    this.done = stream.receive({
      ...{ topics: [topic], setAsideTo, most },
      handle: async (batch) => {
        const handled = await (handle ?? all)(batch)
        // Only what is kept is taken.
        const kept = () => void this.taken.push(...batch.messages.slice(0, handled.taken))
        return { ...handled, kept }
      },
      onTrouble: (error) => this.troubles.push(error),
      signal: this.stopping.signal,
    })
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.done
  }
}

const all: Handle = async ({ messages }) => ({ taken: messages.length, setAside: [] })
const values = (messages: readonly SentMessage[], key?: string) =>
  messages.flatMap((one) => (key === undefined || one.key === key ? [one.value] : []))
const numbered = (key: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ key, value: `${key}${at}` }))

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(lookMs)
}

export function describeInboundStream(name: string, open: () => Promise<InboundUnderTest>): void {
  describe(name, () => {
    beforeEach(async () => {
      o = await open()
      await o.stream.declare([topic], setAsideTo)
    }, testMs)
    afterEach(async () => {
      await Promise.all(receivers.splice(0).map((one) => one.stop()))
      await o.stream.close()
    }, testMs)

    describeHandingOver()
    describeSharing()
  })
}

function describeHandingOver(): void {
  it(
    'hands over what is there and what comes, in order per key, and says how much is left',
    async () => {
      await o.send(topic, [...numbered('a', 12), ...numbered('b', 12)])
      expect(await o.stream.lag([topic])).toEqual(new Map([[topic, 24]]))
      const receiver = new Receiver(o.stream, { most: 5 })
      await until(() => receiver.taken.length >= 24)
      await o.send(topic, [{ key: 'a', value: 'last' }])
      await until(() => receiver.taken.length >= 25)
      for (const key of ['a', 'b'])
        expect(values(receiver.taken, key).slice(0, 12)).toEqual(numbered(key, 12).map(({ value }) => value))
      expect(values(receiver.taken, 'a').at(-1)).toBe('last')
      await until(async () => (await o.stream.lag([topic])).get(topic) === 0)
      await receiver.stop()
      const later = new Receiver(o.again())
      await o.send(topic, [{ key: 'b', value: 'later' }])
      await until(() => later.taken.length > 0)
      expect(values(later.taken)).toEqual(['later'])
    },
    testMs,
  )

  it(
    'hands over again what is not taken, what failed, and what is left of it',
    async () => {
      await o.send(topic, numbered('a', 6))
      let calls = 0
      const handle: Handle = async () => {
        calls++
        if (calls === 1) throw new Error('not now')
        return { taken: calls === 2 ? 0 : 1, setAside: [] }
      }
      const receiver = new Receiver(o.stream, { handle, most: 4 })
      await until(() => receiver.taken.length >= 6)
      expect(values(receiver.taken)).toEqual(numbered('a', 6).map(({ value }) => value))
      expect(receiver.troubles.map(({ message }) => message)).toContain('not now')
    },
    testMs,
  )

  it(
    'keeps what is set aside as it came, together with what was taken',
    async () => {
      await o.send(topic, [
        { key: 'a', value: 'good' },
        { key: null, value: 'no key' },
        { key: 'a', value: null },
      ])
      const handle: Handle = async ({ messages, requireHeld }) => {
        requireHeld()
        const bad = messages.filter(({ key, value }) => key === null || value === null)
        const setAside = bad.map((message) => ({ message, code: 'bad', sentence: 'It is no good.', path: 'a.b' }))
        return { taken: messages.length, setAside }
      }
      const receiver = new Receiver(o.stream, { handle })
      await until(() => receiver.taken.length >= 3)
      const aside = (await o.setAside()).toSorted((a, b) => String(a.value).localeCompare(String(b.value)))
      expect(aside).toEqual([
        { key: null, value: 'no key', code: 'bad' },
        { key: 'a', value: null, code: 'bad' },
      ])
    },
    testMs,
  )
}

function describeSharing(): void {
  it(
    'deals partitions out among those who receive, and takes none twice',
    async () => {
      const keys = Array.from({ length: 20 }, (_, at) => `k${at}`)
      const first = new Receiver(o.stream)
      await o.send(
        topic,
        keys.map((key) => ({ key, value: `${key} 1` })),
      )
      await until(() => first.taken.length >= 20)
      const second = new Receiver(o.again())
      const both = () => [...first.taken, ...second.taken]
      let sent = 1
      // Until the second has its share.
      while (second.taken.length === 0) {
        sent++
        await o.send(
          topic,
          keys.map((key) => ({ key, value: `${key} ${sent}` })),
        )
        await until(() => both().length >= 20 * sent)
      }
      await first.stop()
      sent++
      await o.send(
        topic,
        keys.map((key) => ({ key, value: `${key} ${sent}` })),
      )
      await until(() => both().length >= 20 * sent)
      const expected = keys.flatMap((key) => Array.from({ length: sent }, (_, at) => `${key} ${at + 1}`))
      expect(values(both()).toSorted()).toEqual(expected.toSorted())
    },
    testMs,
  )
}
