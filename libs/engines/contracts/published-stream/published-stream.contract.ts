/** What topics promise to whoever publishes, and to whoever reads them. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  type Bookmark,
  EnginesRefused,
  type PublishedStream,
  PublishingFailed,
  type StreamMessage,
  storedPosition,
  TakenOver,
} from '#kernel'

export interface StreamUnderTest {
  stream: PublishedStream
  /** The same as another process has it. */
  again(): PublishedStream
  /** What a consumer reads of a topic, from its beginning: of each key in order. */
  read(topic: string): Promise<StreamMessage[]>
}

const events = { name: 'events', isTable: false }
const table = { name: 'state.things', isTable: true }
const at = (position: number, note = ''): Bookmark => ({ position: storedPosition(position), note })
const message = (key: string, value: string | null, topic = events.name): StreamMessage => ({ topic, key, value })

let o: StreamUnderTest

async function valuesOf(topic: string, key?: string): Promise<(string | null)[]> {
  const messages = await o.read(topic)
  return messages.filter((one) => key === undefined || one.key === key).map(({ value }) => value)
}

export function describePublishedStream(name: string, open: () => Promise<StreamUnderTest>): void {
  describe(name, () => {
    beforeEach(async () => {
      o = await open()
      await o.stream.declare([events, table])
    }, 60_000)
    afterEach(() => o.stream.close())

    describeMessages()
    describePublishers()
    describeTopics()
  })
}

function describeMessages(): void {
  describe('messages', () => {
    it('have no bookmark where nothing was published, and the last one from then on', async () => {
      const first = await o.stream.takeOver('log')
      expect(first.bookmark).toBeUndefined()
      await first.publish([message('a', '1')], at(7, 'first'))
      await first.publish([message('a', '2')], at(700, 'then'))
      await first.close()
      const second = await o.again().takeOver('log')
      expect(second.bookmark).toEqual(at(700, 'then'))
      await second.close()
    })

    it('stay in order per key, with their headers', async () => {
      const publisher = await o.stream.takeOver('log')
      const values = Array.from({ length: 40 }, (_, index) => String(index))
      for (let from = 0; from < values.length; from += 10) {
        const part = values.slice(from, from + 10)
        const both = part.flatMap((value) => [
          message('a', value),
          { ...message('b', value), headers: { place: value } },
        ])
        await publisher.publish(both, at(from + 1))
      }
      await publisher.close()
      expect(await valuesOf('events', 'a')).toEqual(values)
      const ofB = (await o.read('events')).filter(({ key }) => key === 'b')
      expect(ofB.map(({ headers }) => headers?.place)).toEqual(values)
    })

    it('may be more at once than go into one request', async () => {
      const publisher = await o.stream.takeOver('log')
      const large = Array.from({ length: 12 }, (_, index) => `${index} ${'ö'.repeat(300_000)}`)
      await publisher.publish(
        large.map((value) => message('a', value)),
        at(12),
      )
      await publisher.close()
      expect((await valuesOf('events')).map((value) => value?.length)).toEqual(large.map(({ length }) => length))
    })

    it('are all there or none is', async () => {
      const publisher = await o.stream.takeOver('log')
      await publisher.publish([message('a', '1')], at(1))
      const failing = publisher.publish([message('a', '2'), message('a', '3', 'not-declared')], at(2))
      await expect(failing).rejects.toThrow(PublishingFailed)
      await expect(publisher.publish([message('a', '2')], at(2))).rejects.toThrow(PublishingFailed)
      await publisher.close()
      const next = await o.again().takeOver('log')
      expect(next.bookmark).toEqual(at(1))
      await next.publish([message('a', '2')], at(2))
      await next.close()
      expect(await valuesOf('events')).toEqual(['1', '2'])
    }, 60_000)
  })
}

function describePublishers(): void {
  describe('publishers', () => {
    it('publish no more once another has taken over, however long they were held up', async () => {
      const paused = await o.stream.takeOver('log')
      await paused.publish([message('a', '1')], at(1))
      const next = await o.again().takeOver('log')
      expect(next.bookmark).toEqual(at(1))
      await expect(paused.publish([message('a', '2')], at(2))).rejects.toThrow(TakenOver)
      await next.publish([message('a', '2')], at(2))
      await paused.close()
      await next.close()
      expect(await valuesOf('events')).toEqual(['1', '2'])
    })

    it('publish no more, also where they have not published before', async () => {
      const paused = await o.stream.takeOver('log')
      const next = await o.again().takeOver('log')
      await next.publish([message('a', '1')], at(1))
      await expect(paused.publish([message('a', '1')], at(1))).rejects.toThrow(TakenOver)
      await paused.close()
      await next.close()
      expect(await valuesOf('events')).toEqual(['1'])
    })

    it('know all that others published until these were kept out', async () => {
      const old = await o.stream.takeOver('log')
      let published = 0
      const publishing = async () => {
        for (let step = 1; ; step++) {
          await old.publish([message('a', String(step))], at(step))
          published = step
        }
      }
      const ended = publishing().catch((error: Error) => error)
      while (published < 3) await delay(1)
      const next = await o.again().takeOver('log')
      expect([PublishingFailed.name, TakenOver.name]).toContain(((await ended) as Error).name)
      const reached = Number(next.bookmark?.position)
      expect(reached).toBeGreaterThanOrEqual(published)
      await next.publish([message('a', String(reached + 1))], at(reached + 1))
      for (const publisher of [old, next]) await publisher.close()
      expect(await valuesOf('events')).toEqual(Array.from({ length: reached + 1 }, (_, step) => String(step + 1)))
    }, 60_000)

    it('know nothing of those of other names', async () => {
      const log = await o.stream.takeOver('log')
      const state = await o.again().takeOver('state')
      await state.publish([message('a', '1', table.name)], at(3))
      expect(state.bookmark).toBeUndefined()
      for (let step = 1; step <= 300; step++) await log.publish([], at(step))
      for (const publisher of [log, state]) await publisher.close()
      const last = await Promise.all(['log', 'state'].map((each) => o.stream.takeOver(each)))
      expect(last.map(({ bookmark }) => bookmark)).toEqual([at(300), at(3)])
      for (const publisher of last) await publisher.close()
    }, 120_000)
  })
}

function describeTopics(): void {
  describe('topics', () => {
    it('tell which keys of a table have a value', async () => {
      const publisher = await o.stream.takeOver('state')
      expect(await o.stream.keysOf(table.name)).toEqual(new Set())
      const many = Array.from({ length: 30 }, (_, index) => message(`key-${index}`, '{}', table.name))
      await publisher.publish(many, at(1))
      await publisher.publish([message('key-3', null, table.name), message('key-4', '{"a":1}', table.name)], at(2))
      await publisher.close()
      const next = await o.again().takeOver('state')
      await next.close()
      const left = many.map(({ key }) => key).filter((key) => key !== 'key-3')
      expect([...(await o.again().keysOf(table.name))].sort()).toEqual(left.sort())
    })

    it('are left as they are, and refused where they are of another kind', async () => {
      const publisher = await o.stream.takeOver('log')
      await publisher.publish([message('a', '1')], at(1))
      await publisher.close()
      await o.again().declare([events, table, { name: 'erasures', isTable: true }])
      expect(await valuesOf('events')).toEqual(['1'])
      await expect(o.again().declare([{ ...events, isTable: true }])).rejects.toThrow(EnginesRefused)
    })
  })
}
