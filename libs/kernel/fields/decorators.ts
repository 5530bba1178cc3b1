/**
 * The closed set of field decorators. Each describes the field for the schema, puts the matching
 * class-validator rule on it, and is typed so that a property of another type does not compile.
 */
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator'
import { decorate, describeField, type Field, type JsonSchema, type PayloadClass, type SealedFor } from './field.js'
import { type Format, formats } from './formats.js'
import type { Guarded } from './personal.js'

/** Decorates a property that may hold a T. */
type FieldOf<T> = <K extends string>(target: { [P in K]?: T | undefined }, key: K) => void
/** A field decorator of any type. */
export type AnyField = (target: never, key: never) => void
type Rule = (target: object, key: string) => void

/** Puts a field on a class whose fields are known once there are slices. */
export function addField(to: PayloadClass, name: string, ...decorators: readonly AnyField[]): void {
  for (const decorator of decorators as readonly Rule[]) decorator(to.prototype, name)
}

function field<T>(part: Partial<Field>, ...rules: Rule[]): FieldOf<T> {
  return (target, key) =>
    decorate(target, key, (owner, name) => {
      describeField(owner, name, part)
      for (const rule of rules) rule(owner, name)
    })
}

const formatted = (format: Format, each = false): Rule =>
  ValidateBy(
    { name: format, validator: { validate: (value) => typeof value === 'string' && formats[format](value) } },
    { message: format, each },
  ) as Rule

const atMost = (max: number): Rule =>
  ValidateBy(
    {
      name: 'maxLength',
      constraints: [max],
      validator: { validate: (v) => typeof v === 'string' && [...v].length <= max },
    },
    { message: `too-long:${max}` },
  ) as Rule

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
export const Label = ({ max }: { max: number } = { max: 200 }): FieldOf<Guarded<string>> =>
  field({ schema: { type: 'string', format: 'k-label', maxLength: max } }, formatted('k-label'), atMost(max))

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
  field({ schema: { type: 'object' }, sealedFor: 'writing' }, IsObject({ message: 'not-an-object' }) as Rule)

/** Any JSON value; for answers that show values of many kinds. */
export const AnyValue = (): FieldOf<unknown> => field({ schema: {} })

/** A value of a schema that is told; for answers that show maps and lists of what no field is. */
export const Shaped = (schema: JsonSchema): FieldOf<unknown> => field({ schema })

export const Flag = (): FieldOf<boolean> =>
  field({ schema: { type: 'boolean' } }, IsBoolean({ message: 'not-a-flag' }) as Rule)

export function Integer({ min, max }: { min: number; max: number }): FieldOf<number> {
  return field(
    { schema: { type: 'integer', minimum: min, maximum: max } },
    IsInt({ message: 'not-an-integer' }) as Rule,
    Min(min, { message: `too-small:${min}` }) as Rule,
    Max(max, { message: `too-large:${max}` }) as Rule,
  )
}

/** A list of whole numbers; a column of an answer. */
export function Integers({ max }: { max: number }): FieldOf<number[]> {
  return field(
    { schema: { type: 'array', maxItems: max, items: { type: 'integer' } }, list: true },
    ...list(max),
    IsInt({ each: true, message: 'not-an-integer' }) as Rule,
  )
}

/** A number, not necessarily whole; for answers. What is recorded is whole, or a Decimal. */
export const Quantity = (): FieldOf<number> =>
  field({ schema: { type: 'number' } }, IsNumber({}, { message: 'not-a-number' }) as Rule)

export function Choice<const V extends readonly string[]>(values: V): FieldOf<V[number]> {
  return field(
    { schema: { type: 'string', enum: [...values] } },
    IsIn([...values], { message: `not-a-choice:${values.join(', ')}` }) as Rule,
  )
}

/** A value with fields of its own. */
export function Nested<T extends object>(payload: PayloadClass<T>): FieldOf<T> {
  return field(
    { schema: { type: 'object' }, nested: payload },
    IsObject({ message: 'not-an-object' }) as Rule,
    ValidateNested() as Rule,
  )
}

const list = (max: number): Rule[] => [
  IsArray({ message: 'not-a-list' }) as Rule,
  ArrayMaxSize(max, { message: `too-many:${max}` }) as Rule,
]

/** A list of values with fields of their own. */
export function ListOf<T extends object>(
  payload: PayloadClass<T>,
  { max }: { max: number } = { max: 100 },
): FieldOf<T[]> {
  return field(
    { schema: { type: 'array', maxItems: max }, nested: payload, list: true },
    ...list(max),
    ValidateNested({ each: true }) as Rule,
  )
}

/** A list of ids. */
export function Ids(refersTo: string, { max }: { max: number } = { max: 50 }): FieldOf<string[]> {
  const items = { type: 'string', format: 'k-id' }
  return field(
    { schema: { type: 'array', maxItems: max, uniqueItems: true, items }, list: true, refersTo },
    ...list(max),
    formatted('k-id', true),
    ValidateBy(
      { name: 'unique', validator: { validate: (v) => Array.isArray(v) && new Set(v).size === v.length } },
      { message: 'repeated' },
    ) as Rule,
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
    ArrayUnique({ message: 'repeated' }) as Rule,
    IsIn([...values], { each: true, message: `not-a-choice:${values.join(', ')}` }) as Rule,
  )
}

/** May be left out. Null is not a value: leave the field out instead. */
export function Optional(): PropertyDecorator {
  return (target, key) => {
    describeField(target, String(key), { optional: true })
    ;(IsOptional() as Rule)(target, String(key))
    ValidateBy({ name: 'notNull', validator: { validate: (value) => value !== null } }, { message: 'null' })(
      target,
      String(key),
    )
  }
}

/** Personal: sealed with the key of the person the event is about, or of the import whose files it stands in. */
export function Personal({ subject }: { subject: 'contact' | 'member' | 'import' }): PropertyDecorator {
  return (target, key) =>
    decorate(target, String(key), (owner, name) => describeField(owner, name, { sealedFor: subject }))
}
