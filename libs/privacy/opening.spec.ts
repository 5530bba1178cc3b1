/** What may be shown is shown, what is erased or withheld says so, and what was altered is refused. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ERASED, WITHHELD, withMarkers } from '#kernel'
import { openSealed } from './opening.js'
import { sealWith } from './sealing.js'

const eventId = '0a1b2c3d-0000-8000-8000-000000000001'
const type = 'touchpoint.meeting-held'
const key = { id: 'mine', bytes: randomBytes(32) }
const otherKey = { id: 'other', bytes: randomBytes(32) }

function vaultOf(...keys: { id: string; bytes: Buffer }[]) {
  const asked: string[] = []
  return {
    asked,
    bytesOf(id: string) {
      asked.push(id)
      return keys.find((each) => each.id === id)?.bytes ?? null
    },
  }
}

const stored = sealWith(
  [
    { key, paths: ['text', 'goals'] },
    { key: otherKey, paths: ['said'] },
  ],
  { text: 'likes oak', goals: ['south'], said: 'yes', minutes: 45 },
  { eventId, type },
)
const shown = withMarkers(stored)
const [mine] = stored['~sealed'] as { token: string }[]
const token = String(mine?.token)

describe('openSealed', () => {
  it('opens markers wherever they stand in documents and lists', () => {
    const rows = [
      { id: 1, notes: [shown.text, 'open'] },
      { id: 2, deeper: { said: shown.said } },
    ]
    expect(openSealed(rows, vaultOf(key, otherKey))).toEqual([
      { id: 1, notes: ['likes oak', 'open'] },
      { id: 2, deeper: { said: 'yes' } },
    ])
  })

  it('opens stored event data without unfolding it first', () => {
    expect(openSealed({ event: stored }, vaultOf(key, otherKey))).toEqual({
      event: { text: 'likes oak', goals: ['south'], said: 'yes', minutes: 45 },
    })
  })

  it('opens each token once', () => {
    const vault = vaultOf(key, otherKey)
    openSealed([shown, shown, { again: shown.goals }], vault)
    expect(vault.asked).toEqual(['mine', 'other'])
  })

  it('says erased for what was sealed under a destroyed key, and opens the rest', () => {
    expect(openSealed(shown, vaultOf(otherKey))).toEqual({ text: ERASED, goals: ERASED, said: 'yes', minutes: 45 })
  })

  it('says withheld for tokens that may not be shown, unless they are erased', () => {
    const withhold = (each: string) => each.startsWith('mine.') || each.startsWith('gone.')
    expect(openSealed(shown, vaultOf(key, otherKey), { withhold })).toEqual({
      text: WITHHELD,
      goals: WITHHELD,
      said: 'yes',
      minutes: 45,
    })
    expect(openSealed(shown, vaultOf(otherKey), { withhold }).text).toBe(ERASED)
  })

  it('shares with the result whatever holds no marker, and leaves the value as it was', () => {
    const document = { plain: { list: [1, { two: 2 }] }, sealed: { text: shown.text } }
    const before = structuredClone(document)
    const opened = openSealed(document, vaultOf(key))
    expect(opened.plain).toBe(document.plain)
    expect(opened.sealed).toEqual({ text: 'likes oak' })
    expect(document).toEqual(before)
    expect(openSealed(document.plain, vaultOf(key))).toBe(document.plain)
  })
})

describe('an altered token', () => {
  const open = (altered: string) =>
    openSealed({ '~': altered, at: 'text' }, vaultOf(key, { ...otherKey, bytes: key.bytes }))
  const sealedBytes = () => Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url')
  const withBytes = (bytes: Buffer) => `mine.${eventId}.${type}.${bytes.toString('base64url')}`

  it('is refused whichever bit is turned, naming the event and nothing of the text', () => {
    const bits = fc.nat(sealedBytes().length * 8 - 1)
    fc.assert(
      fc.property(bits, (bit) => {
        const bytes = sealedBytes()
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(() => open(withBytes(bytes))).toThrow(
          `a sealed text of event ${eventId} was altered since it was written`,
        )
      }),
    )
    expect(open(withBytes(sealedBytes()))).toBe('likes oak')
  })

  it.each([
    ['moved to another event', token.replace(eventId, '0a1b2c3d-0000-8000-8000-000000000002')],
    ['given another type', token.replace(type, 'touchpoint.call-made')],
    ['put under another key id with the same bytes', token.replace('mine.', 'other.')],
  ])('is refused when %s', (_how, altered) => {
    expect(altered).not.toBe(token)
    expect(() => open(altered)).toThrow('was altered since it was written')
  })

  it.each([
    ['without its bytes', `mine.${eventId}.${type}.`, 'is cut off'],
    ['with too few bytes', withBytes(sealedBytes().subarray(0, 27)), 'is cut off'],
    ['without type and bytes', `mine.${eventId}`, 'does not name its event'],
    ['without its type', `mine.${eventId}.AAAA`, 'does not name its event'],
    ['without anything', '', 'does not name its key'],
  ])('is refused %s', (_how, altered, message) => {
    expect(() => open(altered)).toThrow(message)
  })

  it('is refused when its marker asks for a field that was not sealed', () => {
    const asking = (at: string) => () => openSealed({ '~': token, at }, vaultOf(key))
    expect(asking('said')).toThrow(`event ${eventId} has no field said`)
    expect(asking('toString')).toThrow(`event ${eventId} has no field toString`)
  })
})
