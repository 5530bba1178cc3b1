/** What may change in a contract that others have, and what may not. */
import { describe, expect, it } from '@jest/globals'
import type { JsonSchema } from '#kernel'
import { brokenIn } from './frozen-schemas.js'

const given: JsonSchema = {
  type: 'object',
  properties: {
    day: { type: 'string', format: 'date', description: 'When.' },
    how: { type: 'string', enum: ['by-hand', 'by-post'] },
    lines: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
  },
  required: ['day'],
}
const changed = (properties: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  ...given,
  properties: { ...(given.properties as JsonSchema), ...properties },
  ...more,
})

describe('a contract', () => {
  it.each([
    ['says it otherwise', changed({ day: { type: 'string', format: 'date', description: 'On which day.' } })],
    ['says more', changed({ by: { type: 'string' } })],
    ['says more always', changed({ by: { type: 'string' } }, { required: ['day', 'by'] })],
    [
      'says of which set of words a code is',
      changed({ how: { type: 'string', enum: ['by-hand', 'by-post'], 'x-vocabulary': 'how' } }),
    ],
    ['knows more choices', changed({ how: { type: 'string', enum: ['by-hand', 'by-post', 'by-mail'] } })],
  ])('is kept by one that %s', (_, now) => {
    expect(brokenIn(given, now)).toEqual([])
  })

  it.each([
    [
      'lost a field',
      { ...given, properties: { day: (given.properties as JsonSchema).day } as JsonSchema },
      '/properties/how: is gone',
    ],
    ['leaves out what was always there', changed({}, { required: [] }), '/required: day is not always there any more'],
    ['changed a kind', changed({ day: { type: 'integer' } }), '/properties/day/type: was "string", is "integer"'],
    ['lost a choice', changed({ how: { type: 'string', enum: ['by-hand'] } }), '/properties/how/enum: by-post is gone'],
    [
      'leaves out what was always there in a list',
      changed({ lines: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } }),
      '/properties/lines/items/required: id is not always there any more',
    ],
  ])('is broken by one that %s', (_, now, broken) => {
    expect(brokenIn(given, now as JsonSchema)).toContain(broken)
  })
})
