/**
 * Values that belong to a person: in the log and in documents they are sealed, and once the key is
 * destroyed only this remains of them.
 */

/** Points into a token: the value at `at` of what the token seals. */
export interface Sealed {
  '~': string
  at: string
}
/** What is left when the key is gone. */
export interface Erased {
  erased: true
}
/** What a reader sees who may not see the value. */
export interface Withheld {
  withheld: true
}

/** A value of a person: itself once opened, a marker wherever it is not. */
export type Guarded<T> = T | Sealed | Erased | Withheld

export const ERASED: Erased = { erased: true }
export const WITHHELD: Withheld = { withheld: true }

/** The value itself, or undefined when it is sealed, erased or withheld. */
export function shown<T>(value: Guarded<T> | undefined): T | undefined {
  if (value === null || typeof value !== 'object') return value as T | undefined
  if ('~' in value || 'erased' in value || 'withheld' in value) return undefined
  return value as T
}
