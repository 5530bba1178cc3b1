/** How long sessions of browsers live, in whichever process, and what their issuer has to say about it. */
import { describe, expect, it } from '@jest/globals'
import { MemorySessions } from '#engines/embedded/memory-sessions.js'
import { HostileSessions } from '#engines/hostile/hostile-sessions.js'
import type { KeptSessions } from '#kernel'
import { CookieText } from './cookie-text.js'
import { Sessions } from './sessions.js'
import { type IssuersWord, type SessionIssuer, type Vouched, VouchesNoLonger } from './vouching.js'

const minute = 60_000
const limits = { idleMs: 60 * minute, longestMs: 600 * minute }
const forEver = { word: { subject: 'aino' } }
const vouchesForEver: SessionIssuer = { name: 'here' }

/** Two processes that share what they keep, with a clock of their own. */
function held(issuer = vouchesForEver) {
  const time = { ms: 1_000_000 }
  const memory = new MemorySessions({ now: () => time.ms })
  const process = (seed: number) => new Sessions(new HostileSessions(memory, seed), issuer, limits)
  return { time, memory, sessions: process(1), elsewhere: process(2) }
}

describe('a session', () => {
  it('is found by its cookie alone, in every process', async () => {
    const { sessions, elsewhere } = held()
    const { id } = await sessions.begin(forEver)
    expect(id).toHaveLength(43)
    for (const each of [sessions, elsewhere]) {
      expect(await each.find(id)).toMatchObject({ subject: 'aino' })
      expect(await each.find(`${id}x`)).toBeUndefined()
    }
  })

  it('is found by nothing that is kept of it, which tells nobody whose it is', async () => {
    const { memory } = held()
    const kept: string[] = []
    const watched = new Proxy(memory, {
      get: (target, method: keyof KeptSessions) => (name: string, more: never) => {
        kept.push(name, JSON.stringify(more))
        return target[method](name as never, more)
      },
    })
    const sessions = new Sessions(watched, vouchesForEver, limits)
    const { id } = await sessions.begin({ word: { subject: 'aino', renewal: 'secret-of-aino' } })
    expect(await sessions.find(kept[0] as string)).toBeUndefined()
    expect(kept.join()).not.toMatch(/aino|secret/)
    expect(kept.join()).not.toContain(id)
  })

  it('ends when nobody has used it for a while, and goes on for whoever does', async () => {
    const { sessions, elsewhere, time } = held()
    const [used, idle] = [(await sessions.begin(forEver)).id, (await sessions.begin(forEver)).id]
    for (let minutes = 0; minutes < 90; minutes += 30) {
      time.ms += 30 * minute
      expect(await elsewhere.find(used)).toBeDefined()
      await sessions.find(idle, { isUse: false })
    }
    expect(await sessions.find(idle)).toBeUndefined()
  })

  it('ends after its longest time, however much it is used', async () => {
    const { sessions, time } = held()
    const { id, endsInMs } = await sessions.begin(forEver)
    expect(endsInMs).toBe(limits.longestMs)
    for (let minutes = 50; minutes < 600; minutes += 50) {
      time.ms += 50 * minute
      expect(await sessions.find(id)).toBeDefined()
    }
    time.ms += 50 * minute
    expect(await sessions.find(id)).toBeUndefined()
  })

  it('ends at once for whoever holds it open, and elsewhere once that is asked', async () => {
    const { sessions, elsewhere } = held()
    const { id } = await sessions.begin(forEver)
    const [here, there] = [await sessions.find(id), await elsewhere.find(id)]
    await sessions.end(id)
    expect([here?.ended.aborted, await sessions.find(id)]).toEqual([true, undefined])
    expect([await elsewhere.find(id, { isUse: false }), there?.ended.aborted]).toEqual([undefined, true])
  })

  it('is none of another issuer, who can neither renew nor end it', async () => {
    const { sessions, memory, time } = held({ name: 'here', renew: async (word) => ({ word }) })
    const { id } = await sessions.begin({ word: { subject: 'aino', renewal: 'r' }, goodForMs: minute })
    const others = new Sessions(memory, { name: 'there', renew: async (word) => ({ word }) }, limits)
    time.ms += 2 * minute
    expect(await others.find(id)).toBeUndefined()
    expect(await sessions.find(id)).toBeDefined()
  })

  it('is none where what is kept of it was changed', async () => {
    const text = new CookieText('text')
    const sealed = text.seal({ subject: 'aino' }, 'here')
    expect(text.open(sealed, 'here')).toEqual({ subject: 'aino' })
    const flipped = Buffer.from(sealed, 'base64url')
    flipped[20] = (flipped[20] as number) ^ 1
    for (const other of [flipped.toString('base64url'), '', 'AAAA']) expect(text.open(other, 'here')).toBeUndefined()
    expect(new CookieText('other').open(sealed, 'here')).toBeUndefined()
  })
})

