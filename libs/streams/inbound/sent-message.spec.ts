/** A message is read as it was sent, or its sender hears where it is not: nothing of it is guessed. */
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { compileTargets } from '#imports'
import { readSent, Unusable } from './sent-message.js'

const { catalogue } = compileTargets(importTargets, business.registry)

function refusalOf(value: string, more: { isGarbled?: boolean } = {}): string[] {
  try {
    const message = { topic: 'in.any', partition: 0, offset: '0', key: '17', headers: {}, value, ...more }
    readSent(message, { types: ['customer'], catalogue })
  } catch (error) {
    if (error instanceof Unusable) return [error.code, error.message, error.path ?? '']
    throw error
  }
  return []
}
const of = (fields: string) => `{"type":"customer","at":"2026-03-01","fields":{${fields}}}`

describe('a message of another system', () => {
  it('is read', () => {
    expect(refusalOf(of('"name":"Isdom"'))).toEqual([])
  })

  it('is refused where its bytes are no UTF-8', () => {
    expect(refusalOf(of('"name":"Is\ufffddom"'), { isGarbled: true })[1]).toContain('not UTF-8')
  })

  it.each([
    ['a name that stands twice', of('"name":"Isdom","name":"Other"'), 'line 1, column 63'],
    ['what every object inherits from', of('"__proto__":{"name":"Isdom"}'), '__proto__'],
    ['what is no JSON', '{"type":', 'line 1, column 9'],
  ])('is refused with its place, and without what it says: %s', (_, value, place) => {
    const [code, sentence] = refusalOf(value)
    expect([code, sentence?.includes(place), sentence?.includes('Isdom')]).toEqual(['malformed', true, false])
  })

  it.each(['constructor', 'toString', 'valueOf'])('has no field called %s', (name) => {
    expect(refusalOf(of(`"name":"Isdom","${name}":"x"`))).toMatchObject([
      'invalid-input',
      expect.anything(),
      `fields.${name}`,
    ])
  })
})
