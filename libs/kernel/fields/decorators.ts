/**
 * The closed set of field decorators. Each describes the field for the schema, puts the matching
 * class-validator rule on it, and is typed so that a property of another type does not compile.
 */
import { decorate, describeField, type Field, type JsonSchema, type PayloadClass, type SealedFor } from './field.js'
import { type Format, formats } from './formats.js'
import { ruleMessage } from './invalid-input.js'
import type { Guarded } from './personal.js'
import { putRule, type Rule } from './rules.js'

/** Decorates a property that may hold a T. */
type FieldOf<T> = <K extends string>(target: { [P in K]?: T | undefined }, key: K) => void
/** A field decorator of any type. */
export type AnyField = (target: never, key: never) => void

/** Puts a field on a class whose fields are known once there are slices. */
export function addField(to: PayloadClass, name: string, ...decorators: readonly AnyField[]): void {
  for (const decorator of decorators) decorator(to.prototype as never, name as never)
}

function field<T>(part: Partial<Field>, ...rules: Rule[]): FieldOf<T> {
  return (target, key) =>
    decorate(target, key, (owner, name) => {
      describeField(owner, name, part)
      for (const rule of rules) putRule(owner, name, rule)
    })
}

const formatted =
  (format: Format, each = false): Rule =>
  ({ ValidateBy }) =>
    ValidateBy(
      { name: format, validator: { validate: (value) => typeof value === 'string' && formats[format](value) } },
      { message: ruleMessage(format), each },
    )

const atMost =
  (max: number): Rule =>
  ({ ValidateBy }) =>
    ValidateBy(
      {
        name: 'maxLength',
        constraints: [max],
        validator: { validate: (v) => typeof v === 'string' && [...v].length <= max },
      },
      { message: ruleMessage('too-long', max) },
    )

const isObject: Rule = ({ IsObject }) => IsObject({ message: ruleMessage('not-an-object') })

function text<T extends string>(format: Format, schema: JsonSchema = {}, sealedFor?: SealedFor): FieldOf<Guarded<T>> {
  return field({ schema: { type: 'string', format, ...schema }, sealedFor }, formatted(format))
}

/** The id of something: lower case, 1–64 characters. `refersTo` says what it names. */
export const Id = (refersTo: string): FieldOf<string> =>
  field({ schema: { type: 'string', format: 'k-id' }, refersTo }, formatted('k-id'))

/** What people write; sealed. `max` in characters. */
export const Text = ({ max }: { max: number }): FieldOf<Guarded<string>> =>
  field(
    { schema: { type: 'string', format: 'k-writing', maxLength: max }, sealedFor: 'writing' },
    formatted('k-writing'),
    atMost(max),
  )

/** What people call something, on one line; sealed like all they write. */
export const Title = ({ max }: { max: number } = { max: 200 }): FieldOf<Guarded<string>> =>
  field(
    { schema: { type: 'string', format: 'k-label', maxLength: max }, sealedFor: 'writing' },
    formatted('k-label'),
    atMost(max),
  )

/** A name of an organisation, a heading out of a catalogue; open, one line. */
export const Label = ({ max }: { max: number } = { max: 200 }): FieldOf<Guarded<string>> => label(max)

const label = (max: number, further: JsonSchema = {}): FieldOf<Guarded<string>> =>
  field(
    { schema: { type: 'string', format: 'k-label', maxLength: max, ...further } },
    formatted('k-label'),
    atMost(max),
  )

/** A code out of a catalogue or of another system; open. */
export const Code = (): FieldOf<string> => text('k-code')
/** ISO 8601 instant with an offset or Z. */
export const Instant = (): FieldOf<string> => text('k-instant')
/** A day, `2026-03-01`. */
export const Day = (): FieldOf<string> => text('k-day')
/** ISO 4217, `EUR`. */
export const Currency = (): FieldOf<string> => text('k-currency')
/** ISO 3166 alpha-2, `FI`. */
export const Country = (): FieldOf<string> => text('k-country')
/** ISO 639-1, `fi`. */
export const Language = (): FieldOf<string> => text('k-language')
/** IANA, `Europe/Helsinki`. */
export const TimeZone = (): FieldOf<string> => text('k-zone')
/** A decimal number as text, where an integer is not enough: `0.0912`. */
export const Decimal = (): FieldOf<string> => text('k-decimal')
export const Mail = (): FieldOf<Guarded<string>> => text('k-mail')
export const Phone = (): FieldOf<Guarded<string>> => text('k-phone')

/** All that a command says, whatever its fields; sealed as what people write is. */
export const CommandBody = (): FieldOf<Guarded<object>> =>
  field({ schema: { type: 'object' }, sealedFor: 'writing' }, isObject)

/** Any JSON value; for answers that show values of many kinds. */
export const AnyValue = (): FieldOf<unknown> => field({ schema: {} })

/** A value of a schema that is told; for answers that show maps and lists of what no field is. */
export const Shaped = (schema: JsonSchema): FieldOf<unknown> => field({ schema })

export const Flag = (): FieldOf<boolean> =>
  field({ schema: { type: 'boolean' } }, ({ IsBoolean }) => IsBoolean({ message: ruleMessage('not-a-flag') }))

export function Integer({ min, max }: { min: number; max: number }): FieldOf<number> {
  return field(
    { schema: { type: 'integer', minimum: min, maximum: max } },
    ({ IsInt }) => IsInt({ message: ruleMessage('not-an-integer') }),
    ({ Min }) => Min(min, { message: ruleMessage('too-small', min) }),
    ({ Max }) => Max(max, { message: ruleMessage('too-large', max) }),
  )
}

