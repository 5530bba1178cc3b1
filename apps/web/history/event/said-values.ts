/** What the values of an event stand for: words of codes, days, money, names, other records. */
import { recordsOfFields, setsOfFields } from './fields.generated.js'

export type ValueSaid =
  | { as: 'text' | 'day' | 'moment' | 'id' | 'country' | 'language'; value: string }
  | { as: 'word'; set: string; value: string }
  | { as: 'record'; stream: string; value: string }
  | { as: 'number'; value: number }
  | { as: 'share'; value: number }
  | { as: 'flag'; value: boolean }
  | { as: 'money'; minor: number; currency: string }
  | { as: 'gone'; value: { erased: true } | { withheld: true } }
  | { as: 'list'; values: ValueSaid[] }
  | { as: 'fields'; fields: SaidField[] }

export interface SaidField {
  field: string
  said: ValueSaid
}

/** What the head of an event says already, and what it came of. */
const told = new Set(['customers', 'contacts', 'unit', 'customer', 'evidence'])

/** @param type of the event, `<category>.<fact>` */
export function saidIn(type: string, payload: Readonly<Record<string, unknown>>): SaidField[] {
  return fieldsIn(type, payload).filter(({ field }) => !told.has(field))
}

function fieldsIn(of: string, payload: object): SaidField[] {
  const values = new Map<string, unknown>(Object.entries(payload))
  return [...values].flatMap(([field, value]) => {
    if (isCurrencyBeside(field, (name) => values.has(name))) return []
    const said = valueSaid(of, field, value, values.get(currencyOf(field)))
    return said === undefined ? [] : [{ field, said }]
  })
}

/** The field that holds the currency of a field in minor units: `revenueCurrency` of `revenueMinor`. */
export const currencyOf = (field: string): string => field.replace(/Minor$/, 'Currency')

/** Whether a field says no more than in which currency another one is. */
export const isCurrencyBeside = (field: string, has: (field: string) => boolean): boolean =>
  field.endsWith('Currency') && has(field.replace(/Currency$/, 'Minor'))

/**
 * @param of type of the event, or category of the record, as its streams begin
 * @param currency of an amount in minor units
 * @returns nothing of what says nothing
 */
export function valueSaid(of: string, field: string, value: unknown, currency?: unknown): ValueSaid | undefined {
  if (typeof value === 'number' && typeof currency === 'string' && field.endsWith('Minor'))
    return { as: 'money', minor: value, currency }
  if (typeof value === 'string') return value === '' ? undefined : textOf(of, field, value)
  if (typeof value === 'number') return numberOf(field, value)
  if (typeof value === 'boolean') return { as: 'flag', value }
  if (typeof value !== 'object' || value === null) return undefined
  return Array.isArray(value) ? listOf(of, field, value) : partsOf(of, value)
}

/** Probabilities are stated in percent, and amounts whose currency is not told in hundredths. */
function numberOf(field: string, value: number): ValueSaid {
  if (field === 'probability' || field === 'percent') return { as: 'share', value: value / 100 }
  return { as: 'number', value: field.endsWith('Minor') ? value / 100 : value }
}

function listOf(of: string, field: string, value: readonly unknown[]): ValueSaid | undefined {
  const values = value.flatMap((each) => valueSaid(of, field, each) ?? [])
  return values.length === 0 ? undefined : { as: 'list', values }
}

function partsOf(of: string, value: object): ValueSaid | undefined {
  if ('erased' in value) return { as: 'gone', value: { erased: true } }
  if ('withheld' in value) return { as: 'gone', value: { withheld: true } }
  if ('amountMinor' in value && 'currency' in value) {
    return { as: 'money', minor: Number(value.amountMinor), currency: String(value.currency) }
  }
  const fields = fieldsIn(of, value)
  return fields.length === 0 ? undefined : { as: 'fields', fields }
}

function textOf(of: string, field: string, value: string): ValueSaid {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return { as: 'moment', value }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { as: 'day', value }
  const set = meantBy(setsOfFields, of, field)
  if (set !== undefined) return { as: 'word', set, value }
  if (field === 'country' || field === 'language') return { as: field, value }
  const record = meantBy(recordsOfFields, of, field)
  if (record !== undefined) return { as: 'record', stream: `${record}-${value}`, value }
  return /^[a-z0-9][a-z0-9-]{1,39}$/.test(value) ? { as: 'id', value } : { as: 'text', value }
}

/** By the event, else by its category, else by the field alone. */
const meantBy = (all: Readonly<Record<string, string>>, of: string, field: string): string | undefined =>
  [`${of} ${field}`, `${of.split('.')[0]} ${field}`, field].map((key) => all[key]).find((one) => one !== undefined)
