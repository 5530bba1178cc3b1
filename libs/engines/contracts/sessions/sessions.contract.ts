/** What sessions of browsers promise, wherever they are kept. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { KeptSessions, NewSession, Renewal } from '#kernel'

export interface SessionsUnderTest {
  sessions: KeptSessions
  /** The same as another process has them. */
  again(): KeptSessions
  /** Has so many milliseconds pass for all of them. */
  pass(ms: number): void | Promise<void>
}

const minute = 60_000
const session: NewSession = { sealed: 'c2VhbGVk', idleMs: 60 * minute, longestMs: 600 * minute }
const use = { isUse: true }
const look = { isUse: false }
const termMs = minute

interface Shared extends Pick<SessionsUnderTest, 'pass'> {
  one: KeptSessions
  other: KeptSessions
}

export function describeSessions(name: string, open: () => Promise<SessionsUnderTest>): void {
  describe(name, () => {
    let shared: Shared
    beforeEach(async () => {
      const { sessions, again, pass } = await open()
      shared = { one: sessions, other: again(), pass }
    })
    afterEach(async () => {
      await shared.other.close()
      await shared.one.close()
    })
    const opened = () => shared
    lifeTests(opened)
    renewalTests(opened)
  })
}

const begin = ({ one }: Shared, of: Partial<NewSession> = {}) => one.begin('a', { ...session, ...of })

async function taken(sessions: KeptSessions): Promise<Renewal> {
  const renewal = await sessions.takeRenewal('a', termMs)
  if (!renewal) throw new Error('there is nothing to be renewed')
  return renewal
}

function lifeTests(opened: () => Shared): void {
  it('are found by their names, by everybody', async () => {
    const { one, other } = opened()
    await begin(opened())
    const found = await other.find('a', look)
    expect(found).toEqual({ sealed: 'c2VhbGVk', endsInMs: expect.any(Number) })
    expect(found?.endsInMs).toBeGreaterThan(599 * minute)
    expect(found?.endsInMs).toBeLessThanOrEqual(600 * minute)
    expect(await one.find('b', use)).toBeUndefined()
  })

  it('end when nobody has used them for a while, and go on for whoever does, wherever', async () => {
    const { one, other, pass } = opened()
    await begin(opened())
    await one.begin('idle', session)
    for (let turn = 0; turn < 3; turn++) {
      await pass(40 * minute)
      expect(await (turn % 2 ? one : other).find('a', use)).toBeDefined()
      if (turn === 0) expect(await other.find('idle', look)).toBeDefined()
    }
    expect(await one.find('idle', use)).toBeUndefined()
  })

  it('end after their longest time, however much they are used', async () => {
    const { one, pass } = opened()
    await begin(opened(), { longestMs: 90 * minute })
    await pass(50 * minute)
    expect((await one.find('a', use))?.endsInMs).toBeLessThanOrEqual(40 * minute)
    await pass(39 * minute)
    expect(await one.find('a', use)).toBeDefined()
    await pass(minute)
    expect([await one.find('a', use), await one.end('a')]).toEqual([undefined, undefined])
  })

  it('end at once for everybody, and say what was kept of them', async () => {
    const { one, other } = opened()
    await begin(opened(), { goodForMs: 0 })
    const renewal = await taken(other)
    expect([await other.end('a'), await other.end('a')]).toEqual(['c2VhbGVk', undefined])
    expect(await one.find('a', use)).toBeUndefined()
    expect(await other.renewed(renewal, { sealed: 'bmV3' })).toBe(false)
    await other.giveUpRenewal(renewal)
    expect([await one.find('a', use), await one.takeRenewal('a', termMs)]).toEqual([undefined, undefined])
  })
}

function renewalTests(opened: () => Shared): void {
  it('are renewed once what is sealed is good no longer, not before', async () => {
    const { one, other, pass } = opened()
    await begin(opened(), { goodForMs: 10 * minute })
    expect(await one.takeRenewal('a', termMs)).toBeUndefined()
    expect((await other.find('a', look))?.goodForMs).toBeGreaterThan(9 * minute)
    await pass(11 * minute)
    expect((await other.find('a', look))?.goodForMs).toBeLessThanOrEqual(0)
    const renewal = await taken(one)
    expect(renewal).toMatchObject({ name: 'a', sealed: 'c2VhbGVk' })
    expect(await one.renewed(renewal, { sealed: 'bmV3', goodForMs: 10 * minute })).toBe(true)
    expect(await other.takeRenewal('a', termMs)).toBeUndefined()
    expect(await other.find('a', look)).toMatchObject({ sealed: 'bmV3', goodForMs: expect.any(Number) })
    await pass(11 * minute)
    expect(await taken(other)).toMatchObject({ sealed: 'bmV3' })
  })

  it('are good for as long as they live where nothing else was said', async () => {
    const { one, pass } = opened()
    await begin(opened(), { idleMs: 600 * minute })
    await pass(599 * minute)
    expect(await one.takeRenewal('a', termMs)).toBeUndefined()
  })

  it('are renewed by one, however many try at once', async () => {
    const { one, other } = opened()
    await begin(opened(), { goodForMs: 0 })
    const tried = Array.from({ length: 12 }, (_, turn) => (turn % 2 ? other : one).takeRenewal('a', termMs))
    const all = (await Promise.all(tried)).filter((renewal) => renewal !== undefined)
    expect(all).toHaveLength(1)
    expect(await other.takeRenewal('a', termMs)).toBeUndefined()
  })

  it('are renewed by another once whoever was at it has given it up, or its term has passed', async () => {
    const { one, other, pass } = opened()
    await begin(opened(), { goodForMs: 0 })
    const first = await taken(one)
    await one.giveUpRenewal(first)
    const second = await taken(other)
    await pass(2 * termMs)
    const third = await taken(one)
    await other.giveUpRenewal(second)
    expect(await other.takeRenewal('a', termMs)).toBeUndefined()
    const renewed = [await other.renewed(second, { sealed: 'bGF0ZQ' }), await one.renewed(third, { sealed: 'bmV3' })]
    expect(renewed).toEqual([false, true])
    expect(await other.find('a', look)).toMatchObject({ sealed: 'bmV3' })
    expect((await other.find('a', look))?.goodForMs).toBeUndefined()
  })

  it('do not live longer by being renewed', async () => {
    const { one, pass } = opened()
    await begin(opened(), { goodForMs: 0, longestMs: 30 * minute })
    await pass(20 * minute)
    await one.renewed(await taken(one), { sealed: 'bmV3', goodForMs: 60 * minute })
    await pass(11 * minute)
    expect(await one.find('a', use)).toBeUndefined()
  })
}
