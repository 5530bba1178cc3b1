/** The encounters of a stretch one by one, where the whole is counted by week. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { question } from '../../api/questions.js'
import type { Timespan } from '../axis/axis.js'
import { dayAt } from '../facts/days.js'
import { dayMs, touchesOf } from '../facts/facts.js'

/** A stretch is asked for where it is at most so long, by whole months. */
const nearDays = 800

/** The encounters around a window one by one; none as long as they have not come. */
export function useStretch(id: string, window: Timespan | undefined) {
  const isNear = window !== undefined && window.to - window.from <= nearDays * dayMs
  const from = isNear ? `${dayAt(window.from).slice(0, 7)}-01` : ''
  const to = isNear ? `${dayAt(window.to + 31 * dayMs).slice(0, 7)}-01` : ''
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...question('/api/v1/customers/{id}/score', { path: { id }, query: { from, to } }),
    enabled: isNear,
  })
  const nearer = useMemo(
    () => (isNear && data && !isPlaceholderData ? touchesOf(data) : undefined),
    [isNear, data, isPlaceholderData],
  )
  return { nearer, isLooking: isNear && nearer === undefined && isFetching }
}
