/** Which step of a replay is shown, as its address says. */
import { textsIn } from '../../../api/address.js'

/** As it became known, or as it happened. */
export type ReplayOrder = 'recorded' | 'effective'

export interface ReplayAddress {
  /** Position of the step; the first when absent. */
  at?: string
  order?: ReplayOrder
}

export function replayAddressIn(search: Record<string, unknown>): ReplayAddress {
  const { at, order } = textsIn(search, ['at', 'order'])
  return {
    ...(at !== undefined && /^\d{1,16}$/.test(at) && { at }),
    ...(order === 'effective' && { order }),
  }
}
