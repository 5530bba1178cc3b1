/** Shows an answer when it is there, and what stands for it until then. */
import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cutBy, Refused } from '../api/client.js'
import { Failed, Loading } from './notice.js'

export interface AnsweredProps<T, K extends readonly unknown[]> {
  of: UseQueryOptions<T, Error, T, K>
  /** Whether it is all of a page: then a refusal is its heading. */
  page?: boolean
  /** @param isOutstanding an answer to something else of the same record, until this one is there */
  children(answer: T, isOutstanding: boolean): ReactNode
}

export function Answered<T, K extends readonly unknown[]>({ of, page = false, children }: AnsweredProps<T, K>) {
  const { data, error, refetch, isPlaceholderData, fetchStatus, failureReason } = useQuery(of)
  // What was answered to another question is no answer to this one, where none comes.
  const cut = cutBy({ isPlaceholderData, fetchStatus, failureReason })
  const reason = error ?? cut
  const failed = reason && <Failed error={reason} page={page} retry={() => void refetch()} />
  // What was answered before stays, unless it may no longer be seen.
  if (data === undefined || cut || error instanceof Refused) return failed ?? <Loading />
  return (
    <>
      {failed}
      {children(data, isPlaceholderData)}
    </>
  )
}
