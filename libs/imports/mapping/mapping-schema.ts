/** The form of a mapping as JSON Schema. What only the whole can tell is checked in check-mapping. */
import type { FormText } from './form-texts.js'
import { becomings } from './mapping.js'

/** Keyword of a schema that says in words what is expected where it stands. */
export const formKeyword = 'x-form'

const form = (what: FormText) => ({ [formKeyword]: what })

const text = { type: 'string', minLength: 1 }
const name = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]*$', maxLength: 80, ...form('a-name') }
/** One, or a list of them. */
const texts = { ...text, type: ['string', 'array'], minItems: 1, items: text }
const anyText = { type: 'string' }
const truth = { enum: ['true', 'false'] }
const count = { type: 'string', pattern: '^[1-9][0-9]{0,4}$', ...form('a-count') }
const sign = { type: 'string', maxLength: 1, ...form('one-character-or-none') }
const table = { type: 'object', additionalProperties: anyText }
const expression = { $ref: '#/$defs/expression' }
const expressions = { type: 'array', minItems: 1, items: expression }
const conditions = { $ref: '#/$defs/conditions' }

const closed = (properties: Record<string, unknown>, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})

const named = (value: unknown) => ({
  type: 'object',
  minProperties: 1,
  propertyNames: name,
  additionalProperties: value,
})

const formats = closed({
  encoding: text,
  delimiter: { type: 'string', minLength: 1, maxLength: 1, ...form('one-character') },
  quote: sign,
  dates: texts,
  pivot: { type: 'string', pattern: '^(19|20)[0-9]{2}$', ...form('a-year') },
  language: text,
  decimal: { enum: ['.', ','] },
  thousands: sign,
  currency: text,
  zone: text,
  clock: { enum: ['earlier', 'later'] },
})

const file = closed(
  {
    name: text,
    format: { enum: ['csv', 'xlsx'] },
    sheet: text,
    formulas: { enum: ['refuse', 'cached'] },
    headerLine: count,
    shortRows: { enum: ['refuse', 'fill'] },
    formats,
  },
  ['name'],
)

const join = closed(
  {
    file: name,
    on: { type: 'object', minProperties: 1, additionalProperties: expression },
    unmatched: { enum: ['error', 'empty', 'set-aside'] },
  },
  ['file', 'on'],
)

const lines = closed({ file: name, on: { type: 'object', minProperties: 1, additionalProperties: expression } }, [
  'file',
  'on',
])

const record = closed(
  {
    target: text,
    when: conditions,
    key: { $ref: '#/$defs/key' },
    at: expression,
    once: truth,
    fields: { type: 'object', additionalProperties: expression },
  },
  ['target', 'key', 'at', 'fields'],
)

const rows = closed(
  {
    file: name,
    join: named(join),
    lines: named(lines),
    setAside: {
      type: 'array',
      items: closed({ rule: name, because: text, when: conditions }, ['rule', 'because', 'when']),
    },
    writes: { enum: ['what-fits', 'all-or-nothing'] },
    records: { type: 'array', minItems: 1, items: record },
  },
  ['file', 'records'],
)

const fullExpression = closed({
  column: text,
  of: name,
  constant: anyText,
  first: expressions,
  all: expressions,
  with: anyText,
  each: expressions,
  sum: expressions,
  product: expressions,
  total: expression,
  key: expressions,
  amount: expression,
  currency: expression,
  split: text,
  part: count,
  strip: texts,
  replace: table,
  case: { enum: ['lower', 'upper'] },
  values: { ...table, ...name, type: ['string', 'object'], ...form('a-name-or-parts') },
  otherwise: { enum: ['error', 'keep', 'empty'] },
  default: text,
  decimal: { enum: ['.', ','] },
  thousands: sign,
  times: { type: 'string', pattern: '^-?[0-9]{1,15}(\\.[0-9]{1,15})?$', ...form('a-number') },
  round: { type: 'string', pattern: '^[0-9]$', ...form('a-digit') },
  date: texts,
})

const condition = closed({
  column: text,
  of: name,
  is: anyText,
  isNot: anyText,
  in: { type: 'array', minItems: 1, items: anyText },
  notIn: { type: 'array', minItems: 1, items: anyText },
  empty: truth,
  any: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } },
  all: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } },
})

export const mappingSchema = {
  ...closed(
    {
      'kumppani-mapping': { const: '1' },
      source: name,
      formats,
      files: named(file),
      values: named(table),
      rows: { type: 'array', minItems: 1, items: rows },
      vanished: { type: 'object', minProperties: 1, additionalProperties: { enum: [...becomings] } },
      vanishedAtMost: { type: 'string', pattern: '^([1-9][0-9]?|100)$', ...form('a-percentage') },
    },
    ['kumppani-mapping', 'source', 'files', 'rows'],
  ),
  // A keyword binds only the type that it is for, so a union needs no alternatives to choose from.
  $defs: {
    expression: { ...fullExpression, ...text, type: ['string', 'object'] },
    key: { ...fullExpression, ...text, ...expressions, type: ['string', 'object', 'array'] },
    condition,
    conditions: { ...condition, minItems: 1, items: { $ref: '#/$defs/condition' }, type: ['object', 'array'] },
  },
}
