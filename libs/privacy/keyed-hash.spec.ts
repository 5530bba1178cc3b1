/** Keyed hashes stay the same for ever: ids already given are found again by them. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fingerprintOf, keyedHash, shortIdFrom, uuidFrom } from './keyed-hash.js'

const key = Buffer.alloc(32, 7)

describe('keyedHash', () => {
  it('is HMAC-SHA-256 over the parts, each after its length', () => {
    const framed = Buffer.concat([
      Buffer.from([0, 0, 0, 2]),
      Buffer.from('å'),
      Buffer.from([0, 0, 0, 2]),
      Buffer.from('ab'),
    ])
    expect(keyedHash(key, 'å', 'ab')).toEqual(createHmac('sha256', key).update(framed).digest())
  })

  it('differs whenever the parts differ, also where their text joined is the same', () => {
    const parts = fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(keyedHash(key, ...one).equals(keyedHash(key, ...other))).toBe(isSame)
      }),
    )
    expect(keyedHash(key, 'ab', 'c')).not.toEqual(keyedHash(key, 'a', 'bc'))
    expect(keyedHash(key, 'ab')).not.toEqual(keyedHash(key, 'ab', ''))
  })

  it('differs under another key', () => {
    expect(keyedHash(key, 'a')).not.toEqual(keyedHash(Buffer.alloc(32, 8), 'a'))
  })
})

describe('ids from a hash', () => {
  it('are UUIDs of version 8 and the RFC variant', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(uuidFrom(keyedHash(key, text))).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
      }),
    )
  })

  it('keep the bytes of the hash around version and variant', () => {
    const hash = Buffer.from('00112233445566778899aabbccddeeff'.repeat(2), 'hex')
    expect(uuidFrom(hash)).toBe('00112233-4455-8677-8899-aabbccddeeff')
    expect(hash.toString('hex')).toBe('00112233445566778899aabbccddeeff'.repeat(2))
  })

  it('are 16 characters of base 32 for short ids, bit by bit', () => {
    expect(shortIdFrom(Buffer.alloc(32, 0))).toBe('0000000000000000')
    expect(shortIdFrom(Buffer.alloc(32, 255))).toBe('zzzzzzzzzzzzzzzz')
    expect(shortIdFrom(Buffer.from('0000000001080000000000', 'hex'))).toBe('0000000110000000')
  })
})

describe('fingerprintOf', () => {
  it('does not depend on the order of fields', () => {
    expect(fingerprintOf(key, { a: 1, b: { c: 'x', d: [1, 2] } })).toBe(
      fingerprintOf(key, { b: { d: [1, 2], c: 'x' }, a: 1 }),
    )
  })

  it('has 22 characters and differs for another body', () => {
    const fingerprint = fingerprintOf(key, { text: 'walls' })
    expect(fingerprint).toMatch(/^[\w-]{22}$/)
    expect(fingerprintOf(key, { text: 'wall' })).not.toBe(fingerprint)
  })
})
