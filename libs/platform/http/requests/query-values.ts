/** A query string as the query class wants it: numbers, flags and lists are read from their texts. */
import { type Field, fieldsOf, type InputProblem, InvalidInput, type PayloadClass, parse } from '#kernel'

export type QueryString = Readonly<Record<string, string | string[] | undefined>>

/**
 * The query, checked. A list may be given as `a,b` or by repeating the parameter.
 * @throws InvalidInput for unknown, repeated or unfit parameters
 */
export function queryOf(query: PayloadClass, given: QueryString): object {
  const fields = new Map(fieldsOf(query).map((field) => [field.name, field]))
  const read = Object.entries(given).map(
    ([name, value]) => [name, readValue(name, fields.get(name), value ?? '')] as const,
  )
  const problems = read.map(([, value]) => value).filter((value) => value instanceof Unread)
  if (problems.length > 0) throw new InvalidInput(problems.map(({ problem }) => problem))
  return parse(query, Object.fromEntries(read))
}

/** A parameter that cannot be read at all. */
class Unread {
  constructor(readonly problem: InputProblem) {}
}

function readValue(path: string, field: Field | undefined, value: string | string[]): unknown {
  if (!field) return new Unread({ path, code: 'unknown-field' })
  if (field.list) return [value].flat().flatMap((text) => text.split(','))
  if (Array.isArray(value)) return new Unread({ path, code: 'repeated' })
  if (field.schema.type === 'integer')
    return /^-?\d{1,16}$/.test(value) ? Number(value) : new Unread({ path, code: 'not-an-integer' })
  if (field.schema.type === 'boolean') return flags.get(value) ?? new Unread({ path, code: 'not-a-flag' })
  return value
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])
