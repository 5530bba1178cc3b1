/** Where an event stands among all events of a log: what is compared, and the few places where one is made. */

declare const brand: unique symbol

/**
 * A place in the recorded order of one log: a safe integer that only grows; 0 is before the first
 * event. It is compared and never counted with: what lies between two events is no position, how far
 * apart they are says nothing, and other logs have others. So whatever is computed of one is a plain
 * number, which is no position any more. Decimal strings at every outer edge.
 */
export type Position = 0 | (number & { readonly [brand]: 'Position' })

/** Behind everything that a log records: a bound that leaves nothing out, and where an event stands that is only considered. */
export const BEYOND = Number.MAX_SAFE_INTEGER as Position

/** Half of what there is belongs to logs. */
const firstRehearsed = 2 ** 52

/**
 * A position as a log gave it or a store has kept it; for engines, and for what reads packed columns.
 * @throws RangeError when it is none: a whole number from 0 that JavaScript knows exactly
 */
export function storedPosition(value: unknown): Position {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as Position
  throw new RangeError(`${String(value)} is no position of a log: those are whole numbers up to ${BEYOND}`)
}

/** A position as somebody outside says it; undefined when it is none. */
export function parsedPosition(text: string): Position | undefined {
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? (Number(text) as Position) : undefined
}

/** Where the n-th event that is only rehearsed stands: behind all that are recorded, in order. */
export const rehearsedPosition = (nth: number): Position => (firstRehearsed + nth) as Position

export const laterPosition = (a: Position, b: Position): Position => (a < b ? b : a)
export const earlierPosition = (a: Position, b: Position): Position => (b < a ? b : a)

/** Sorts by recorded order. */
export const comparePositions = (a: Position, b: Position): number => (a < b ? -1 : a > b ? 1 : 0)
