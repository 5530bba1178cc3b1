/** Streams of which nobody reads, and whose reader’s roles change. */
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { storedPosition, type Viewer } from '#kernel'
import type { Change } from '#queries/question.js'
import { LiveStreams } from './live-streams.js'

let viewer: Viewer
let waiting: PromiseWithResolvers<Change>[]
let streams: LiveStreams
const heartbeatMs = 200

/** Says what changed to every stream that waits, and lets it pass on. */
async function change(of: Change): Promise<void> {
  for (const { resolve } of waiting.splice(0)) resolve(of)
  for (let turn = 0; turn < 5; turn++) await nextTurn()
}

async function* changes(_: Viewer, signal: AbortSignal): AsyncGenerator<Change> {
  while (!signal.aborted) {
    const next = Promise.withResolvers<Change>()
    waiting.push(next)
    yield await next.promise
  }
}

beforeEach(() => {
  viewer = { member: 'aino', grants: [{ role: 'member', unit: 'fi' }] }
  waiting = []
  const queries = { changes, survivorOf: (customer: string) => customer, sees: async () => true }
  streams = new LiveStreams(
    { queries, members: { viewer: () => viewer } },
    { perMember: 1, heartbeatMs },
    pino({ level: 'silent' }),
  )
})

const open = () => streams.stream({ viewer, expiresAt: Date.now() + 3_600_000 })

describe('a live stream', () => {
  it('whose reader falls far behind is cut off, and another may begin', async () => {
    const unread = open()
    const many = Array.from({ length: 2000 }, (_, at) => `customer:${at}`)
    await change({ position: storedPosition(1), partitions: many })
    expect(unread.destroyed).toBe(true)
    expect(open().destroyed).toBe(false)
  })

  it('counts until it is gone, though nobody reads its end', async () => {
    const unread = open()
    streams.closeAll()
    expect(() => open()).toThrow('Too many live connections')
    await once(unread, 'close')
    expect(open().destroyed).toBe(false)
  })

  it('says nothing to a member whose roles have changed', async () => {
    const stream = open()
    let arrived = ''
    stream.on('data', (chunk) => (arrived += String(chunk)))
    await change({ position: storedPosition(1), partitions: ['customer:acme'] })
    viewer = { member: 'aino', grants: [] }
    await change({ position: storedPosition(2), partitions: ['customer:beta'] })
    expect(arrived).toContain('acme')
    expect(arrived).not.toContain('beta')
  })
})
