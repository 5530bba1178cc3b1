/** A query string as the query class wants it: numbers, flags and lists are read from their texts. */
import { type Field, fieldsOf, InvalidInput, type PayloadClass, parse } from '#kernel'

export type QueryString = Readonly<Record<string, string | string[] | undefined>>

/**
 * The query, checked. A list may be given as `a,b` or by repeating the parameter.
 * @throws InvalidInput for unknown, repeated or unfit parameters
 */
export function queryOf(query: PayloadClass, given: QueryString): object {
  const fields = new Map(fieldsOf(query).map((field) => [field.name, field]))
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) values[name] = readValue(fields.get(name), value)
  return parse(query, values)
}

function readValue(field: Field | undefined, value: string | string[] | undefined): unknown {
  if (field?.list) return (Array.isArray(value) ? value : [value ?? '']).flatMap((text) => text.split(','))
  if (field && Array.isArray(value)) throw new InvalidInput([{ path: field.name, code: 'repeated' }])
  return typeof value === 'string' ? readText(field, value) : value
}

/** What cannot be read stays a text, so that the check says what is wrong with it. */
function readText(field: Field | undefined, text: string): unknown {
  const type = field?.schema.type
  if (type === 'integer' && /^-?\d{1,16}$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
