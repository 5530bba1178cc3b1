/** Which part of the access log is shown, as its address says. */
import { isDay, textsIn } from '../../../api/address.js'

export interface LogAddress {
  /** Whose values were opened. */
  customer?: string
  contact?: string
  /** Who opened them. */
  member?: string
  /** First and last day. */
  from?: string
  until?: string
  /** Key of the entry looked at beside the log. */
  at?: string
}

/** What is no text, and days that are none, are left out. */
export function logAddressIn(search: Record<string, unknown>): LogAddress {
  const { from, until, ...rest } = textsIn(search, ['customer', 'contact', 'member', 'from', 'until', 'at'])
  return { ...rest, ...(isDay(from) && { from }), ...(isDay(until) && { until }) }
}
