/** Questions to the API as entries of the query cache: asked once per language, moment and parameters. */
import { type InfiniteData, infiniteQueryOptions, type Query, QueryClient, queryOptions } from '@tanstack/react-query'
import type { MaybeOptionalInit } from 'openapi-fetch'
import { answered, client, hasSession, notSignedIn, Refused, reader } from './client.js'
import { readAnew } from './reason.js'
import type { paths, Schemas } from './schema.generated.js'

export type { Schemas } from './schema.generated.js'

/** Paths that can be asked. */
export type Question = {
  [P in keyof paths]: paths[P] extends { get: { responses: { 200: { content: { 'application/json': unknown } } } } }
    ? P
    : never
}[keyof paths]

export type Answer<P extends Question> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } }
}
  ? A
  : never

type Parameters<P extends Question> = paths[P] extends { get: { parameters: infer A } } ? A : never

export type QueryOf<P extends Question> = Parameters<P> extends { query?: infer A } ? NonNullable<A> : undefined

/** What a path is asked with. */
export type Asked<P extends Question> = (Parameters<P> extends { path: infer A }
  ? { path: A }
  : { path?: undefined }) & {
  query?: QueryOf<P>
}

const keyOf = (path: string, asked: object | undefined) =>
  [path, asked ?? {}, reader.language, reader.reason ?? ''] as const

async function ask<P extends Question>(path: P, asked: Asked<P> | undefined, signal: AbortSignal): Promise<Answer<P>> {
  const init = { params: asked ?? {}, signal } as unknown as MaybeOptionalInit<paths[P], 'get'>
  const get = client.GET as (
    path: P,
    init: unknown,
  ) => Promise<{ data?: Answer<P>; error?: unknown; response: Response }>
  return answered(get(path, init))
}

/** Until an answer has come, that of the same record asked otherwise stands there; never that of another record. */
const ofSameRecord =
  (path: string, asked: object | undefined) =>
  <T>(before: T | undefined, query: { queryKey: readonly unknown[] } | undefined): T | undefined => {
    const [formerPath, former] = query?.queryKey ?? []
    return formerPath === path && recordIn(former) === recordIn(asked) ? before : undefined
  }

const recordIn = (asked: unknown): string => JSON.stringify((asked as { path?: unknown } | undefined)?.path ?? '')

/** One answer. */
export const question = <P extends Question>(path: P, asked?: Asked<P>) =>
  queryOptions({
    queryKey: keyOf(path, asked),
    queryFn: ({ signal }) => ask(path, asked, signal),
    placeholderData: ofSameRecord(path, asked),
  })

/**
 * A list of more pages is not asked anew when the window is looked at again: every page is one more question, and a
 * few of its rows are in sight.
 */
const mostPagesAnew = 5

const pagesOf = (data: unknown): readonly unknown[] => (data as { pages?: readonly unknown[] } | undefined)?.pages ?? []

type Page = { next?: string } & ({ rows: readonly unknown[] } | { events: readonly unknown[] })

/** Questions whose answers are lists of rows or of events, page by page. */
export type Listing = { [P in Question]: Answer<P> extends Page ? P : never }[Question]

/**
 * An answer in pages, each asked for when somebody comes to it.
 * @param name of the parameter that says where to go on
 */
export const pages = <P extends Question>(path: P, asked: Asked<P>, name: keyof QueryOf<P> & string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(path, asked), 'pages'],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...(asked.query as object | undefined), ...(pageParam !== undefined && { [name]: pageParam }) }
      return ask(path, { ...asked, query } as Asked<P>, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as { next?: string }).next,
    placeholderData: ofSameRecord(path, asked),
  })

interface BoardPage {
  columns: readonly { rows: readonly unknown[]; next?: string }[]
}

/** Questions whose answers are boards: columns of rows, each column in pages of its own. */
export type Boarding = { [P in Question]: Answer<P> extends BoardPage ? P : never }[Question]

/** One column of a board from a cursor on, page by page. */
export const column = <P extends Boarding>(path: P, query: QueryOf<P>, from: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(path, { query }), 'column', from],
    queryFn: ({ signal, pageParam }) => {
      const asked = { ...(query as object), ...(pageParam !== undefined && { cursor: pageParam }) }
      return ask(path, { query: asked } as Asked<P>, signal)
    },
    initialPageParam: from,
    getNextPageParam: (page) => (page as BoardPage).columns[0]?.next,
  })

/** A list, page by page. */
export const list = <P extends Listing>(path: P, asked?: Asked<P>) =>
  infiniteQueryOptions({
    ...pages(path, asked ?? ({} as Asked<P>), 'cursor' as keyof QueryOf<P> & string),
    enabled: ({ state }) => pagesOf(state.data).length <= mostPagesAnew,
    meta: { isList: true },
  })

export type Me = Schemas['MeAnswer']

/**
 * Who one is depends neither on why one reads nor on the language. Another member may sign in beside, at a page of the
 * same browser: who it is is asked whenever the page is looked at again, and nothing of the former's stays.
 */
export const me = () => ({
  ...question('/api/v1/me'),
  queryKey: ['/api/v1/me', {}, '', ''] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me> => {
    if (!hasSession()) throw notSignedIn()
    const found = await ask('/api/v1/me', undefined, signal)
    if (reader.member !== undefined && reader.member !== found.id) readAnew(cache)
    reader.member = found.id
    return found
  },
  refetchOnWindowFocus: 'always' as const,
})
export const vocabulary = () => ({ ...question('/api/v1/vocabulary'), staleTime: Number.POSITIVE_INFINITY })

const staleMs = 15_000

/** What was asked, as long as it may be shown again. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: staleMs,
      // A refusal stays one however often it is asked; what did not arrive may the next time.
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
    },
  },
})

/** Whoever comes back to a long list comes to its beginning. */
cache.getQueryCache().subscribe(({ type, query }) => {
  const { data, dataUpdatedAt: updatedAt } = query.state
  const isLeft = type === 'observerRemoved' && query.getObserversCount() === 0
  if (!isLeft || !query.meta?.isList || pagesOf(data).length <= mostPagesAnew) return
  const { pages, pageParams } = data as InfiniteData<unknown>
  cache.setQueryData(query.queryKey, { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }, { updatedAt })
})

/** After something was recorded here: all that is shown is asked anew, also lists of many pages. */
export function askAnew(): void {
  const isLong = (query: Query) => query.meta?.isList === true && query.getObserversCount() > 0 && !query.isActive()
  const long = cache.getQueryCache().findAll({ predicate: isLong })
  void cache.invalidateQueries()
  for (const query of long) void query.fetch()
}
