/** Shows an answer when it is there, and what stands for it until then. */
import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../api/client.js'
import { useOwn } from '../api/own.js'
import { Failed, Loading } from './notice.js'

export interface AnsweredProps<T, K extends readonly unknown[]> {
  of: UseQueryOptions<T, Error, T, K>
  /** Whether it is all of a page: then a refusal is its heading. */
  page?: boolean
  /** @param isOutstanding an answer to something else of the same record, until this one is there */
  children(answer: T, isOutstanding: boolean): ReactNode
}

export function Answered<T, K extends readonly unknown[]>({ of, page = false, children }: AnsweredProps<T, K>) {
  const { data, error, refetch, isPlaceholderData } = useOwn(useQuery(of))
  const failed = error && <Failed error={error} page={page} retry={() => void refetch()} />
  // What was answered before stays, unless it may no longer be seen.
  if (data === undefined || error instanceof Refused) return failed ?? <Loading />
  return (
    <>
      {failed}
      {children(data, isPlaceholderData)}
    </>
  )
}
