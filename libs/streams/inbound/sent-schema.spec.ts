/** What others may send by its contract is what is read, and the other way round. */
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { sentTopics } from '#crm/imports/sent-topics.js'
import { compileTargets, type FieldKind } from '#imports'
import type { Json, JsonObject } from '#kernel'
import { readSent, Unusable } from './sent-message.js'
import { sentSchema } from './sent-schema.js'

const { catalogue } = compileTargets(importTargets, business.registry)
const types = sentTopics.flatMap(({ targets }) => targets)
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const validators = new Map(types.map((type) => [type, ajv.compile(sentSchema(type, catalogue))]))

const read = (said: JsonObject) =>
  readSent(
    { topic: 'in.any', partition: 0, offset: '0', key: '17', value: JSON.stringify(said), headers: {} },
    { types, catalogue },
  )
function isRead(said: JsonObject): boolean {
  try {
    read(said)
    return true
  } catch (error) {
    if (error instanceof Unusable) return false
    throw error
  }
}

const samples: Readonly<Record<FieldKind['kind'], Json>> = {
  text: 'Two\nlines.',
  label: 'One line',
  integer: 50,
  decimal: '12.5',
  money: { amountMinor: 100, currency: 'EUR' },
  day: '2026-03-01',
  instant: '2026-03-01T09:30:00Z',
  choice: '',
  reference: '17',
  list: [],
}
const forms: Readonly<Record<string, string>> = {
  country: 'FI',
  phone: '+358 1 234',
  mail: 'a@example.com',
  language: 'fi',
  customerProject: 'a1',
}

function sampleOf(name: string, kind: FieldKind): Json {
  if (kind.kind === 'list') return [sampleOf(name, kind.of)]
  if (kind.kind === 'choice') return kind.choices[0] === 'true' ? true : (kind.choices[0] ?? '')
  if (kind.kind === 'integer') return kind.max ?? 50
  return kind.kind === 'label' && kind.form ? (forms[name] ?? 'abc') : samples[kind.kind]
}

const wrongs: readonly Json[] = [7.5, '', 'x'.repeat(70_000), true, { a: 1 }, [[]]]

const put = (name: string, value: Json): JsonObject => {
  const [first = '', ...rest] = name.split('.')
  return { [first]: rest.length === 0 ? value : put(rest.join('.'), value) }
}

describe.each(types)('a message of %s', (type) => {
  const fields = Object.entries(catalogue[type]?.fields ?? {})
  const validate = (said: JsonObject) => validators.get(type)?.(said) === true

  it('may carry every field, or null', () => {
    expect(fields.length).toBeGreaterThan(0)
    for (const [name, kind] of fields) {
      for (const value of [sampleOf(name, kind), null]) {
        const said = { type, at: '2026-03-01', fields: put(name, value) }
        expect([name, value, validate(said), isRead(said)]).toEqual([name, value, true, true])
      }
    }
  })

  it('is refused by what reads it wherever its contract refuses it', () => {
    for (const [name, kind] of fields) {
      for (const value of wrongs) {
        const said = { type, at: '2026-03-01', fields: put(name, value) }
        if (!validate(said)) expect([name, kind.kind, value, isRead(said)]).toEqual([name, kind.kind, value, false])
      }
    }
    const whole: JsonObject[] = [{}, { at: 7 }, { at: '2026', more: 1 }, { at: '2026-03', fields: [] }]
    for (const said of whole) expect([said, isRead({ type, ...said })]).toEqual([said, false])
  })
})

it('knows moments, days, months and what was before', () => {
  const at = (text: string) => read({ type: 'customer', at: text }).record.at
  expect(at('2026-03-01T09:30+02:00')).toEqual({ precision: 'instant', at: '2026-03-01T07:30:00.000Z' })
  expect(at('2026-03-01')).toEqual({ precision: 'day', at: '2026-03-01' })
  expect(at('2026-03')).toEqual({ precision: 'month', at: '2026-03' })
  expect(at('before')).toEqual({ precision: 'before', at: '' })
})
