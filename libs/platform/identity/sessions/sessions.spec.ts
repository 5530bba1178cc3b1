/** How long sessions of browsers live, and what their issuer has to say about it. */
import { describe, expect, it } from '@jest/globals'
import { Sessions, type Vouched, VouchesNoLonger } from './sessions.js'

const minute = 60_000
const limits = { idleMs: 60 * minute, longestMs: 600 * minute, most: 3 }
const forEver = { subject: 'aino', goodUntil: Number.POSITIVE_INFINITY }

/** With a clock of their own. */
function held(of: Partial<typeof limits> = {}) {
  const time = { ms: 1_000_000 }
  return { time, sessions: new Sessions({ ...limits, ...of }, () => time.ms) }
}

describe('a session', () => {
  it('is found by its cookie alone, and by nothing that is kept of it', async () => {
    const { sessions } = held()
    const { id } = sessions.begin(forEver)
    expect(await sessions.find(id)).toMatchObject({ subject: 'aino' })
    expect(await sessions.find(`${id}x`)).toBeUndefined()
    expect(id).toHaveLength(43)
  })

  it('ends when nobody has used it for a while, and goes on for whoever does', async () => {
    const { sessions, time } = held()
    const [used, idle] = [sessions.begin(forEver).id, sessions.begin(forEver).id]
    for (let minutes = 0; minutes < 90; minutes += 30) {
      time.ms += 30 * minute
      expect(await sessions.find(used)).toBeDefined()
      await sessions.find(idle, { isUse: false })
    }
    expect(await sessions.find(idle)).toBeUndefined()
  })

  it('ends after its longest time, however much it is used', async () => {
    const { sessions, time } = held({ idleMs: 10_000 * minute })
    const { id, endsAt } = sessions.begin(forEver)
    expect(endsAt).toBe(time.ms + limits.longestMs)
    time.ms = endsAt
    expect(await sessions.find(id)).toBeUndefined()
  })

  it('ends at once for whoever holds it open', async () => {
    const { sessions } = held()
    const { id } = sessions.begin(forEver)
    const found = await sessions.find(id)
    await sessions.end(id)
    expect([found?.ended.aborted, await sessions.find(id)]).toEqual([true, undefined])
  })

  it('gives way to newer ones when there are too many', async () => {
    const { sessions } = held()
    const ids = [1, 2, 3, 4].map(() => sessions.begin(forEver).id)
    const found = await Promise.all(ids.map((id) => sessions.find(id)))
    expect(found.map((one) => one !== undefined)).toEqual([false, true, true, true])
  })
})

describe('a session that an issuer vouches for', () => {
  /** Vouches for ten minutes at a time, in the words of `renew`. */
  function vouched(renew: (asked: number) => Promise<Partial<Vouched>>) {
    const { sessions, time } = held()
    const asked = { times: 0 }
    const word = (): Vouched => ({
      subject: 'aino',
      goodUntil: time.ms + 10 * minute,
      renew: async () => ({ ...word(), ...(await renew(++asked.times)) }),
    })
    return { sessions, time, asked, id: sessions.begin(word()).id }
  }

  it('asks it once for all that come at once', async () => {
    const { sessions, time, asked, id } = vouched(async () => ({}))
    time.ms += 11 * minute
    const found = await Promise.all([1, 2, 3].map(() => sessions.find(id)))
    expect([found.map((one) => one?.subject), asked.times]).toEqual([['aino', 'aino', 'aino'], 1])
    time.ms += 5 * minute
    await sessions.find(id)
    expect(asked.times).toBe(1)
  })

  it('ends when it vouches no longer', async () => {
    const { sessions, time, id } = vouched(async () => Promise.reject(new VouchesNoLonger()))
    time.ms += 11 * minute
    expect(await sessions.find(id)).toBeUndefined()
    expect(await sessions.find(id)).toBeUndefined()
  })

  it('ends when it vouches for somebody else', async () => {
    const { sessions, time, id } = vouched(async () => ({ subject: 'bengt' }))
    time.ms += 11 * minute
    expect(await sessions.find(id)).toBeUndefined()
  })

  it('waits while it cannot be asked, and goes on afterwards', async () => {
    const { sessions, time, id } = vouched((asked) =>
      asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve({}),
    )
    time.ms += 11 * minute
    await expect(sessions.find(id)).rejects.toMatchObject({ code: 'identity-unavailable' })
    expect(await sessions.find(id)).toBeDefined()
  })

  it('ends with what it said once, where it cannot be asked again', async () => {
    const { sessions, time } = held()
    const { id, endsAt } = sessions.begin({ subject: 'aino', goodUntil: time.ms + 10 * minute })
    expect(endsAt).toBe(time.ms + 10 * minute)
    time.ms = endsAt
    expect(await sessions.find(id)).toBeUndefined()
  })
})
