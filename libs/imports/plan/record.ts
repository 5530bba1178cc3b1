/** Makes one record of a row, as a declaration of the mapping says. */

import { compileConditions, type Test } from '../compile/condition.js'
import { compileField, compileKey, type EvaluateField } from '../compile/field.js'
import { compileMoment } from '../compile/moment.js'
import { cellPlaceOf, type RowInHand, type RowScope } from '../compile/scope.js'
import { asFull, asList, columnIn, type RecordDeclaration } from '../mapping/mapping.js'
import { told } from '../problem.js'
import type { FieldValue, ImportTarget } from '../targets.js'
import type { PlannedRecord, RecordGone } from './planned-row.js'

export interface CompiledRecord {
  target: string
  applies: Test
  /** Undefined where a problem was told, or where the record was planned before. */
  make(hand: RowInHand): PlannedRecord | undefined
  /** What the row would have made, where its key tells. */
  gone(hand: RowInHand): RecordGone | undefined
}

/** Throws FileFault for a column that its file lacks. */
export function compileRecord(
  { id, ...declaration }: RecordDeclaration & { id: string },
  target: ImportTarget,
  scope: RowScope,
): CompiledRecord {
  const keyParts = asList(declaration.key)
  const keyColumn = asFull(keyParts[0] ?? '').column
  const key = compileKey(keyParts, scope)
  const named = { target: declaration.target, declaration: id }
  const moment = compileMoment(declaration.at, scope)
  const fields = Object.entries(target.fields).flatMap(([name, field]): MappedField[] => {
    const expression = declaration.fields[name]
    if (expression === undefined) return []
    return [{ name, isNeeded: field.required === true, evaluate: compileField({ ...field, name }, expression, scope) }]
  })
  const all = fields.map(({ name }) => name)
  const columns = Object.fromEntries(
    all.flatMap((name) => {
      const column = columnIn(declaration.fields[name])
      return column === undefined ? [] : [[name, column]]
    }),
  )
  const isNew = declaration.once === 'true' ? onlyOnce() : () => true
  const make = (hand: RowInHand): PlannedRecord | undefined => {
    const before = hand.problems.length
    const place = cellPlaceOf(hand.row, keyColumn)
    const parts = key(hand)
    if (!parts && hand.problems.length === before) {
      hand.problems.push({ ...place, code: 'key-missing', sentence: told('key-empty', { target: declaration.target }) })
    }
    const at = moment(hand)
    const { values, left, lacks } = valuesOf(fields, hand)
    if (!parts || !at || lacks) return undefined
    const declared = left.size === 0 ? all : all.filter((name) => !left.has(name))
    const record: PlannedRecord = { ...named, key: parts, at, fields: values, declared, columns, place }
    return isNew(record, hand) ? record : undefined
  }
  const gone = (hand: RowInHand): RecordGone | undefined => {
    const parts = key({ ...hand, problems: [] })
    return parts && { ...named, key: parts, declared: all, place: cellPlaceOf(hand.row, keyColumn) }
  }
  return { target: declaration.target, applies: compileConditions(declaration.when, scope), make, gone }
}

interface MappedField {
  name: string
  isNeeded: boolean
  evaluate: EvaluateField
}

/** What the fields hold, which are left out for a problem that was told, and whether one is lacking that is needed. */
function valuesOf(fields: readonly MappedField[], hand: RowInHand) {
  const values: Record<string, FieldValue> = {}
  const left = new Set<string>()
  let lacks = false
  for (const { name, isNeeded, evaluate } of fields) {
    const before = hand.problems.length
    const value = evaluate(hand)
    const isRefused = hand.problems.length > before
    if (isRefused) left.add(name)
    else if (value !== undefined) values[name] = value
    if (isRefused && isNeeded) lacks = true
  }
  return { values, left, lacks }
}

/** Remembers what was planned; the same key with other content is a problem, for either could be wrong. */
function onlyOnce(): (record: PlannedRecord, hand: RowInHand) => boolean {
  const planned = new Map<string, { content: string; line: number }>()
  return ({ target, key, at, fields, place }, hand) => {
    const id = JSON.stringify(key)
    const content = JSON.stringify([at, fields])
    const earlier = planned.get(id)
    if (!earlier) planned.set(id, { content, line: place.line })
    else if (earlier.content !== content) {
      const otherwise = told('said-otherwise', { line: earlier.line, target })
      hand.problems.push({ ...place, code: 'conflicting-record', sentence: otherwise })
    }
    return !earlier
  }
}
