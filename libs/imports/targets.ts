/**
 * What an import may produce, as told by whoever turns records into commands: the mapping language
 * knows no target by name, so a new one needs no change here.
 */
import type { Money } from '#kernel'
import type { Becoming } from './mapping/mapping.js'

export type FieldKind =
  /** Free text; may hold line breaks. `max` in characters. */
  | { kind: 'text'; max?: number }
  /** A name or code: one line. `form` narrows it (an e-mail address, a country code). */
  | { kind: 'label'; max?: number; form?: Form }
  | { kind: 'integer'; min?: number; max?: number }
  /** Carried as a plain decimal string. `digits`: the most after the sign. */
  | { kind: 'decimal'; digits?: number }
  | { kind: 'money' }
  /** `2026-03-01` */
  | { kind: 'day' }
  /** ISO instant in UTC with milliseconds. */
  | { kind: 'instant' }
  | { kind: 'choice'; choices: readonly string[] }
  /** Names a record of another target by that record's key. */
  | { kind: 'reference'; target: string }
  | { kind: 'list'; of: FieldKind }

/** A form that a label must have; `name` is how sentences call it. */
export interface Form {
  name: string
  fits(value: string): boolean
}

export type TargetField = FieldKind & { required?: boolean }

export interface ImportTarget {
  /** By name; a name may contain dots (`address.city`). */
  fields: Readonly<Record<string, TargetField>>
  /** What may become of its records when they vanish from a full export; absent: nothing is looked for. */
  vanishing?: readonly Becoming[]
}

export type TargetCatalogue = Readonly<Record<string, ImportTarget>>

/** Names a record within the source system: the target and the parts of its key, in the mapping's order. */
export interface RecordReference {
  target: string
  key: readonly string[]
}

export type FieldValue = string | number | Money | RecordReference | readonly FieldValue[]

/** When it became true. `before`: ahead of everything else known of its subject. */
export type PlannedMoment =
  | { precision: 'instant'; at: string }
  | { precision: 'day'; at: string }
  | { precision: 'month'; at: string }
  | { precision: 'before'; at: '' }
  /** As of when it is imported. */
  | { precision: 'now'; at: '' }
