/** A list of any length of which only the pages in sight are asked for; those out of it are let go. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { cutBy, type Outstanding } from '../../../api/client.js'
import type { Answer, Asked } from '../../../api/questions.js'
import { type LongList, stretch } from '../../../api/stretches.js'
import { type CamePage, lengthOf, pagesAround, rowsAt } from './stretch.js'

type RowOf<P extends LongList> = Answer<P> extends { rows: readonly (infer R)[] } ? R : never

export interface Windowed<R> {
  /** Where they stand in the list; those that are not here are holes. */
  rows: readonly (R | undefined)[]
  /** Before anything has come there are none. */
  isPending: boolean
  /** Of the pages in sight. */
  error: Error | null
  retry(): void
  /** Says which rows are in sight. */
  onSight(first: number, last: number): void
  /** Tells one question from another. */
  question: string
}

/** While a scroll bar is dragged, what it passes is asked for once in so long. */
const restMs = 80

/** @param chosen id of a row that stays here with those beside it, wherever one looks */
export function useWindowed<P extends LongList>(path: P, asked: Asked<P>, chosen?: string): Windowed<RowOf<P>> {
  const question = JSON.stringify([path, asked])
  const { pages, onSight, keep } = usePages(question)
  const results = useQueries({ queries: pages.map((page) => stretch(path, asked, page)) })
  const came = results.flatMap(({ data, dataUpdatedAt }, n): CamePage<RowOf<P>>[] =>
    data
      ? [{ ...(data as unknown as Omit<CamePage<RowOf<P>>, 'page'>), page: pages[n] as number, cameAt: dataUpdatedAt }]
      : [],
  )
  const cut = came.length === 0 ? results.map(cutOf).find((reason) => reason !== null) : undefined
  const all = useAll(question, came, cut !== undefined)
  const place = chosen === undefined ? -1 : all.findIndex((row) => (row as { id?: string } | undefined)?.id === chosen)
  useEffect(() => keep(place), [keep, place])
  return {
    rows: all,
    isPending: all.length === 0 && came.length === 0,
    error: results.find(({ error }) => error)?.error ?? cut ?? null,
    retry: () => {
      for (const result of results) if (cutOf(result)) void result.refetch()
    },
    onSight,
    question,
  }
}

/** Why a page has not come, though it may be tried again. */
const cutOf = ({
  error,
  fetchStatus,
  failureReason,
}: Omit<Outstanding, 'isPlaceholderData'> & { error: Error | null }) =>
  error ?? cutBy({ isPlaceholderData: true, fetchStatus, failureReason }) ?? null

/** The pages in sight, once it rests on them. */
function usePages(question: string) {
  const [seen, setSeen] = useState<Seen>({ question, pages: [0] })
  const [kept, setKept] = useState(-1)
  const coming = useRef<{ timer?: ReturnType<typeof setTimeout>; pages: number[] }>({ pages: [] })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another question had in sight is not asked for
  useEffect(() => {
    const of = coming.current
    return () => {
      clearTimeout(of.timer)
      of.timer = undefined
    }
  }, [question])
  const onSight = useCallback(
    (first: number, last: number) => {
      const of = coming.current
      of.pages = pagesAround(first, last)
      of.timer ??= setTimeout(() => {
        of.timer = undefined
        setSeen((before) => (isSame(before, { question, pages: of.pages }) ? before : { question, pages: of.pages }))
      }, restMs)
    },
    [question],
  )
  const sight = seen.question === question ? seen.pages : [0]
  const pages = useMemo(
    () => [...new Set(kept < 0 ? sight : [...sight, ...pagesAround(kept, kept)])].filter((page) => page >= 0),
    [sight, kept],
  )
  return { pages, onSight, keep: setKept }
}

interface Seen {
  question: string
  pages: number[]
}

const isSame = (one: Seen, other: Seen): boolean =>
  one.question === other.question && one.pages.join() === other.pages.join()

/** What was there before stands there until an answer has come to what is asked now, or none comes. */
function useAll<R>(question: string, came: readonly CamePage<R>[], isCut: boolean): readonly (R | undefined)[] {
  const known = useRef<{ question: string; of: string; rows: readonly (R | undefined)[] }>(undefined)
  const of = came.map(({ page, cameAt }) => `${page} ${cameAt}`).join()
  const before = known.current
  if (came.length === 0) {
    // Once nothing has come, what was there before does not come back either.
    if (isCut && before?.question !== question) known.current = undefined
    return known.current?.rows ?? []
  }
  if (before?.question === question && before.of === of) return before.rows
  const least = before?.question === question ? before.rows.length : 0
  const rows = rowsAt(came, lengthOf(came, least))
  known.current = { question, of, rows }
  return rows
}
