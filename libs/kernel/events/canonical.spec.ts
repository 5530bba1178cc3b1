/** One spelling per value, whatever order it was built in, and a clear no to what JSON cannot hold. */
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson, NotJson } from './canonical.js'

/** The same value with every object's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]))
}

const text = fc.string({ unit: 'grapheme' })
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 5 }),
  object: fc.dictionary(text, tie('value'), { maxKeys: 6, noNullPrototype: true }),
})).value

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: { d: [1, 'x', null], c: true } }, '{"a":{"c":true,"d":[1,"x",null]},"b":1}'],
    [
      { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5, ö: 6 },
      '{"\\r":2,"1":3,"ö":6,"€":1,"😀":4,"\ufb33":5}',
    ],
    [[333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0, 1e21], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21]'],
    ['\u20ac$\u000F\nA\'B"\\\\"/\u007f\u2028', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f\u2028"'],
    [{}, '{}'],
    [[], '[]'],
  ])('writes %j as RFC 8785 says', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  it('has the same text for the same value and loses nothing', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonicalJson(value)
        expect(canonicalJson(reversed(value))).toBe(written)
        expect(canonicalJson(JSON.parse(written))).toBe(written)
        expect(JSON.stringify(JSON.parse(written))).toHaveLength(JSON.stringify(value).length)
      }),
    )
  })

  it.each([
    ['undefined', { a: [{ b: undefined }] }, 'not JSON: undefined (leave the key out) at a.0.b'],
    ['a hole in a list', new Array(2), 'not JSON: undefined (leave the key out) at 0'],
    ['a Date', { at: new Date(0) }, 'not JSON: an instance of Date at at'],
    ['a bigint', { n: 1n }, 'not JSON: a bigint at n'],
    ['NaN', [Number.NaN], 'not JSON: the number NaN at 0'],
    ['an infinity', Number.POSITIVE_INFINITY, 'not JSON: the number Infinity at the top'],
    ['a Map', { m: new Map() }, 'not JSON: an instance of Map at m'],
    ['a function', { f: () => 1 }, 'not JSON: a function at f'],
    ['half a surrogate pair', { t: 'x\ud83d' }, 'not JSON: text with half a surrogate pair at t'],
  ])('refuses %s and says where', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(NotJson)
    expect(() => canonicalJson(value)).toThrow(message)
  })

  it('takes plain objects of any realm and without a prototype', () => {
    expect(canonicalJson(runInNewContext('({ b: [1], a: {} })'))).toBe('{"a":{},"b":[1]}')
    expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}')
  })
})
