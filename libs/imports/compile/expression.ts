/**
 * Turns an expression of the mapping into a function from a row to its cells. No expression runs
 * code, looks anything up outside the files, or knows what field it is for.
 */
import { asFull, type Expression, type Formats, type FullExpression } from '../mapping/mapping.js'
import { ISO_DATES, plainNotation } from './native.js'
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
  }
  const steps = [splitStep(full), caseStep(full), valuesStep(full, scope), defaultStep(full, scope, wanted)]
  const source = compileSource(full, scope, wanted)
  return steps.filter((step) => step !== undefined).reduce((inner, step) => step(inner), source)
}

function compileSource(full: FullExpression, scope: RowScope, wanted: Wanted): Evaluate {
  if (full.column !== undefined) return columnSource(full, scope, wanted)
  if (full.constant !== undefined) return constantSource(full.constant, scope, wanted)
  const parts = (full.first ?? full.all ?? full.each ?? full.key ?? []).map((part) =>
    compileExpression(part, scope, wanted),
  )
  if (full.first) return (hand) => firstOf(parts, hand)
  if (full.all) return (hand) => together(everyCell(parts, hand), full.with ?? ' ')
  return (hand) => everyCell(parts, hand)
}

function columnSource(full: FullExpression, scope: RowScope, wanted: Wanted): Evaluate {
  const column = columnOf(scope, full.column ?? '', full.of)
  const reading = parsedCellOf({ ...column.seen.formats, ...wanted.formats }, wanted.times)
  const native: ParsedCell = { ...reading, notation: plainNotation, date: ISO_DATES }
  return (hand) => {
    const row = column.row(hand)
    const text = row?.cells[column.index]
    if (row === undefined || !text) return []
    const kind = row.kinds?.[column.index] ?? 'text'
    return [{ text, kind, reading: kind === 'text' ? reading : native, place: cellPlaceOf(row, column.header) }]
  }
}

function constantSource(text: string, scope: RowScope, wanted: Wanted): Evaluate {
  const reading = parsedCellOf({ ...scope.own.formats, ...wanted.formats }, wanted.times)
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
