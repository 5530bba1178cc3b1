/** A time as tests write it: how exactly it is known shows in its length. */
import type { Stated } from '#kernel'

const byLength: Readonly<Record<number, Stated['occurredPrecision']>> = { 0: 'before', 7: 'month', 10: 'day' }

/** An ISO instant, a day, a month, or '' for before everything. */
export const stated = (at: string): Stated => ({ occurredAt: at, occurredPrecision: byLength[at.length] ?? 'instant' })

/** The last millisecond of a day, UTC; instants as they are. */
export const until = (at: string): string => (at.length === 10 ? `${at}T23:59:59.999Z` : at)
