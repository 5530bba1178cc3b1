/** How a list goes on to its next page, and tries again what did not arrive. */
import { useCallback } from 'react'

/** A list that is asked page by page. */
export interface Paged {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage(): unknown
}

/** Whether the next page is to be asked for unbidden: one that failed is asked for again only by somebody. */
export const goesOn = ({
  hasNextPage,
  isFetchingNextPage,
  isFetchNextPageError,
}: Omit<Paged, 'fetchNextPage'>): boolean => hasNextPage && !isFetchingNextPage && !isFetchNextPageError

/** Asks for the next page, as the end of what is there comes near. */
export function useMore({ fetchNextPage, ...of }: Paged): () => void {
  const isOn = goesOn(of)
  return useCallback(() => {
    if (isOn) void fetchNextPage()
  }, [isOn, fetchNextPage])
}

/** Asks again for what failed: the next page, or all of it. */
export const retried = (asked: Pick<Paged, 'isFetchNextPageError' | 'fetchNextPage'> & { refetch(): unknown }) => () =>
  void (asked.isFetchNextPageError ? asked.fetchNextPage() : asked.refetch())
