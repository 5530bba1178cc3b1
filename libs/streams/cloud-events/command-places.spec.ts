/** However a log cuts what it delivers, every event knows its place among those of its command. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type EventMetadata, type StoredEvent, storedPosition } from '#kernel'
import { placedInCommands } from './command-places.js'

/** A log of appends: how many events each has, and on which of few streams. */
const appends = fc.array(fc.record({ stream: fc.nat(2), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 8 })

function logOf(commands: readonly { stream: number; count: number }[]) {
  const events: StoredEvent[] = []
  const expected: string[] = []
  const readStream = (stream: string) => Promise.resolve(events.filter((event) => event.stream === stream))
  for (const [index, { stream, count }] of commands.entries()) {
    for (let place = 1; place <= count; place++) {
      const name = `parcel-${stream}`
      const revision = events.filter((event) => event.stream === name).length
      const metadata = { commandId: `k${index}` } as EventMetadata
      const position = storedPosition(events.length * 7 + 3)
      events.push({
        id: `e${events.length}`,
        type: 'parcel.weighed',
        data: {},
        metadata,
        stream: name,
        revision,
        position,
      })
      expected.push(`${place} of ${count}`)
    }
  }
  return { events, expected, readStream }
}

describe('the place of an event in its command', () => {
  it('is the same however what is delivered was cut', async () => {
    await fc.assert(
      fc.asyncProperty(appends, fc.array(fc.integer({ min: 1, max: 5 })), async (commands, sizes) => {
        const { events, expected, readStream } = logOf(commands)
        const found: string[] = []
        let from = 0
        while (from < events.length) {
          const page = events.slice(from, from + (sizes.shift() ?? 3))
          from += page.length
          for (const { place } of await placedInCommands(page, { readStream }))
            found.push(`${place.place} of ${place.of}`)
        }
        expect(found).toEqual(expected)
      }),
    )
  })

  it('reads no stream but those at the edges', async () => {
    const { events, readStream } = logOf([0, 1, 2, 0, 1, 2].map((stream) => ({ stream, count: 2 })))
    const read: string[] = []
    const noting = (stream: string) => {
      read.push(stream)
      return readStream(stream)
    }
    await placedInCommands(events, { readStream: noting })
    expect(read).toEqual(['parcel-0', 'parcel-2'])
    expect(await placedInCommands([], { readStream })).toEqual([])
  })

  it('is not guessed where the stream does not hold the event', async () => {
    const { events } = logOf([{ stream: 0, count: 1 }])
    await expect(placedInCommands(events, { readStream: () => Promise.resolve([]) })).rejects.toThrow(
      'does not hold it',
    )
  })
})
