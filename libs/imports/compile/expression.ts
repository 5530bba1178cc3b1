/**
 * Turns an expression of the mapping into a function from a row to its cells. No expression runs
 * code, looks anything up outside the files, or knows what field it is for.
 */
import { asFull, asList, type Expression, type Formats, type FullExpression } from '../mapping/mapping.js'
import type { SourceRow } from '../tabular/table.js'
import { decimalProduct, decimalSum } from '../values/decimal.js'
import { numberOf } from './field-value.js'
import { ISO_DATES, plainNotation, SERIAL_DATES } from './native.js'
import {
  type Cell,
  cellPlaceOf,
  columnOf,
  type ParsedCell,
  parsedCellOf,
  type RowInHand,
  type RowScope,
  refuseCell,
} from './scope.js'

/** No cell where there is nothing; several only where the expression makes a list. */
export type Evaluate = (hand: RowInHand) => Cell[]

/** How an expression around this one wants its texts taken. */
interface Wanted {
  formats?: Formats
  times?: string
  round?: number
}

/** The mapping must have been checked. Throws FileFault for a column that its file lacks. */
export function compileExpression(expression: Expression, scope: RowScope, around: Wanted = {}): Evaluate {
  const full = asFull(expression)
  const wanted: Wanted = {
    formats: {
      ...around.formats,
      ...(full.decimal !== undefined && { decimal: full.decimal }),
      ...(full.thousands !== undefined && { thousands: full.thousands }),
      ...(full.date !== undefined && { dates: full.date }),
    },
    times: full.times ?? around.times,
    round: full.round === undefined ? around.round : Number(full.round),
  }
  const steps = [
    splitStep(full),
    stripStep(full),
    replaceStep(full),
    caseStep(full),
    valuesStep(full, scope),
    defaultStep(full, scope, wanted),
  ]
  const source = compileSource(full, scope, wanted)
  return steps.filter((step) => step !== undefined).reduce((inner, step) => step(inner), source)
}

function compileSource(full: FullExpression, scope: RowScope, wanted: Wanted): Evaluate {
  if (full.column !== undefined) return columnSource(full, scope, wanted)
  if (full.constant !== undefined) return constantSource(full.constant, scope, wanted)
  if (full.sum ?? full.product) return compileReckoning(full, scope, wanted)
  if (full.total !== undefined) return compileTotal(full, scope, wanted)
  const parts = (full.first ?? full.all ?? full.each ?? full.key ?? []).map((part) =>
    compileExpression(part, scope, wanted),
  )
  if (full.first) return (hand) => firstOf(parts, hand)
  if (full.all) return (hand) => together(everyCell(parts, hand), full.with ?? ' ')
  return (hand) => everyCell(parts, hand)
}

function columnSource(full: FullExpression, scope: RowScope, wanted: Wanted): Evaluate {
  const column = columnOf(scope, full.column ?? '', full.of)
  const formats = { ...column.seen.formats, ...wanted.formats }
  const reading = readingOf(formats, wanted)
  const native: ParsedCell = { ...reading, notation: plainNotation, date: ISO_DATES }
  const number = asList(formats.dates).includes('serial') ? { ...native, date: SERIAL_DATES } : native
  const readings = { text: reading, date: native, number }
  return (hand) => {
    const row = column.row(hand)
    const text = row?.cells[column.index]
    if (row === undefined || !text) return []
    const kind = row.kinds?.[column.index] ?? 'text'
    return [{ text, kind, reading: readings[kind], place: cellPlaceOf(row, column.header) }]
  }
}

const readingOf = (formats: Formats, { times, round }: Wanted): ParsedCell => ({
  ...parsedCellOf(formats, times),
  ...(round !== undefined && { round }),
})

/** A sum leaves out what is empty; a product of which a part is empty is none. A part that is no number is a problem of its own. */
function compileReckoning({ sum, product }: FullExpression, scope: RowScope, wanted: Wanted): Evaluate {
  const parts = (sum ?? product ?? []).map((part) => compileExpression(part, scope, { formats: wanted.formats }))
  const reckon = sum ? decimalSum : decimalProduct
  const reading = { ...readingOf({ ...scope.own.formats, ...wanted.formats }, wanted), notation: plainNotation }
  return (hand) => {
    const cells = parts.map((part) => part(hand)[0]).filter((cell) => cell !== undefined)
    const numbers = cells.map((cell) => numberOf(cell, hand)).filter((number) => number !== undefined)
    const [first] = cells
    if (!first || numbers.length < cells.length || (product && cells.length < parts.length)) return []
    return [{ ...first, kind: 'number', text: numbers.reduce(reckon), reading }]
  }
}

