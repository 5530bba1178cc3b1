/** When a record became true: as exactly as its source says, and no more exactly. */

import { asFull, before, type Expression, now } from '../mapping/mapping.js'
import { told } from '../problem.js'
import type { PlannedMoment } from '../targets.js'
import { readDay, readMonth } from '../values/date-format.js'
import { compileExpression } from './expression.js'
import { clearInstantOf, dateOf } from './field-value.js'
import { type Cell, cellPlaceOf, type RowInHand, type RowScope } from './scope.js'

const beforeAll: PlannedMoment = { precision: 'before', at: '' }
const whenImported: PlannedMoment = { precision: 'now', at: '' }

/** Undefined when a problem was told. Throws FileFault for a column that its file lacks. */
export function compileMoment(expression: Expression, scope: RowScope): (hand: RowInHand) => PlannedMoment | undefined {
  if (expression === before) return () => beforeAll
  if (expression === now) return () => whenImported
  const evaluate = compileExpression(expression, scope)
  const column = asFull(expression).column
  return (hand) => {
    const problems = hand.problems.length
    const [cell] = evaluate(hand)
    if (cell) return momentOf(cell, hand)
    if (hand.problems.length > problems) return undefined
    hand.problems.push({ ...cellPlaceOf(hand.row, column), code: 'required-missing', sentence: told('date-missing') })
    return undefined
  }
}

function momentOf(cell: Cell, hand: RowInHand): PlannedMoment | undefined {
  if (cell.text === before) return beforeAll
  if (cell.text === now) return whenImported
  const date = dateOf(cell, hand)
  if (!date) return undefined
  if (date.day === undefined) return { precision: 'month', at: readMonth(date) }
  if (date.hour === undefined) {
    const day = readDay(date, undefined)
    return day === undefined ? undefined : { precision: 'day', at: day }
  }
  const at = clearInstantOf(date, cell, hand)
  return at === undefined ? undefined : { precision: 'instant', at }
}
