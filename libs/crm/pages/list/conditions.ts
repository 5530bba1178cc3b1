/** The conditions of a list's filter: what may be asked of which field, and how the read models are asked it. */
import { InvalidInput, type Scalar, type Where } from '#kernel'

export interface ListField {
  type: 'text' | 'code' | 'id' | 'instant' | 'integer' | 'flag' | 'ids'
  /** The column that holds it; its own name unless told. */
  column?: string
  choices?: readonly string[]
  /** For what no single column says: the condition for one value. */
  where?(value: string): Where
}
export type ListFields = Readonly<Record<string, ListField>>

export const operators = ['eq', 'ne', 'in', 'ge', 'le', 'gt', 'lt', 'starts', 'has'] as const
export type Operator = (typeof operators)[number]

export interface Condition {
  name: string
  field: ListField
  operator: Operator
}

/** @throws InvalidInput */
export function wrong(why: string): never {
  throw new InvalidInput([{ path: 'filter', code: 'filter-syntax', limit: why }])
}

/** What each operator says of one value of a column. `in` and `ne` are made of `eq`. */
const comparisons: Readonly<Record<Exclude<Operator, 'in' | 'ne'>, (column: string, value: Scalar) => Where>> = {
  eq: (column, value) => ({ column, eq: value }),
  ge: (column, value) => ({ column, from: value }),
  le: (column, value) => ({ column, to: value }),
  lt: (column, value) => ({ column, below: value }),
  gt: (column, value) => ({ and: [{ column, from: value }, { not: { column, eq: value } }] }),
  starts: (column, value) => ({ column, prefix: String(value) }),
  has: (column, value) => ({ column, has: String(value) }),
}

const ordered: readonly Operator[] = ['eq', 'ne', 'in', 'ge', 'le', 'gt', 'lt']
const texts: readonly Operator[] = [...ordered, 'starts']
const exact: readonly Operator[] = ['eq', 'ne', 'in']

const allowed: Readonly<Record<ListField['type'], readonly Operator[]>> = {
  text: texts,
  code: texts,
  id: texts,
  instant: texts,
  integer: ordered,
  flag: exact,
  ids: ['has'],
}

/** @throws InvalidInput where the operator or the value does not fit the field */
export function conditionOf({ name, field, operator }: Condition, values: readonly string[]): Where {
  const may = field.where ? exact : allowed[field.type]
  if (!may.includes(operator)) return wrong(`${name} can be asked with ${may.join(', ')}`)
  const equal = (value: string): Where => comparedBy({ name, field, operator: 'eq' }, value)
  if (operator === 'in') return { or: values.map(equal) }
  const [value = ''] = values
  return operator === 'ne' ? { not: equal(value) } : comparedBy({ name, field, operator }, value)
}

function comparedBy({ name, field, operator }: Condition, text: string): Where {
  if (field.choices && !field.choices.includes(text)) return wrong(`${name} is one of ${field.choices.join(', ')}`)
  if (field.where) return field.where(text)
  return comparisons[operator as keyof typeof comparisons](field.column ?? name, scalarOf(name, field, text))
}

function scalarOf(name: string, { type }: ListField, text: string): Scalar {
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : wrong(`${name} is a whole number`)
  if (type !== 'flag') return text
  return text === 'true' || text === 'false' ? text === 'true' : wrong(`${name} is true or false`)
}

/** All columns that a condition asks about. */
export function columnsOf(where: Where): string[] {
  if ('and' in where) return where.and.flatMap(columnsOf)
  if ('or' in where) return where.or.flatMap(columnsOf)
  return 'not' in where ? columnsOf(where.not) : [where.column]
}
