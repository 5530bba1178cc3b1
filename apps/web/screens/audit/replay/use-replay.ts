/** The steps of a replay, as far as they were asked for, and the one that the address names. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { type Answer, pages } from '../../../api/questions.js'
import type { ReplayOrder } from './address.js'
import { stepAt } from './step-at.js'

export type ReplayedStep = Answer<'/api/v1/customers/{id}/replay'>['steps'][number]

const pageSteps = 100

/** @param at position of the step; the first when absent */
export function useReplay(id: string, order: ReplayOrder, at: string | undefined) {
  const asked = useInfiniteQuery(
    pages('/api/v1/customers/{id}/replay', { path: { id }, query: { order, limit: pageSteps } }, 'from'),
  )
  const steps = useMemo(() => asked.data?.pages.flatMap((page) => page.steps) ?? [], [asked.data])
  const found = stepAt(steps, order, at)
  const { hasNextPage, isFetching, isError, fetchNextPage } = asked
  const isWanting = found < 0 || found >= steps.length - 1
  useEffect(() => {
    // Until the step that is asked for has come, and one more to go on to.
    if (isWanting && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isWanting, hasNextPage, isFetching, isError, fetchNextPage])
  return {
    asked,
    steps,
    customer: asked.data?.pages[0]?.customer,
    stopped: asked.data?.pages[0]?.stopped,
    n: found,
    step: steps[found],
    isWhole: !hasNextPage,
  }
}
