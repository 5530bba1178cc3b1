/** A clock that leaps far ahead is not recorded by: what stands in the log at a time to come binds all that follows. */
import { refuse } from '#kernel'

export interface ClockLeap {
  /** How far the clock may be ahead. */
  mostMs: number
  /** When somebody looked at it and found it right; 0 where nobody said so. */
  checkedMs: number
}

/** Nobody records nothing for so long. */
const mostMs = 3 * 366 * 86_400_000

/** @param checked the day on which somebody found the clock to be right */
export const clockLeap = (checked?: string): ClockLeap => ({
  mostMs,
  checkedMs: checked === undefined ? 0 : Date.parse(checked),
})

/**
 * @param newestMs when what is newest in the log was recorded; 0 where nothing is
 * @throws DomainError `clock-ahead`
 */
export function refuseLeap(ownMs: number, newestMs: number, leap: ClockLeap): void {
  if (newestMs > 0 && ownMs - Math.max(newestMs, leap.checkedMs) > leap.mostMs) refuse('clock-ahead')
}
