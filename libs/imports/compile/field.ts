/** Joins an expression of the mapping to a field of a target. */

import { isCurrency, type Money, minorDigits } from '#kernel'
import { asFull, type Expression } from '../mapping/mapping.js'
import { told } from '../problem.js'
import type { FieldKind, FieldValue, TargetField } from '../targets.js'
import { inMinorUnits } from '../values/decimal.js'
import { compileExpression, type Evaluate } from './expression.js'
import { numberOf, toValue } from './field-value.js'
import { type Cell, cellPlaceOf, type RowInHand, type RowScope, refuseCell } from './scope.js'

/** Undefined where there is nothing, or where a problem was told. */
export type EvaluateField = (hand: RowInHand) => FieldValue | undefined

/** Throws FileFault for a column that its file lacks. */
export function compileField(
  { name, ...field }: TargetField & { name: string },
  expression: Expression,
  scope: RowScope,
): EvaluateField {
  const evaluate = compileValue(field, expression, scope)
  if (!field.required) return evaluate
  const column = asFull(expression).column
  return (hand) => {
    const problems = hand.problems.length
    const value = evaluate(hand)
    if (value === undefined && hand.problems.length === problems) {
      const missing = told('value-missing', { name })
      hand.problems.push({ ...cellPlaceOf(hand.row, column), code: 'required-missing', sentence: missing })
    }
    return value
  }
}

function compileValue(kind: FieldKind, expression: Expression, scope: RowScope): EvaluateField {
  if (kind.kind === 'money') return compileMoney(expression, scope)
  const full = asFull(expression)
  if (kind.kind === 'reference' && full.key) return compileReference(kind.target, full.key, scope)
  const evaluate = compileExpression(expression, scope)
  if (kind.kind === 'list') return listOf(kind.of, evaluate)
  const convert = toValue(kind)
  return (hand) => {
    const [cell] = evaluate(hand)
    return cell && convert(cell, hand)
  }
}

function listOf(kind: FieldKind, evaluate: Evaluate): EvaluateField {
  const convert = toValue(kind)
  return (hand) => {
    const values = evaluate(hand).map((cell) => convert(cell, hand))
    return values.length > 0 ? values.filter((value) => value !== undefined) : undefined
  }
}

function compileReference(target: string, parts: Expression[], scope: RowScope): EvaluateField {
  const key = compileKey(parts, scope)
  return (hand) => {
    const texts = key(hand)
    return texts && { target, key: texts }
  }
}

/** All parts, or undefined: silently where all are empty, with a problem where only some are. */
export function compileKey(parts: Expression[], scope: RowScope): (hand: RowInHand) => string[] | undefined {
  const evaluates = parts.map((part) => compileExpression(part, scope))
  return (hand) => {
    const problems = hand.problems.length
    const texts = evaluates.map((evaluate) => evaluate(hand)[0]?.text)
    const present = texts.filter((text) => text !== undefined)
    if (present.length === parts.length) return present
    if (present.length > 0 && hand.problems.length === problems) {
      const column = asFull(parts[texts.indexOf(undefined)] ?? '').column
      hand.problems.push({ ...cellPlaceOf(hand.row, column), code: 'key-missing', sentence: told('key-part-empty') })
    }
    return undefined
  }
}

function compileMoney(expression: Expression, scope: RowScope): EvaluateField {
  const full = asFull(expression)
  const amount = compileExpression(full.amount ?? expression, scope)
  const currency = full.currency === undefined ? undefined : compileExpression(full.currency, scope)
  return (hand) => {
    const [cell] = amount(hand)
    if (!cell) return undefined
    const named = currency?.(hand)[0]
    return moneyOf(cell, named ?? { ...cell, text: cell.reading.currency ?? '' }, hand)
  }
}

function moneyOf(amount: Cell, currency: Cell, hand: RowInHand): Money | undefined {
  const number = numberOf(amount, hand)
  if (!isCurrency(currency.text)) {
    return void refuseCell(hand, currency, ['unknown-currency', told('unknown-currency')])
  }
  if (number === undefined) return undefined
  const digits = minorDigits(currency.text)
  const minor = inMinorUnits(number, digits)
  if (minor === undefined) {
    const precise = told('amount-too-precise', { currency: currency.text, digits })
    return void refuseCell(hand, amount, ['too-precise', precise])
  }
  const amountMinor = Number(minor)
  if (Number.isSafeInteger(amountMinor)) return { amountMinor, currency: currency.text }
  refuseCell(hand, amount, ['out-of-range', told('amount-too-large')])
}
