/** What is read of JSON is what was sent, or it is refused with its place. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readJson, readJsonText, UnreadableJson } from './read-json.js'

function faultOf(bytes: Uint8Array | string): unknown[] {
  try {
    readJson(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  } catch (error) {
    if (error instanceof UnreadableJson) return [error.code, error.line, error.column]
    throw error
  }
  return []
}

describe('JSON', () => {
  it('is read as JSON is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const value = JSON.parse(text)
        const written = JSON.stringify(value, undefined, indent)
        fc.pre(!written.includes('__proto__'))
        expect(readJson(Buffer.from(written))).toEqual(value)
      }),
    )
  })

  it.each([
    [
      'a byte that is none of UTF-8',
      Buffer.from([...Buffer.from('{"a":\n"ä'), 0xe4, ...Buffer.from('"}')]),
      'not-utf-8',
      2,
      3,
    ],
    ['a character that is cut', Buffer.from('"ä').subarray(0, 2), 'not-utf-8', 1, 2],
    ['a name twice', '{"a":1,\n "b":{"a":2},\n "a":3}', 'said-twice', 3, 2],
    ['a name twice, written otherwise', '{"a":1,"\\u0061":2}', 'said-twice', 1, 8],
    ['a name twice further in', '[{"x":[{"y":1,"y":1}]}]', 'said-twice', 1, 15],
    ['what every object inherits from', '{"a":{"__proto__":{}}}', 'no-name', 1, 7],
    ['what is cut off', '{"a":1', 'no-json', 1, 7],
    ['what is no JSON', '{"a":\n  x}', 'no-json', 2, 3],
    ['nothing', '', 'no-json', 1, 1],
  ])('is refused with its place: %s', (_, bytes, code, line, column) => {
    expect(faultOf(bytes)).toEqual([code, line, column])
  })

  it('may have one name in several objects, and texts that look like names', () => {
    expect(readJsonText('[{"a":"{\\"a\\":1}","b":"\\"a\\":"},{"a":1}]')).toEqual([
      { a: '{"a":1}', b: '"a":' },
      { a: 1 },
    ])
  })
})
