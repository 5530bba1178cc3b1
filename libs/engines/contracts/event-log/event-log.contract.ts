/**
 * What every EventLog promises, as one suite that each adapter runs. Promises that a log may leave
 * out by the port's own words are named in Promises.
 */
import { beforeEach, describe, expect, it } from '@jest/globals'
import { type EventLog, type NewEvent, RevisionConflict, type StoredEvent, storedPosition } from '#kernel'
import { describeConcurrency } from './concurrency.contract.js'
import { eachTestOpens, type OpenLog, type Promises } from './log-under-test.js'
import { sampleEvent, sampleEvents } from './sample-event.js'
import { describeSubscriptions } from './subscription.contract.js'

export function describeEventLog(
  name: string,
  open: OpenLog,
  promises: Promises = { recognisesRepeats: true, deliversOnce: true },
): void {
  describe(`${name} as an EventLog`, () => {
    describeAppending(open)
    describeRepeats(open, promises)
    describeReading(open)
    describePrefixes(open)
    describeConcurrency(open)
    describeSubscriptions(open, promises)
  })
}

function idsOf(events: readonly NewEvent[]): string[] {
  return events.map(({ id }) => id)
}

function everything(log: EventLog): Promise<StoredEvent[]> {
  return log.readAll({ after: 0, limit: 10_000 })
}

function describeAppending(open: OpenLog): void {
  describe('appending', () => {
    const log = eachTestOpens(open)

    it('numbers the events of a stream from 0 without gaps', async () => {
      const first = await log().append('customer-1', 'no-stream', sampleEvents(2))
      const second = await log().append('customer-1', 1, sampleEvents(3))
      expect([first.revision, second.revision]).toEqual([1, 4])
      const stored = await log().readStream('customer-1')
      expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4])
      expect([stored[1]?.position, stored[4]?.position]).toEqual([first.position, second.position])
    })

    it('refuses another revision than the actual one and says which that is', async () => {
      await log().append('customer-1', 'no-stream', sampleEvents(2))
      for (const expected of [0, 2, 'no-stream'] as const) {
        const refused = log().append('customer-1', expected, sampleEvents(1))
        await expect(refused).rejects.toMatchObject({ name: 'RevisionConflict', expected, actual: 1 })
      }
      const absent = log().append('customer-2', 0, sampleEvents(1))
      await expect(absent).rejects.toEqual(new RevisionConflict('customer-2', 0, 'no-stream'))
      expect(await everything(log())).toHaveLength(2)
    })

    it('rejects only the append in conflict among those asked for at once', async () => {
      const outcomes = await Promise.allSettled([
        log().append('customer-1', 'no-stream', sampleEvents(1)),
        log().append('customer-1', 'no-stream', sampleEvents(1)),
        log().append('customer-1', 0, sampleEvents(1)),
        log().append('customer-2', 'no-stream', sampleEvents(1)),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
      expect(await everything(log())).toHaveLength(3)
    })

    it('takes 1 to 30 events at once', async () => {
      await log().append('customer-1', 'no-stream', sampleEvents(30))
      await expect(log().append('customer-1', 29, sampleEvents(31))).rejects.toThrow('1 to 30')
      await expect(log().append('customer-1', 29, [])).rejects.toThrow('1 to 30')
      expect(await log().readStream('customer-1')).toHaveLength(30)
    })

    it('takes 1 MB of data at once, whatever the metadata says, and no byte more', async () => {
      // Letters of two bytes: bytes are counted, not characters.
      const ofBytes = (bytes: number): NewEvent[] => [
        { ...sampleEvent(), data: { text: 'ä'.repeat(100_000) } },
        { ...sampleEvent(), data: { text: 'a'.repeat(bytes - 200_000 - 2 * '{"text":""}'.length) } },
      ]
      await log().append('customer-1', 'no-stream', ofBytes(1_048_576))
      await expect(log().append('customer-1', 1, ofBytes(1_048_577))).rejects.toThrow('at most 1048576 bytes')
      expect(await log().readStream('customer-1')).toHaveLength(2)
    })

    it('records all events of an append or none', async () => {
      const [good, bad] = [sampleEvent(), sampleEvent()]
      Object.assign(bad.data, { amount: undefined })
      const refused = log().append('customer-1', 'no-stream', [good, bad])
      const neighbour = log().append('customer-2', 'no-stream', sampleEvents(1))
      await expect(refused).rejects.toThrow('undefined')
      await neighbour
      expect(await log().readStream('customer-1')).toEqual([])
      expect(await log().readStream('customer-2')).toHaveLength(1)
    })
  })
}

