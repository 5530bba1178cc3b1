/** The cards of one lane: those of the first page, and further ones as somebody asks for them. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Boarding, column, type QueryOf } from '../../api/questions.js'

/** A column of the first page. */
export interface FirstCards<R> {
  rows: readonly R[]
  next?: string
}

export interface LanePages<R> {
  rows: readonly R[]
  /** Absent where all is shown. */
  more?: { ask(): void; isAsking: boolean }
  error: Error | null
}

/** @param query with which the further pages are asked for: that of the board, and whose lane it is */
export function useLanePages<P extends Boarding, R>(path: P, query: QueryOf<P>, first: FirstCards<R>): LanePages<R> {
  const [isWanted, setWanted] = useState(false)
  const isOn = isWanted && first.next !== undefined
  const asked = useInfiniteQuery({ ...column(path, query, first.next), enabled: isOn })
  const data = isOn ? asked.data : undefined
  const pages = (data?.pages ?? []) as { columns: readonly FirstCards<R>[] }[]
  const further = pages.flatMap(({ columns }) => columns[0]?.rows ?? [])
  const hasMore = data ? asked.hasNextPage : first.next !== undefined
  const ask = () => {
    if (data) void asked.fetchNextPage()
    else if (isOn) void asked.refetch()
    else setWanted(true)
  }
  return {
    rows: [...first.rows, ...further],
    ...(hasMore && { more: { ask, isAsking: asked.isFetching } }),
    error: isOn ? asked.error : null,
  }
}