describe('a session that an issuer vouches for', () => {
  /** Vouches for ten minutes at a time, in the words of `renew`; what renews works once. */
  async function vouched(renew: (asked: number) => Promise<Partial<IssuersWord>>) {
    const asked = { times: 0, signedOut: [] as (string | undefined)[] }
    const issuer: SessionIssuer = {
      name: 'provider',
      renew: async ({ subject, renewal }): Promise<Vouched> => {
        if (renewal !== `r${asked.times}`) throw new VouchesNoLonger()
        const fresh = await renew(++asked.times)
        return { word: { subject, renewal: `r${asked.times}`, ...fresh }, goodForMs: 10 * minute }
      },
      signOut: async ({ renewal }) => void asked.signedOut.push(renewal),
    }
    const both = held(issuer)
    const word = { subject: 'aino', renewal: 'r0' }
    const { id, endsInMs } = await both.sessions.begin({ word, goodForMs: 10 * minute })
    return { ...both, asked, id, endsInMs }
  }

  it('asks it once for all that come at once, to whichever process', async () => {
    const { sessions, elsewhere, time, asked, id, endsInMs } = await vouched(async () => ({}))
    expect(endsInMs).toBe(limits.longestMs)
    time.ms += 11 * minute
    const found = await Promise.all([sessions, elsewhere, sessions, elsewhere].map((each) => each.find(id)))
    expect([found.map((one) => one?.subject), asked.times]).toEqual([Array(4).fill('aino'), 1])
    time.ms += 5 * minute
    await elsewhere.find(id)
    expect(asked.times).toBe(1)
    time.ms += 6 * minute
    expect([(await elsewhere.find(id))?.subject, asked.times]).toEqual(['aino', 2])
  })

  it('ends when it vouches no longer', async () => {
    const { sessions, elsewhere, time, id } = await vouched(async () => Promise.reject(new VouchesNoLonger()))
    time.ms += 11 * minute
    expect([await sessions.find(id), await elsewhere.find(id)]).toEqual([undefined, undefined])
  })

  it('ends when it vouches for somebody else', async () => {
    const { sessions, elsewhere, time, id } = await vouched(async () => ({ subject: 'bengt' }))
    time.ms += 11 * minute
    expect([await sessions.find(id), await elsewhere.find(id)]).toEqual([undefined, undefined])
  })

  it('waits while it cannot be asked, and goes on afterwards', async () => {
    let isAway = true
    const { sessions, elsewhere, asked, time, id } = await vouched(async () => {
      if (!isAway) return {}
      asked.times--
      throw new Error('away')
    })
    time.ms += 11 * minute
    await expect(sessions.find(id)).rejects.toMatchObject({ code: 'identity-unavailable' })
    isAway = false
    expect(await elsewhere.find(id)).toBeDefined()
  })

  it('is gone on with by another process where one ended while it asked', async () => {
    const { memory, elsewhere, time, id } = await vouched(async () => ({}))
    time.ms += 11 * minute
    const name = new CookieText(id).name
    expect(await memory.takeRenewal(name, minute)).toBeDefined()
    const found = elsewhere.find(id)
    time.ms += 2 * minute
    expect(await found).toMatchObject({ subject: 'aino' })
  })

  it('leaves nothing at the issuer where it is signed out of while that is asked', async () => {
    const renewing = Promise.withResolvers<Partial<IssuersWord>>()
    const { sessions, elsewhere, time, asked, id } = await vouched(() => renewing.promise)
    time.ms += 11 * minute
    const found = sessions.find(id)
    while (asked.times === 0) await new Promise((resolve) => setImmediate(resolve))
    await elsewhere.end(id)
    renewing.resolve({})
    expect([await found, asked.signedOut]).toEqual([undefined, ['r0', 'r1']])
  })

  it('ends with what it said once, where it cannot be asked again', async () => {
    const { sessions, time } = held()
    const { id, endsInMs } = await sessions.begin({ word: { subject: 'aino' }, goodForMs: 10 * minute })
    expect(endsInMs).toBe(10 * minute)
    time.ms += endsInMs
    expect(await sessions.find(id)).toBeUndefined()
  })
})
