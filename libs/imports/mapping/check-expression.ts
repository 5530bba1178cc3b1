/** Checks expressions and conditions of a mapping: one source each, and only names that are declared. */
import type { Sentence } from '#kernel'
import { formatFault } from '../values/date-format.js'
import { dialectOf, formatsOf } from './formats.js'
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
import { ofMapping, type Path, type Tell } from './read-mapping.js'

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
    const found = given.length > 0 ? 'several-sources' : 'no-source'
    site.tell(path, ofMapping(found, { sources: sources.join(', '), given }))
  }
  if (full.total === undefined) joinKnown(full.of, path, site)
  else checkTotal(full, path, site)
  belongings(full, path, site)
  if (dated.includes(site.kind ?? '')) dateDeclared(full, path, site)
  for (const format of asList(full.date)) {
    const fault = formatFault(format, formatsOf(site.mapping, fileOf(full, site)))
    if (fault) site.tell([...path, 'date'], fault)
  }
  for (const [name, part] of nested(full)) checkExpression(part, [...path, ...name], { ...site, kind: undefined })
}

const belongsTo = (name: string, to: string): Sentence => ofMapping('belongs-to', { name, to })

/** What is added up stands in the lines' own file. */
function checkTotal({ total, of }: FullExpression, path: Path, site: ExpressionSite): void {
  const known = Object.keys(site.lines).join(', ') || ofMapping('none')
  const file = of !== undefined && Object.hasOwn(site.lines, of) ? site.lines[of] : undefined
  if (file === undefined) site.tell(path, ofMapping('lines-undeclared', { known }))
  else if (total !== undefined) {
    const within = { mapping: site.mapping, tell: site.tell, file, joins: {}, lines: {} }
    checkExpression(total, [...path, 'total'], within)
  }
}

/** Options that mean something only beside another. */
function belongings(full: FullExpression, path: Path, { mapping, tell }: ExpressionSite): void {
  if (full.of !== undefined && (full.column ?? full.total) === undefined) tell(path, ofMapping('of-belongs'))
  if (full.with !== undefined && !full.all) tell(path, belongsTo('with', 'all'))
  if (full.part !== undefined && full.split === undefined) tell(path, belongsTo('part', 'split'))
  if (full.currency !== undefined && !full.amount) tell(path, belongsTo('currency', 'amount'))
  if (full.otherwise !== undefined && full.values === undefined) tell(path, belongsTo('otherwise', 'values'))
  if (typeof full.values === 'string' && !Object.hasOwn(mapping.values ?? {}, full.values)) {
    tell([...path, 'values'], ofMapping('table-undeclared', { name: full.values }))
  }
}

/** Where the column stands; in the file of the row where that cannot be told. */
const fileOf = ({ of = '' }: FullExpression, { file, joins }: Pick<ExpressionSite, 'file' | 'joins'>): string =>
  (Object.hasOwn(joins, of) && joins[of]) || file

function dateDeclared(full: FullExpression, path: Path, site: ExpressionSite): void {
  const { mapping, tell } = site
  const of = fileOf(full, site)
  const workbook = dialectOf(mapping, of).format === 'xlsx'
  if (isNamedMoment(full.constant) || full.date !== undefined || workbook) return
  if (formatsOf(mapping, of).dates === undefined && !nested(full).some(([, part]) => asFull(part).date)) {
    tell(path, ofMapping('dates-undeclared', { of }))
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
  const known = Object.keys(joins).join(', ') || ofMapping('none')
  tell([...path, 'of'], ofMapping('join-undeclared', { of, known }))
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
  if (forms !== 1) site.tell(path, ofMapping('condition-forms'))
  const given = tests.filter((test) => condition[test] !== undefined)
  if (given.length !== (condition.column === undefined ? 0 : 1)) {
    site.tell(path, ofMapping('condition-tests', { tests: tests.join(', ') }))
  }
  if (condition.any) checkConditions(condition.any, [...path, 'any'], site)
  if (condition.all) checkConditions(condition.all, [...path, 'all'], site)
}
