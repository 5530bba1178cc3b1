/** Whether a note can be written here: by whom, and not in the past. */
import { useRouterState } from '@tanstack/react-router'
import { useMe } from '../../reader/me.js'
import { unitsRecordedFor } from '../../reader/rights.js'

export function useMayRecord(): boolean {
  const isPast = useRouterState({
    select: ({ location }) => ['asOf', 'knownAt'].some((name) => name in location.search),
  })
  return unitsRecordedFor(useMe()).length > 0 && !isPast
}
