/** Turns a condition of the mapping into a test of a row. An unmatched row's columns are empty. */
import { asList, type Condition } from '../mapping/mapping.js'
import { columnOf, type RowInHand, type RowScope } from './scope.js'

export type Test = (hand: RowInHand) => boolean

/** All must hold; none at all always holds. Throws FileFault for a column that its file lacks. */
export function compileConditions(conditions: Condition | Condition[] | undefined, scope: RowScope): Test {
  const tests = asList(conditions).map((condition) => compileCondition(condition, scope))
  return (hand) => tests.every((test) => test(hand))
}

function compileCondition(condition: Condition, scope: RowScope): Test {
  if (condition.any) {
    const tests = condition.any.map((one) => compileCondition(one, scope))
    return (hand) => tests.some((test) => test(hand))
  }
  if (condition.all) return compileConditions(condition.all, scope)
  const column = columnOf(scope, condition.column ?? '', condition.of)
  const holds = cellTest(condition)
  return (hand) => holds(column.row(hand)?.cells[column.index] ?? '')
}

function cellTest({ is, isNot, in: among, notIn, empty }: Condition): (text: string) => boolean {
  if (is !== undefined) return (text) => text === is
  if (isNot !== undefined) return (text) => text !== isNot
  if (among) return (text) => among.includes(text)
  if (notIn) return (text) => !notIn.includes(text)
  return (text) => (text === '') === (empty === 'true')
}
