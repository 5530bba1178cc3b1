/** From the text of a cell to a value of a field's kind, or a problem at the cell. */
import { inputTexts, type Sentence } from '#kernel'
import { told } from '../problem.js'
import type { FieldKind, FieldValue } from '../targets.js'
import { type ReadDate, readDay, readInstant, unclear } from '../values/date-format.js'
import { decimalProduct, fractionDigits, readDecimal, roundedDecimal } from '../values/decimal.js'
import { type Cell, type RowInHand, refuseCell } from './scope.js'

/** Undefined when a problem was told. */
export type ToValue = (cell: Cell, hand: RowInHand) => FieldValue | undefined

type Kind<K extends FieldKind['kind']> = Extract<FieldKind, { kind: K }>

/** Of the kinds that one cell makes; money and list are put together from several. */
export function toValue(kind: FieldKind): ToValue {
  switch (kind.kind) {
    case 'text':
      return (cell, hand) => textValue(kind, cell, hand)
    case 'label':
      return (cell, hand) => labelValue(kind, cell, hand)
    case 'integer':
      return (cell, hand) => integerValue(kind, cell, hand)
    case 'decimal':
      return (cell, hand) => decimalValue(kind, cell, hand)
    case 'day':
      return dayValue
    case 'instant':
      return instantValue
    case 'choice':
      return (cell, hand) => choiceValue(kind, cell, hand)
    case 'reference':
      return ({ text }) => ({ target: kind.target, key: [text] })
    default:
      throw new Error(`a ${kind.kind} is not made of one cell`)
  }
}

function textValue({ max }: Kind<'text' | 'label'>, cell: Cell, hand: RowInHand): string | undefined {
  if (max === undefined || cell.text.length <= max) return cell.text
  refuseCell(hand, cell, ['too-long', told('too-long', { max })])
}

function labelValue(kind: Kind<'label'>, cell: Cell, hand: RowInHand): string | undefined {
  if (/[\t\n]/.test(cell.text)) {
    return void refuseCell(hand, cell, ['line-break', told('line-break')])
  }
  if (kind.form && !kind.form.fits(cell.text)) {
    return void refuseCell(hand, cell, [
      'wrong-form',
      told('wrong-form', { form: { texts: inputTexts[kind.form.code] } }),
    ])
  }
  return textValue(kind, cell, hand)
}

/** As a plain decimal, scaled. */
export function numberOf(cell: Cell, hand: RowInHand): string | undefined {
  const { notation, times = '1', round } = cell.reading
  const number = readDecimal(cell.text, notation)
  if (number !== undefined) {
    const product = decimalProduct(number, times)
    return round === undefined ? product : roundedDecimal(product, round)
  }
  const { decimal, thousands } = notation
  const sentence = told(thousands ? 'not-a-grouped-number' : 'not-a-number', { decimal, thousands })
  refuseCell(hand, cell, ['not-a-number', sentence])
}

function integerValue(kind: Kind<'integer'>, cell: Cell, hand: RowInHand): number | undefined {
  const text = numberOf(cell, hand)
  if (text === undefined) return undefined
  if (fractionDigits(text) > 0) return void refuseCell(hand, cell, ['not-whole', told('not-whole')])
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = kind
  const value = Number(text)
  if (value >= min && value <= max) return value
  refuseCell(hand, cell, ['out-of-range', told('out-of-range', { min, max })])
}

function decimalValue({ digits }: Kind<'decimal'>, cell: Cell, hand: RowInHand): string | undefined {
  const text = numberOf(cell, hand)
  if (text === undefined || digits === undefined || fractionDigits(text) <= digits) return text
  refuseCell(hand, cell, ['too-precise', told('too-precise', { digits })])
}

function choiceValue({ choices }: Kind<'choice'>, cell: Cell, hand: RowInHand): string | undefined {
  if (choices.includes(cell.text)) return cell.text
  refuseCell(hand, cell, ['not-a-choice', told('not-a-choice', { choices: choices.join(', ') })])
}

/** What a cell says of a moment in its declared format. */
export function dateOf(cell: Cell, hand: RowInHand): ReadDate | undefined {
  const read = cell.reading.date?.(cell.text) ?? 'not-a-date'
  if (read === 'absurd-date') {
    return void refuseCell(hand, cell, ['absurd-date', told('absurd-date')])
  }
  if (read !== 'not-a-date') return read
  refuseCell(hand, cell, ['not-a-date', told('not-a-date')])
}

function dayValue(cell: Cell, hand: RowInHand): string | undefined {
  const date = dateOf(cell, hand)
  if (!date) return undefined
  const day = readDay(date, cell.reading.zone)
  if (day === undefined) refuseCell(hand, cell, ['not-a-date', told('day-expected')])
  return day
}

function instantValue(cell: Cell, hand: RowInHand): string | undefined {
  const date = dateOf(cell, hand)
  if (!date) return undefined
  return clearInstantOf(date, cell, hand)
}

/** Undefined when a problem was told. */
export function clearInstantOf(date: ReadDate, cell: Cell, hand: RowInHand): string | undefined {
  const { zone, clock } = cell.reading
  const instant = readInstant(date, zone, clock)
  if (clock && readInstant(date, zone) === unclear) hand.isTimeChosen = true
  if (instant === unclear) return void refuseCell(hand, cell, ['unclear-time', told('unclear-time')])
  if (instant === undefined) refuseCell(hand, cell, ['no-time-of-day', noInstant(date)])
  return instant
}

const noInstant = (date: ReadDate): Sentence => told(date.hour === undefined ? 'no-time-of-day' : 'no-offset')
