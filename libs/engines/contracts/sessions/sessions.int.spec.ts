/** The contract of sessions on the engines of one process, and what memory does beyond it. */
import { describe, expect, it } from '@jest/globals'
import { MemorySessions } from '#engines/embedded/memory-sessions.js'
import { HostileSessions } from '#engines/hostile/hostile-sessions.js'
import { describeSessions } from './sessions.contract.js'

function inMemory() {
  const time = { ms: 1_000_000 }
  const sessions = new MemorySessions({ now: () => time.ms })
  const pass = (ms: number) => {
    time.ms += ms
  }
  return { sessions, pass }
}

describeSessions('sessions in memory', async () => {
  const { sessions, pass } = inMemory()
  return { sessions, again: () => sessions, pass }
})

let opened = 0
describeSessions('hostile sessions', async () => {
  const { sessions, pass } = inMemory()
  const hostile = () => new HostileSessions(sessions, ++opened)
  return { sessions: hostile(), again: hostile, pass }
})

describe('sessions in memory', () => {
  it('give way to newer ones when there are too many, the least recently used first', async () => {
    const sessions = new MemorySessions({ most: 3 })
    const session = { sealed: 'YQ', idleMs: 60_000, longestMs: 60_000 }
    for (const name of ['a', 'b', 'c']) await sessions.begin(name, session)
    await sessions.find('a', { isUse: true })
    await sessions.find('b', { isUse: false })
    await sessions.begin('d', session)
    const found = await Promise.all(['a', 'b', 'c', 'd'].map((name) => sessions.find(name, { isUse: false })))
    expect(found.map((one) => one !== undefined)).toEqual([true, false, true, true])
  })
})