function describeRepeats(open: OpenLog, { recognisesRepeats }: Promises): void {
  describe('repeated appends', () => {
    const log = eachTestOpens(open)
    const first = sampleEvents(2)
    const second = sampleEvents(2)

    beforeEach(() => log().append('customer-1', 'no-stream', first))

    if (recognisesRepeats) {
      it('answers a repeat at the same place as it did first', async () => {
        const answer = await log().append('customer-1', 1, second)
        await log().append('customer-1', 3, sampleEvents(1))
        expect(await log().append('customer-1', 1, second)).toEqual(answer)
        expect((await log().append('customer-1', 'no-stream', first)).revision).toBe(1)
        expect(await log().readStream('customer-1')).toHaveLength(5)
      })

      it('answers both of two equal appends asked for at once', async () => {
        const [one, two] = await Promise.all([
          log().append('customer-1', 1, second),
          log().append('customer-1', 1, second),
        ])
        expect(two).toEqual(one)
      })
    } else {
      it('answers a repeat with a conflict, and records nothing', async () => {
        const repeat = log().append('customer-1', 'no-stream', first)
        await expect(repeat).rejects.toEqual(new RevisionConflict('customer-1', 'no-stream', 1))
        expect(await log().readStream('customer-1')).toHaveLength(2)
      })
    }

    it('treats partly equal events, or equal ones elsewhere, as others', async () => {
      const partly = log().append('customer-1', 'no-stream', [...first.slice(0, 1), sampleEvent()])
      await expect(partly).rejects.toBeInstanceOf(RevisionConflict)
      const longer = log().append('customer-1', 'no-stream', [...first, sampleEvent()])
      await expect(longer).rejects.toBeInstanceOf(RevisionConflict)
      await log().append('customer-2', 'no-stream', sampleEvents(2))
      await expect(log().append('customer-2', 'no-stream', first)).rejects.toBeInstanceOf(RevisionConflict)
    })
  })
}

function describeReading(open: OpenLog): void {
  describe('reading', () => {
    const log = eachTestOpens(open)

    it('gives back what was appended', async () => {
      const event = sampleEvent()
      event.data = { text: 'åäö € 😀 "\\\n\u0001', amountMinor: -0.5e-7, list: [null, true, { deep: [] }], '': {} }
      const { position } = await log().append('customer-1', 'no-stream', [event])
      const stored = [{ ...event, stream: 'customer-1', revision: 0, position }]
      expect(await log().readStream('customer-1')).toEqual(stored)
      expect(await everything(log())).toEqual(stored)
    })

    it('is empty where nothing is', async () => {
      expect(await log().readStream('customer-1')).toEqual([])
      expect(await everything(log())).toEqual([])
      expect(await log().head()).toBe(0)
    })

    it('pages through the recorded order between its bounds', async () => {
      const streams = ['customer-1', 'contact-1', 'customer-2']
      for (const stream of streams) await log().append(stream, 'no-stream', sampleEvents(3))
      const stored = await Promise.all(streams.map((stream) => log().readStream(stream)))
      const positions = stored.flat().map(({ position }) => position)
      expect([...positions].sort((a, b) => a - b)).toEqual(positions)
      expect(await log().head()).toBe(positions[8])
      const page = await log().readAll({ after: positions[1] ?? 0, limit: 4 })
      expect(page.map(({ position }) => position)).toEqual(positions.slice(2, 6))
      const bounded = await log().readAll({ after: positions[1] ?? 0, until: positions[3], limit: 10 })
      expect(bounded.map(({ position }) => position)).toEqual(positions.slice(2, 4))
      expect(await log().readAll({ after: positions[8] ?? 0, limit: 1 })).toEqual([])
    })

    it('finds the event at just a position, and reads on from each', async () => {
      for (const stream of ['customer-1', 'customer-2']) await log().append(stream, 'no-stream', sampleEvents(2))
      const stored = await everything(log())
      for (const [at, event] of stored.entries()) {
        expect(await log().eventAt(event.position)).toEqual(event)
        const next = await log().readAll({ after: event.position, limit: 1 })
        expect(idsOf(next)).toEqual(idsOf(stored.slice(at + 1, at + 2)))
      }
      const beyond = storedPosition((await log().head()) + 1)
      expect([await log().eventAt(0), await log().eventAt(beyond)]).toEqual([undefined, undefined])
    })

    it('refuses pages of no or too many events', async () => {
      await expect(log().readAll({ after: 0, limit: 0 })).rejects.toThrow('1 to 10,000')
      await expect(log().readAll({ after: 0, limit: 10_001 })).rejects.toThrow('1 to 10,000')
    })
  })
}