/** The order of lines does not matter; what a line lacks is a problem, since the total would be less without a word. */
function compileTotal({ total, of }: FullExpression, scope: RowScope, wanted: Wanted): Evaluate {
  const at = scope.lines.findIndex(({ name }) => name === of)
  const seen = scope.lines[at]?.seen
  if (!seen || total === undefined) throw new Error(`lines that are not there: ${of}; check the mapping first`)
  const within: RowScope = { own: seen, joins: [], lines: [], tables: scope.tables }
  const each = compileExpression(total, within, { formats: wanted.formats })
  const reading = { ...readingOf({ ...seen.formats, ...wanted.formats }, wanted), notation: plainNotation }
  return (hand) => {
    const before = hand.problems.length
    const numbers = (hand.lines[at] ?? []).map((row) => numberIn(row, each, hand))
    if (numbers.length === 0 || hand.problems.length > before) return []
    const text = numbers.reduce<string>((sum, number = '0') => decimalSum(sum, number), '0')
    return [{ text, kind: 'number', reading, place: cellPlaceOf(hand.row) }]
  }
}

/** What a line comes to; undefined when a problem was told. */
function numberIn(row: SourceRow, each: Evaluate, hand: RowInHand): string | undefined {
  const { problems } = hand
  if (row.problem) return void problems.push(row.problem)
  const before = problems.length
  const [cell] = each({ row, joined: [], lines: [], problems })
  if (cell) return numberOf(cell, hand)
  const sentence = 'the line has no number to add: fill it in, or declare a default'
  if (problems.length === before) problems.push({ ...cellPlaceOf(row), code: 'required-missing', sentence })
  return undefined
}

function constantSource(text: string, scope: RowScope, wanted: Wanted): Evaluate {
  const reading = readingOf({ ...scope.own.formats, ...wanted.formats }, wanted)
  return ({ row }) => (text ? [{ text, kind: 'text', reading, place: cellPlaceOf(row) }] : [])
}

function firstOf(parts: Evaluate[], hand: RowInHand): Cell[] {
  for (const part of parts) {
    const cells = part(hand)
    if (cells.length > 0) return cells
  }
  return []
}

const everyCell = (parts: Evaluate[], hand: RowInHand): Cell[] => parts.flatMap((part) => part(hand))

function together(cells: Cell[], glue: string): Cell[] {
  const [first] = cells
  return first ? [{ ...first, kind: 'text', text: cells.map(({ text }) => text).join(glue) }] : []
}

type Step = (inner: Evaluate) => Evaluate

function splitStep({ split, part }: FullExpression): Step | undefined {
  if (split === undefined) return undefined
  const chosen = (texts: string[]) => (part === undefined ? texts : texts.slice(Number(part) - 1, Number(part)))
  const split1 = (cell: Cell) =>
    chosen(cell.text.split(split).map((text) => text.trim()))
      .filter(Boolean)
      .map((text): Cell => ({ ...cell, text }))
  return (inner) => (hand) => inner(hand).flatMap(split1)
}

const stripStep = ({ strip }: FullExpression): Step | undefined =>
  replaceStep({
    replace: strip === undefined ? undefined : Object.fromEntries(asList(strip).map((text) => [text, ''])),
  })

function replaceStep({ replace }: FullExpression): Step | undefined {
  if (replace === undefined) return undefined
  const pairs = Object.entries(replace).map(([from, to]) => [from.normalize('NFC'), to] as const)
  const change = (text: string) => pairs.reduce((changed, [from, to]) => changed.replaceAll(from, () => to), text)
  return (inner) => (hand) =>
    inner(hand)
      .map((cell) => ({ ...cell, text: change(cell.text).trim() }))
      .filter(({ text }) => text !== '')
}

function caseStep({ case: letters }: FullExpression): Step | undefined {
  if (letters === undefined) return undefined
  const change = (text: string) => (letters === 'lower' ? text.toLowerCase() : text.toUpperCase())
  return (inner) => (hand) => inner(hand).map((cell) => ({ ...cell, text: change(cell.text) }))
}

function valuesStep({ values, otherwise = 'error' }: FullExpression, scope: RowScope): Step | undefined {
  if (values === undefined) return undefined
  const entries = typeof values === 'string' ? (scope.tables[values] ?? {}) : values
  const table = new Map(Object.entries(entries).map(([from, to]) => [from.normalize('NFC'), to]))
  const meant = (cell: Cell, hand: RowInHand): Cell[] => {
    const text = table.get(cell.text)
    if (text !== undefined) return text ? [{ ...cell, kind: 'text', text }] : []
    if (otherwise === 'keep') return [cell]
    if (otherwise === 'error') refuseCell(hand, cell, ['not-in-table', notInTable(values)])
    return []
  }
  return (inner) => (hand) => inner(hand).flatMap((cell) => meant(cell, hand))
}

const notInTable = (values: FullExpression['values']): string => {
  const table = typeof values === 'string' ? `the value table "${values}"` : 'the value table'
  return `${table} does not have this value: add it to the mapping or correct the cell`
}

function defaultStep({ default: text }: FullExpression, scope: RowScope, wanted: Wanted): Step | undefined {
  if (text === undefined) return undefined
  const fallback = constantSource(text, scope, wanted)
  return (inner) => (hand) => {
    const cells = inner(hand)
    return cells.length > 0 ? cells : fallback(hand)
  }
}
