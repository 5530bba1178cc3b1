/** Makes one record of a row, as a declaration of the mapping says. */

import { compileConditions, type Test } from '../compile/condition.js'
import { compileField, compileKey, type EvaluateField } from '../compile/field.js'
import { compileMoment } from '../compile/moment.js'
import { cellPlaceOf, type RowInHand, type RowScope } from '../compile/scope.js'
import { asFull, asList, type RecordDeclaration } from '../mapping/mapping.js'
import type { FieldValue, ImportTarget } from '../targets.js'
import type { PlannedRecord } from './planned-row.js'

export interface CompiledRecord {
  applies: Test
  /** Undefined where a problem was told, or where the record was planned before. */
  make(hand: RowInHand): PlannedRecord | undefined
}

/** Throws FileFault for a column that its file lacks. */
export function compileRecord(declaration: RecordDeclaration, target: ImportTarget, scope: RowScope): CompiledRecord {
  const keyParts = asList(declaration.key)
  const keyColumn = asFull(keyParts[0] ?? '').column
  const key = compileKey(keyParts, scope)
  const moment = compileMoment(declaration.at, scope)
  const fields = Object.entries(target.fields).flatMap(([name, field]): [string, EvaluateField][] => {
    const expression = declaration.fields[name]
    return expression === undefined ? [] : [[name, compileField({ ...field, name }, expression, scope)]]
  })
  const declared = fields.map(([name]) => name)
  const isNew = declaration.once === 'true' ? onlyOnce() : () => true
  const make = (hand: RowInHand): PlannedRecord | undefined => {
    const before = hand.problems.length
    const place = cellPlaceOf(hand.row, keyColumn)
    const parts = key(hand)
    if (!parts && hand.problems.length === before) {
      hand.problems.push({ ...place, code: 'key-missing', sentence: `the key of the ${declaration.target} is empty` })
    }
    const at = moment(hand)
    const values = valuesOf(fields, hand)
    if (!parts || !at || hand.problems.length > before) return undefined
    const record: PlannedRecord = { target: declaration.target, key: parts, at, fields: values, declared, place }
    return isNew(record, hand) ? record : undefined
  }
  return { applies: compileConditions(declaration.when, scope), make }
}

function valuesOf(fields: [string, EvaluateField][], hand: RowInHand): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {}
  for (const [name, evaluate] of fields) {
    const value = evaluate(hand)
    if (value !== undefined) values[name] = value
  }
  return values
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
      const sentence = `line ${earlier.line} says something else of the same ${target}: make them agree`
      hand.problems.push({ ...place, code: 'conflicting-record', sentence })
    }
    return !earlier
  }
}
