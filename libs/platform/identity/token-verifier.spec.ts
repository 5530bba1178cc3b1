/** What is remembered of verified tokens, and for how long. */
import { describe, expect, it } from '@jest/globals'
import { CachedVerifier } from './token-verifier.js'

describe('verified tokens', () => {
  it('are verified once until they expire', async () => {
    let asked = 0
    const verifier = new CachedVerifier({
      verify: async (token) => {
        asked++
        return { subject: token, expiresAt: token === 'stale' ? 0 : Date.now() + 60_000 }
      },
    })
    for (const token of ['fresh', 'fresh', 'stale', 'stale']) expect((await verifier.verify(token)).subject).toBe(token)
    expect(asked).toBe(3)
  })

  it('are not remembered when refused', async () => {
    let asked = 0
    const verifier = new CachedVerifier({
      verify: async () => {
        asked++
        throw new Error('refused')
      },
    })
    await expect(verifier.verify('bad')).rejects.toThrow('refused')
    await expect(verifier.verify('bad')).rejects.toThrow('refused')
    expect(asked).toBe(2)
  })

  it('are forgotten, the longest unused first, when there are too many', async () => {
    const asked: string[] = []
    const verifier = new CachedVerifier({
      verify: async (token) => {
        asked.push(token)
        return { subject: token, expiresAt: Date.now() + 60_000 }
      },
    })
    for (let i = 0; i <= 5000; i++) await verifier.verify(`t${i}`)
    await verifier.verify('t5000')
    await verifier.verify('t0')
    expect(asked.slice(5001)).toEqual(['t0'])
  })
})
