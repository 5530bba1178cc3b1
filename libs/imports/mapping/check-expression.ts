/** Checks expressions and conditions of a mapping: one source each, and only names that are declared. */
import { formatFault } from '../values/date-format.js'
import { formatsOf } from './formats.js'
import {
  asFull,
  asList,
  type Condition,
  type Expression,
  type FullExpression,
  isNamedMoment,
  type Mapping,
  sources,
  tests,
} from './mapping.js'
import type { Path, Tell } from './read-mapping.js'

/** Where an expression stands: what it may refer to. */
export interface ExpressionSite {
  mapping: Mapping
  /** Of the row; joins by name, each with its file. */
  file: string
  joins: Record<string, string>
  /** Likewise. */
  lines: Record<string, string>
  tell: Tell
  /** Kind of the field that the expression is for, or `moment`; undefined where any text does. */
  kind?: string
}

const dated = ['day', 'instant', 'moment']

export function checkExpression(expression: Expression, path: Path, site: ExpressionSite): void {
  const full = asFull(expression)
  const given = sources.filter((source) => full[source] !== undefined)
  if (given.length !== 1) {
    const found = given.length ? `has ${given.join(' and ')}` : 'has none'
    site.tell(path, `an expression needs exactly one of ${sources.join(', ')}; this ${found}`)
  }
  if (full.total === undefined) joinKnown(full.of, path, site)
  else checkTotal(full, path, site)
  belongings(full, path, site)
  if (dated.includes(site.kind ?? '')) dateDeclared(full, path, site)
  for (const format of asList(full.date)) {
    const fault = formatFault(format, formatsOf(site.mapping, site.joins[full.of ?? ''] ?? site.file))
    if (fault) site.tell([...path, 'date'], `the date format ${fault}`)
  }
  for (const [name, part] of nested(full)) checkExpression(part, [...path, ...name], { ...site, kind: undefined })
}

/** What is added up stands in the lines' own file. */
function checkTotal({ total, of }: FullExpression, path: Path, site: ExpressionSite): void {
  const known = Object.keys(site.lines).join(', ') || 'none'
  const file = of !== undefined && Object.hasOwn(site.lines, of) ? site.lines[of] : undefined
  if (file === undefined)
    site.tell(path, `a total needs "of" with the name of lines that are declared; there is ${known}`)
  else if (total !== undefined) {
    const within = { mapping: site.mapping, tell: site.tell, file, joins: {}, lines: {} }
    checkExpression(total, [...path, 'total'], within)
  }
}

/** Options that mean something only beside another. */
function belongings(full: FullExpression, path: Path, { mapping, tell }: ExpressionSite): void {
  if (full.of !== undefined && (full.column ?? full.total) === undefined)
    tell(path, '"of" belongs to a column or a total')
  if (full.with !== undefined && !full.all) tell(path, '"with" belongs to "all"')
  if (full.part !== undefined && full.split === undefined) tell(path, '"part" belongs to "split"')
  if (full.currency !== undefined && !full.amount) tell(path, '"currency" belongs to "amount"')
  if (full.otherwise !== undefined && full.values === undefined) tell(path, '"otherwise" belongs to "values"')
  if (typeof full.values === 'string' && !Object.hasOwn(mapping.values ?? {}, full.values)) {
    tell([...path, 'values'], `no value table is declared as "${full.values}"`)
  }
}

function dateDeclared(full: FullExpression, path: Path, { mapping, file, joins, tell }: ExpressionSite): void {
  const of = full.of === undefined ? file : (joins[full.of] ?? file)
  const workbook = mapping.files[of]?.format === 'xlsx'
  if (isNamedMoment(full.constant) || full.date !== undefined || workbook) return
  if (formatsOf(mapping, of).dates === undefined && !nested(full).some(([, part]) => asFull(part).date)) {
    tell(path, `the format of dates is not declared: add "dates" to the formats of "${of}", or "date" here`)
  }
}

function nested(full: FullExpression): [Path, Expression][] {
  const lists = (['first', 'all', 'each', 'sum', 'product', 'key'] as const).flatMap((name) =>
    (full[name] ?? []).map((part, index): [Path, Expression] => [[name, index], part]),
  )
  if (full.amount !== undefined) lists.push([['amount'], full.amount])
  if (full.currency !== undefined) lists.push([['currency'], full.currency])
  return lists
}

function joinKnown(of: string | undefined, path: Path, { joins, tell }: ExpressionSite): void {
  if (of === undefined || Object.hasOwn(joins, of)) return
  const known = Object.keys(joins).join(', ') || 'none'
  tell([...path, 'of'], `no join "${of}" is declared before this place; there is ${known}`)
}

export function checkConditions(
  conditions: Condition | Condition[] | undefined,
  path: Path,
  site: ExpressionSite,
): void {
  if (Array.isArray(conditions)) {
    for (const [index, one] of conditions.entries()) checkCondition(one, [...path, index], site)
  } else if (conditions) checkCondition(conditions, path, site)
}

function checkCondition(condition: Condition, path: Path, site: ExpressionSite): void {
  joinKnown(condition.of, path, site)
  const forms = [condition.column, condition.any, condition.all].filter((form) => form !== undefined).length
  if (forms !== 1) site.tell(path, 'a condition needs exactly one of column, any, all')
  const given = tests.filter((test) => condition[test] !== undefined)
  if (given.length !== (condition.column === undefined ? 0 : 1)) {
    site.tell(path, `a column needs exactly one of ${tests.join(', ')}, and nothing else takes any`)
  }
  if (condition.any) checkConditions(condition.any, [...path, 'any'], site)
  if (condition.all) checkConditions(condition.all, [...path, 'all'], site)
}
