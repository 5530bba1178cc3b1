/** Decides what becomes of one row: joined, then set aside by rule, then refused or planned. */
import { compileConditions, type Test } from '../compile/condition.js'
import type { Join } from '../compile/join.js'
import { cellPlaceOf, type RowInHand, type RowScope } from '../compile/scope.js'
import type { RowsDeclaration, SetAsideDeclaration } from '../mapping/mapping.js'
import type { SourceRow } from '../tabular/table.js'
import type { TargetCatalogue } from '../targets.js'
import type { PlannedRecord, PlannedRow, SetAsideRow } from './planned-row.js'
import { type CompiledRecord, compileRecord } from './record.js'

export interface RowPlanParts {
  declaration: RowsDeclaration
  joins: Join[]
  scope: RowScope
  catalogue: TargetCatalogue
}

type PlanRow = (row: SourceRow) => PlannedRow

/** Throws FileFault for a column that its file lacks. */
export function compileRows({ declaration, joins, scope, catalogue }: RowPlanParts): PlanRow {
  const rules = (declaration.setAside ?? []).map((rule) => ({ rule, holds: compileConditions(rule.when, scope) }))
  const records = declaration.records.map((one) => compileRecord(one, catalogue[one.target] ?? { fields: {} }, scope))
  return (row) => {
    if (row.problem) return { outcome: 'refused', source: row, problems: [row.problem] }
    const hand: RowInHand = { row, joined: [], problems: [] }
    for (const join of joins) hand.joined.push(join.match(hand))
    return setAside(hand, rules) ?? unmatched(hand, joins) ?? planned(hand, records)
  }
}

function setAside(hand: RowInHand, rules: { rule: SetAsideDeclaration; holds: Test }[]): SetAsideRow | undefined {
  const found = rules.find(({ holds }) => holds(hand))?.rule
  return found && { outcome: 'set-aside', source: hand.row, rule: found.rule, because: found.because }
}

/** Sets the row aside, or tells the problems, of joins that found nothing. */
function unmatched(hand: RowInHand, joins: Join[]): SetAsideRow | undefined {
  for (const [index, { name, unmatched: then }] of joins.entries()) {
    if (hand.joined[index] || then === 'empty') continue
    if (then === 'set-aside') {
      const because = `nothing matches in "${name}"`
      return { outcome: 'set-aside', source: hand.row, rule: `unmatched-${name}`, because }
    }
    const sentence = `no row of "${name}" matches: add it there, or correct this one`
    hand.problems.push({ ...cellPlaceOf(hand.row), code: 'unmatched', sentence })
  }
  return undefined
}

function planned(hand: RowInHand, records: CompiledRecord[]): PlannedRow {
  const applying = records.filter(({ applies }) => applies(hand))
  const made = applying.map(({ make }) => make(hand)).filter((record): record is PlannedRecord => record !== undefined)
  if (applying.length === 0) {
    const sentence = 'no record of the mapping applies to this row: add one, or set such rows aside by a rule'
    hand.problems.push({ ...cellPlaceOf(hand.row), code: 'no-record', sentence })
  }
  if (hand.problems.length > 0) return { outcome: 'refused', source: hand.row, problems: hand.problems }
  return { outcome: 'planned', source: hand.row, records: made }
}