/** A list of whole numbers; a column of an answer. */
export function Integers({ max }: { max: number }): FieldOf<number[]> {
  return field(
    { schema: { type: 'array', maxItems: max, items: { type: 'integer' } }, list: true },
    ...list(max),
    ({ IsInt }) => IsInt({ each: true, message: ruleMessage('not-an-integer') }),
  )
}

/** A number, not necessarily whole; for answers. What is recorded is whole, or a Decimal. */
export const Quantity = (): FieldOf<number> =>
  field({ schema: { type: 'number' } }, ({ IsNumber }) => IsNumber({}, { message: ruleMessage('not-a-number') }))

export function Choice<const V extends readonly string[]>(values: V): FieldOf<V[number]> {
  return field({ schema: { type: 'string', enum: [...values] } }, ({ IsIn }) =>
    IsIn([...values], { message: ruleMessage('not-a-choice', values.join(', ')) }),
  )
}

/** A value with fields of its own. */
export function Nested<T extends object>(payload: PayloadClass<T>): FieldOf<T> {
  return field({ schema: { type: 'object' }, nested: payload }, isObject, ({ ValidateNested }) => ValidateNested())
}

const list = (max: number): Rule[] => [
  ({ IsArray }) => IsArray({ message: ruleMessage('not-a-list') }),
  ({ ArrayMaxSize }) => ArrayMaxSize(max, { message: ruleMessage('too-many', max) }),
]

/** A list of values with fields of their own. */
export function ListOf<T extends object>(
  payload: PayloadClass<T>,
  { max }: { max: number } = { max: 100 },
): FieldOf<T[]> {
  return field(
    { schema: { type: 'array', maxItems: max }, nested: payload, list: true },
    ...list(max),
    ({ ValidateNested }) => ValidateNested({ each: true }),
  )
}

/** A list of ids. */
export function Ids(refersTo: string, { max }: { max: number } = { max: 50 }): FieldOf<string[]> {
  const items = { type: 'string', format: 'k-id' }
  return field(
    { schema: { type: 'array', maxItems: max, uniqueItems: true, items }, list: true, refersTo },
    ...list(max),
    formatted('k-id', true),
    ({ ValidateBy }) =>
      ValidateBy(
        { name: 'unique', validator: { validate: (v) => Array.isArray(v) && new Set(v).size === v.length } },
        { message: ruleMessage('repeated') },
      ),
  )
}

/** Ids of the persons whom something names. */
export const Persons = (): FieldOf<string[]> => Ids('contact')

const texts = (format: 'k-code' | 'k-partition' | 'k-key', max: number): FieldOf<string[]> =>
  field(
    { schema: { type: 'array', maxItems: max, items: { type: 'string', format } }, list: true },
    ...list(max),
    formatted(format, true),
  )

const wordedCode = (set: string): JsonSchema => ({ type: 'string', format: 'k-code', 'x-vocabulary': set })

/** A code that a set of the vocabulary has the word of; for answers. */
export const CodeOf = (set: string): FieldOf<string> => field({ schema: wordedCode(set) }, formatted('k-code'))

/** Such a code, or what somebody calls it who has a name of their own for it; for answers. */
export const LabelOf = (set: string, { max }: { max: number }): FieldOf<Guarded<string>> =>
  label(max, { 'x-vocabulary': set })

/** A list of such codes. */
export const CodesOf = (set: string, { max }: { max: number } = { max: 50 }): FieldOf<string[]> =>
  field(
    { schema: { type: 'array', maxItems: max, items: wordedCode(set) }, list: true },
    ...list(max),
    formatted('k-code', true),
  )

/** What an event says; for answers. @param by the field beside it with the type of the event, or the kind of touchpoint */
export const SaidBy = (by: string): FieldOf<unknown> => field({ schema: { 'x-said-by': by } })

/** A list of codes. */
export const Codes = ({ max }: { max: number } = { max: 50 }): FieldOf<string[]> => texts('k-code', max)

/** A list of keys of partitions: `customer:<id>`. */
export const Partitions = ({ max }: { max: number }): FieldOf<string[]> => texts('k-partition', max)

/** A list of ids of keys. */
export const KeyIds = ({ max }: { max: number }): FieldOf<string[]> => texts('k-key', max)

/** A list out of closed choices. */
export function Choices<const V extends readonly string[]>(values: V): FieldOf<V[number][]> {
  return field(
    {
      schema: {
        type: 'array',
        maxItems: values.length,
        uniqueItems: true,
        items: { type: 'string', enum: [...values] },
      },
      list: true,
    },
    ...list(values.length),
    ({ ArrayUnique }) => ArrayUnique({ message: ruleMessage('repeated') }),
    ({ IsIn }) => IsIn([...values], { each: true, message: ruleMessage('not-a-choice', values.join(', ')) }),
  )
}

/** May be left out. Null is not a value: leave the field out instead. */
export function Optional(): PropertyDecorator {
  return (target, key) => {
    describeField(target, String(key), { optional: true })
    putRule(target, String(key), ({ IsOptional }) => IsOptional())
    putRule(target, String(key), notNull)
  }
}

const notNull: Rule = ({ ValidateBy }) =>
  ValidateBy({ name: 'notNull', validator: { validate: (value) => value !== null } }, { message: ruleMessage('null') })

/** Of an answer: what is drawn, and read by nobody. */
export const Unread = (): FieldOf<object> => field({ drawn: true })

/** Personal: sealed with the key of the person the event is about, or of the import whose files it stands in. */
export function Personal({ subject }: { subject: 'contact' | 'member' | 'import' }): PropertyDecorator {
  return (target, key) =>
    decorate(target, String(key), (owner, name) => describeField(owner, name, { sealedFor: subject }))
}