/** Each once, also where a log delivers again. */
async function subscribedStreams(log: EventLog, prefixes: readonly string[]): Promise<string[]> {
  const head = await log.head()
  const ended = new AbortController()
  const streams = new Set<string>()
  for await (const { events, upTo } of log.subscribe({ after: 0, prefixes, signal: ended.signal })) {
    for (const { stream } of events) streams.add(stream)
    if (upTo >= head) ended.abort()
  }
  return [...streams]
}

function describePrefixes(open: OpenLog): void {
  describe('prefixes', () => {
    const log = eachTestOpens(open)
    const streams = ['customer-1', 'contact-1', 'customer-12', 'custom', 'relationship-1.fi', 'customer-2', 'contact-2']

    beforeEach(async () => {
      for (const stream of streams) await log().append(stream, 'no-stream', sampleEvents(1))
      for (let i = 0; i < 150; i++) await log().append(`note-many-${i}`, 'no-stream', sampleEvents(1))
    })

    it.each([
      [['customer-'], ['customer-1', 'customer-12', 'customer-2']],
      [['customer-1'], ['customer-1', 'customer-12']],
      [['custom'], ['customer-1', 'customer-12', 'custom', 'customer-2']],
      [
        ['customer-1', 'contact-', 'cont'],
        ['customer-1', 'contact-1', 'customer-12', 'contact-2'],
      ],
      [['relationship-1.fi', 'absent-', 'absent-1'], ['relationship-1.fi']],
      [['absent-'], []],
      [[], []],
    ])('%j reads the streams that begin so', async (prefixes, expected) => {
      const events = await log().readAll({ after: 0, limit: 1_000, prefixes })
      expect(events.map(({ stream }) => stream)).toEqual(expected)
      expect(await subscribedStreams(log(), prefixes)).toEqual(expected)
    })

    it.each(['note-many', 'note-', 'no'])(
      'reads the many streams of %s in pages, in recorded order',
      async (prefix) => {
        const whole = (await everything(log())).filter(({ stream }) => stream.startsWith('note-many'))
        const paged: StoredEvent[] = []
        for (let page = whole.slice(0, 1); page.length > 0; paged.push(...page)) {
          page = await log().readAll({ after: paged.at(-1)?.position ?? 0, limit: 40, prefixes: [prefix] })
        }
        expect(idsOf(paged)).toEqual(idsOf(whole))
      },
    )

    it('reads everything where a prefix is empty', async () => {
      expect(await log().readAll({ after: 0, limit: 1_000, prefixes: ['customer-', ''] })).toHaveLength(157)
    })
  })
}
