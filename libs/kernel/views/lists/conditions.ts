/** The conditions of a list's filter: what may be asked of which field, and how the read models are asked it. */

import { isDay, isInstant } from '../../fields/formats.js'
import { InvalidInput } from '../../fields/invalid-input.js'
import { endOf, startOf, utc } from '../../history/instants.js'
import type { Scalar, Where } from '../../ports/read-models/read-store.js'
import type { ListField } from './list-shape.js'

export const operators = ['eq', 'ne', 'in', 'ge', 'le', 'gt', 'lt', 'starts', 'has', 'is'] as const
export type Operator = (typeof operators)[number]

export interface ListCondition {
  name: string
  field: ListField
  operator: Operator
  /** Of the query that lists. */
  ask: unknown
  /** IANA: where days begin. */
  zone: string
}

/** @throws InvalidInput */
export function wrong(why: string): never {
  throw new InvalidInput([{ path: 'filter', code: 'filter-syntax', limit: why }])
}

/** What each operator says of one value of a column. `in` and `ne` are made of `eq`. */
const comparisons: Readonly<Record<Exclude<Operator, 'in' | 'ne' | 'is'>, (column: string, value: Scalar) => Where>> = {
  eq: (column, value) => ({ column, eq: value }),
  ge: (column, value) => ({ column, from: value }),
  le: (column, value) => ({ column, to: value }),
  lt: (column, value) => ({ column, below: value }),
  gt: (column, value) => ({ and: [{ column, from: value }, { not: { column, eq: value } }] }),
  starts: (column, value) => ({ column, prefix: String(value) }),
  has: (column, value) => ({ column, has: String(value) }),
}

const ordered: readonly Operator[] = ['eq', 'ne', 'in', 'ge', 'le', 'gt', 'lt', 'is']
const texts: readonly Operator[] = [...ordered, 'starts']
const exact: readonly Operator[] = ['eq', 'ne', 'in', 'is']
/** Of what no single column says. */
const compared: readonly Operator[] = ['eq', 'ne', 'in']

const allowed: Readonly<Record<ListField['type'], readonly Operator[]>> = {
  text: texts,
  code: texts,
  id: texts,
  day: ordered,
  instant: ordered,
  integer: ordered,
  flag: exact,
  ids: ['has'],
}

export function operatorsOf({ type, where, choices, order, rankOf }: ListField): readonly Operator[] {
  if (where) return compared
  // A rank stands also where there is no choice.
  if (rankOf) return ordered.filter((operator) => operator !== 'is')
  if (choices) return order ? ordered : exact
  return allowed[type]
}

/** @throws InvalidInput where the operator or the value does not fit the field */
export function conditionOf(condition: ListCondition, values: readonly string[]): Where {
  const { name, field, operator } = condition
  const may = operatorsOf(field)
  if (!may.includes(operator)) return wrong(`${name} can be asked with ${may.join(', ')}`)
  if (operator === 'is') return emptyIn(field.column ?? name, values)
  const equal = (value: string): Where => comparedBy({ ...condition, operator: 'eq' }, value)
  if (operator === 'in') return { or: values.map(equal) }
  const [value = ''] = values
  return operator === 'ne' ? { not: equal(value) } : comparedBy(condition, value)
}

/** The one thing that a field can be beside what it says. */
function emptyIn(column: string, [word]: readonly string[]): Where {
  return word === 'empty' ? { column, eq: null } : wrong('"is" is followed by "empty"')
}

function comparedBy({ name, field, operator, zone, ask }: ListCondition, text: string): Where {
  if (field.choices && !field.choices.includes(text)) return wrong(`${name} is one of ${field.choices.join(', ')}`)
  if (field.where) return field.where(text, ask as never)
  const column = field.column ?? name
  if (field.order) {
    const choices = inOrder(field.order, operator, text)
    return { column, in: choices.map((choice) => field.rankOf?.(choice) ?? choice) }
  }
  if (field.type === 'instant' && isDay(text)) return onDay(column, operator, { day: text, zone })
  return comparisons[operator as keyof typeof comparisons](column, scalarOf(name, field, text))
}

/** The choices that stand so to one of them. */
function inOrder(order: readonly string[], operator: Operator, text: string): readonly string[] {
  const at = order.indexOf(text)
  if (operator === 'eq') return [text]
  if (operator === 'ge' || operator === 'gt') return order.slice(operator === 'ge' ? at : at + 1)
  return order.slice(0, operator === 'le' ? at + 1 : at)
}

/** What an instant is to a whole day. */
function onDay(column: string, operator: Operator, { day, zone }: { day: string; zone: string }): Where {
  const [begins, ends] = [startOf(day, zone), endOf(day, zone)]
  if (operator === 'ge') return { column, from: begins }
  if (operator === 'lt') return { column, below: begins }
  if (operator === 'le') return { column, below: ends }
  return operator === 'gt'
    ? { column, from: ends }
    : {
        and: [
          { column, from: begins },
          { column, below: ends },
        ],
      }
}

function scalarOf(name: string, { type }: ListField, text: string): Scalar {
  if (type === 'day') return isDay(text) ? text : wrong(`${name} is a day like 2026-03-01`)
  if (type === 'instant')
    return isInstant(text) ? utc(text) : wrong(`${name} is a day or a moment like 2026-03-01T09:30:00Z`)
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
