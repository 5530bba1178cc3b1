/** Decides what becomes of one row: joined, then set aside by rule, then refused or planned. */

import { compileConditions, type Test } from '../compile/condition.js'
import type { Join } from '../compile/join.js'
import type { Lines } from '../compile/lines.js'
import { cellPlaceOf, type RowInHand, type RowScope } from '../compile/scope.js'
import type { RowsDeclaration, SetAsideDeclaration } from '../mapping/mapping.js'
import { told } from '../problem.js'
import type { SourceRow } from '../tabular/table.js'
import type { TargetCatalogue } from '../targets.js'
import { isMisread } from '../values/misread.js'
import type { PlannedRecord, PlannedRow, RecordGone, RowWarning, SetAsideRow, Spoken } from './planned-row.js'
import { type CompiledRecord, compileRecord } from './record.js'

export interface RowPlanParts {
  declaration: RowsDeclaration
  /** Place of the declaration in the mapping. */
  place: number
  joins: Join[]
  lines: Lines[]
  scope: RowScope
  catalogue: TargetCatalogue
}

type PlanRow = (row: SourceRow) => PlannedRow

/** Throws FileFault for a column that its file lacks. */
export function compileRows({ declaration, place, joins, lines, scope, catalogue }: RowPlanParts): PlanRow {
  const rules = (declaration.setAside ?? []).map((rule) => ({ rule, holds: compileConditions(rule.when, scope) }))
  const records = declaration.records.map((one, at) =>
    compileRecord({ id: `${place}.${at}`, ...one }, catalogue[one.target] ?? { fields: {} }, scope),
  )
  const allOrNothing = declaration.writes === 'all-or-nothing'
  return (row) => {
    if (row.problem) return { outcome: 'refused', source: row, problems: [row.problem], spoken: unreadable(records) }
    const hand: RowInHand = { row, joined: [], lines: [], problems: [], isTimeChosen: false }
    for (const join of joins) hand.joined.push(join.match(hand))
    for (const one of lines) hand.lines.push(one.match(hand))
    const aside = setAside(hand, rules) ?? unmatched(hand, joins)
    return aside ? { ...aside, spoken: spokenOf(hand, records) } : planned(hand, records, allOrNothing)
  }
}

const unreadable = (records: readonly CompiledRecord[]): Spoken => ({
  records: [],
  unknown: records.map(({ target }) => target),
})

function spokenOf(hand: RowInHand, records: readonly CompiledRecord[]): Spoken {
  const found = records.map((one) => ({ one, record: one.gone(hand) }))
  return {
    records: found.flatMap(({ record }) => record ?? []),
    unknown: found.filter(({ one, record }) => !record && one.applies(hand)).map(({ one }) => one.target),
  }
}

type RowAside = Omit<SetAsideRow, 'spoken'>

function setAside(hand: RowInHand, rules: { rule: SetAsideDeclaration; holds: Test }[]): RowAside | undefined {
  const found = rules.find(({ holds }) => holds(hand))?.rule
  return found && { outcome: 'set-aside', source: hand.row, rule: found.rule, because: found.because }
}

/** Sets the row aside, or tells the problems, of joins that found nothing. */
function unmatched(hand: RowInHand, joins: Join[]): RowAside | undefined {
  for (const [index, { name, unmatched: then }] of joins.entries()) {
    if (hand.joined[index] || then === 'empty') continue
    if (then === 'set-aside') {
      const because = `nothing matches in "${name}"`
      return { outcome: 'set-aside', source: hand.row, rule: `unmatched-${name}`, because }
    }
    hand.problems.push({ ...cellPlaceOf(hand.row), code: 'unmatched', sentence: told('unmatched', { name }) })
  }
  return undefined
}

function planned(hand: RowInHand, records: CompiledRecord[], allOrNothing: boolean): PlannedRow {
  const before = hand.problems.length
  const applying = records.filter(({ applies }) => applies(hand))
  const each = applying.map((record) => ({ record, made: record.make(hand) }))
  const made = each.flatMap((one) => one.made ?? [])
  if (applying.length === 0) {
    hand.problems.push({ ...cellPlaceOf(hand.row), code: 'no-record', sentence: told('no-record') })
  }
  const distinct = made.filter((record, at) => isFirst(record, made.slice(0, at), hand))
  const { problems } = hand
  const isRefused = before > 0 || (problems.length > 0 && (allOrNothing || distinct.length === 0))
  if (isRefused) return { outcome: 'refused', source: hand.row, problems, spoken: spokenOf(hand, records) }
  const gone = records.filter((one) => !applying.includes(one)).map((one) => one.gone(hand))
  return {
    outcome: 'planned',
    source: hand.row,
    records: distinct,
    gone: gone.filter((record): record is RecordGone => record !== undefined),
    spoken: spokenOf(
      hand,
      each.filter((one) => !one.made).map(({ record }) => record),
    ),
    warnings: warningsOf(hand),
    problems,
    allOrNothing,
  }
}

function warningsOf({ row, isTimeChosen }: RowInHand): RowWarning[] {
  const warnings: RowWarning[] = isMisread(row.cells) ? ['misread-text'] : []
  return isTimeChosen ? [...warnings, 'unclear-time'] : warnings
}

/** One record has one word in a row; which of two is meant nobody can tell. */
function isFirst({ target, key, place }: PlannedRecord, earlier: readonly PlannedRecord[], hand: RowInHand): boolean {
  const isSame = (other: PlannedRecord) => other.target === target && String(other.key) === String(key)
  if (!earlier.some(isSame)) return true
  hand.problems.push({ ...place, code: 'conflicting-record', sentence: told('made-twice', { target }) })
  return false
}
