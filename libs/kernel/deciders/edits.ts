/**
 * Edits of single fields: each carries the value that was seen, so that two people who change
 * different fields both hold, and of two who change the same one the later learns what the other wrote.
 */
import { canonicalJson } from '../events/canonical.js'
import { Nested, Optional } from '../fields/decorators.js'
import { copyField, fieldsOf, type PayloadClass } from '../fields/field.js'
import { refuse } from './refusal.js'

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

export interface Changes<T> {
  changed: Partial<T>
  /** Names of fields that are emptied. */
  cleared: string[]
}

/**
 * The fields that really change, with their new values.
 * @throws DomainError `changed-meanwhile` naming the field and what stands there now
 */
export function changesOf<T extends object>(edits: Edits<T>, state: Partial<T>): Changes<T> {
  const changes: Changes<T> = { changed: {}, cleared: [] }
  for (const [name, edit] of Object.entries(edits) as [keyof T & string, Edit<T[keyof T & string]>][]) {
    const now = state[name]
    if (same(now, edit.is)) continue
    if (!same(now, edit.was)) refuse('changed-meanwhile', { field: name, was: edit.was ?? null, now: now ?? null })
    if (edit.is === undefined) changes.cleared.push(name)
    else changes.changed[name] = edit.is
  }
  return changes
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** A copy without the fields that were emptied. */
export function unset<T extends object>(from: T, names: readonly string[] = []): T {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name) && name !== 'cleared')) as T
}
