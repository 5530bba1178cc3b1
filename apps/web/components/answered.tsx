/** Shows an answer when it is there, and what stands for it until then. */
import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failed, Loading } from './notice.js'

export interface AnsweredProps<T, K extends readonly unknown[]> {
  of: UseQueryOptions<T, Error, T, K>
  children(answer: T): ReactNode
}

export function Answered<T, K extends readonly unknown[]>({ of, children }: AnsweredProps<T, K>) {
  const { data, error, refetch } = useQuery(of)
  if (error) return <Failed error={error} retry={() => void refetch()} />
  return data === undefined ? <Loading /> : children(data)
}
