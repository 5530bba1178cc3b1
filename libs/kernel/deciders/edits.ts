/**
 * Edits of single fields: each carries the value that was seen, so that two people who change
 * different fields both hold, and of two who change the same one the later learns what the other wrote.
 */
import { canonicalJson } from '../events/canonical.js'
import { Nested, Optional } from '../fields/decorators.js'
import { copyField, fieldsOf, type PayloadClass } from '../fields/field.js'
import { shown } from '../fields/personal.js'
import { refuse } from './refuse.js'

export interface Edit<T> {
  /** What the editor saw; left out when there was nothing. */
  was?: T
  /** What it is to be; left out to clear the field. */
  is?: T
}

/** For each field of T, an edit. */
export type Edits<T extends object> = { [K in keyof T]?: Edit<NonNullable<T[K]>> }

/** The payload class of edits of a class's fields, each `{ was?, is? }`. */
export function editsOf<T extends object>(payload: PayloadClass<T>): PayloadClass<Edits<T>> {
  class FieldEdits {}
  for (const { name } of fieldsOf(payload)) {
    class FieldEdit {}
    for (const side of ['was', 'is']) {
      copyField({ from: payload, name }, { to: FieldEdit, name: side })
      Optional()(FieldEdit.prototype, side)
    }
    Optional()(FieldEdits.prototype, name)
    ;(Nested(FieldEdit) as (target: object, key: string) => void)(FieldEdits.prototype, name)
  }
  return FieldEdits as PayloadClass<Edits<T>>
}

/** Fields with their new values, and the names of those that are emptied. */
export type Changes<T> = Partial<T> & { cleared?: string[] }

/**
 * What really changes, as an event says it; undefined when nothing does.
 * @throws DomainError `changed-meanwhile` naming the field and what stands there now
 */
export function changesOf<T extends object>(edits: Edits<T>, state: Partial<T>): Changes<T> | undefined {
  const changed: Partial<T> = {}
  const cleared: string[] = []
  for (const [name, edit] of Object.entries(edits) as [keyof T & string, Edit<T[keyof T & string]>][]) {
    // What was erased is nothing that an editor could have seen.
    const now = shown(state[name])
    if (same(now, edit.is)) continue
    if (!same(now, edit.was)) refuse('changed-meanwhile', { field: name, was: edit.was ?? null, now: now ?? null })
    if (edit.is === undefined) cleared.push(name)
    else changed[name] = edit.is
  }
  if (Object.keys(changed).length + cleared.length === 0) return undefined
  return cleared.length > 0 ? { ...changed, cleared } : changed
}

/** The fields of a change that say something else than what holds. */
export const differing = <T extends object>(change: T, state: object): Partial<T> =>
  Object.fromEntries(
    Object.entries(change).filter(([name, value]) => !same(value, (state as Record<string, unknown>)[name])),
  ) as Partial<T>

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** A copy without the fields that were emptied. */
export function unset<T extends object>(from: T, names: readonly string[] = []): T {
  const kept: Record<string, unknown> = {}
  const fields = from as Record<string, unknown>
  for (const name of Object.keys(fields)) if (name !== 'cleared' && !names.includes(name)) kept[name] = fields[name]
  return kept as T
}
