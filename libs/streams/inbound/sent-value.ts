/** One value of a message, as the field that it is for takes it. */
import type { FieldKind, FieldValue } from '#imports'
import {
  type InputCode,
  InvalidInput,
  isCurrency,
  isDay,
  isDecimal,
  isInstant,
  isLabel,
  isWriting,
  type Json,
  type JsonObject,
  mostMinor,
} from '#kernel'

const mostItems = 1000
const mostOfReference = 200

type Read<Kind extends FieldKind['kind']> = (
  value: Json,
  kind: Extract<FieldKind, { kind: Kind }>,
  path: string,
) => FieldValue

function wrong(path: string, code: InputCode, limit?: string | number): never {
  throw new InvalidInput([{ path, code, ...(limit !== undefined && { limit: String(limit) }) }])
}

/** @throws InvalidInput with the path */
export function sentValue(value: Json, kind: FieldKind, path: string): FieldValue {
  const read = readers[kind.kind] as Read<FieldKind['kind']>
  return read(value, kind, path)
}

function text(
  value: Json,
  path: string,
  { max, fits, code }: { max?: number; fits: (v: string) => boolean; code: InputCode },
) {
  if (typeof value !== 'string') return wrong(path, 'not-a-text')
  if (max !== undefined && value.length > max) return wrong(path, 'too-long', max)
  return fits(value) ? value : wrong(path, code)
}

function whole(
  value: Json,
  path: string,
  { min = -mostMinor, max = mostMinor }: { min?: number; max?: number },
): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return wrong(path, 'not-an-integer')
  if (value < min) return wrong(path, 'too-small', min)
  return value > max ? wrong(path, 'too-large', max) : value
}

/** A choice between true and false is a flag. */
const isFlag = (choices: readonly string[]): boolean => choices.length === 2 && choices.every((one) => flags.has(one))
const flags = new Set(['true', 'false'])

const readers: { readonly [Kind in FieldKind['kind']]: Read<Kind> } = {
  text: (value, { max }, path) => text(value, path, { max, fits: isWriting, code: 'k-writing' }),
  label: (value, { max, form }, path) => {
    const label = text(value, path, { max, fits: isLabel, code: 'k-label' })
    return !form || form.fits(label) ? label : wrong(path, form.code)
  },
  integer: (value, { min, max }, path) => whole(value, path, { min, max }),
  decimal: (value, _, path) => text(value, path, { fits: isDecimal, code: 'k-decimal' }),
  money: (value, _, path) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return wrong(path, 'not-an-object')
    const { amountMinor = null, currency = null, ...further } = value as JsonObject
    const [unknown] = Object.keys(further)
    if (unknown !== undefined) return wrong(`${path}.${unknown}`, 'unknown-field')
    return {
      amountMinor: whole(amountMinor, `${path}.amountMinor`, {}),
      currency: text(currency, `${path}.currency`, { fits: isCurrency, code: 'k-currency' }),
    }
  },
  day: (value, _, path) => text(value, path, { fits: isDay, code: 'k-day' }),
  instant: (value, _, path) => new Date(text(value, path, { fits: isInstant, code: 'k-instant' })).toISOString(),
  choice: (value, { choices }, path) => {
    const chosen = isFlag(choices) && typeof value === 'boolean' ? String(value) : value
    if (typeof chosen === 'string' && choices.includes(chosen)) return chosen
    return wrong(path, isFlag(choices) ? 'not-a-flag' : 'not-a-choice', choices.join(', '))
  },
  reference: (value, { target }, path) => ({
    target,
    key: [text(value, path, { max: mostOfReference, fits: isLabel, code: 'k-label' })],
  }),
  list: (value, { of }, path) => {
    if (!Array.isArray(value)) return wrong(path, 'not-a-list')
    if (value.length > mostItems) return wrong(path, 'too-many', mostItems)
    return value.map((item, at) => sentValue(item, of, `${path}.${at}`))
  },
}
