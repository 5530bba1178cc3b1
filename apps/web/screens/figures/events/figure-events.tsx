/** What a number is made of: each contribution with its event, its customer and its deal. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type Answer, list, type QueryOf, question } from '../../../api/questions.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { Table } from '../../../components/table/table.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { type FiguresAddress, filtersAsked, filtersIn } from '../address.js'
import { type FiguresAnswer, useMetrics } from '../asked.js'
import type { FigureAnswered } from '../chart/groups.js'
import { useNames, useSaid } from '../words/said.js'
import { figuresTexts } from '../words/texts.js'
import { useEventColumns } from './event-columns.js'
import styles from './figure-events.module.css'
import { figureEventsTexts } from './texts.js'

const route = getRouteApi('/figures/$metric/events')
const rowsAtOnce = 100

export function FigureEvents() {
  const { metric } = route.useParams()
  const { from, to, known, ...address } = route.useSearch()
  const query = { from, to, known, ...filtersAsked(filtersIn(address)) }
  const asked = useInfiniteQuery(
    list('/api/v1/figures/{metric}/events', {
      path: { metric },
      query: { ...query, limit: rowsAtOnce } as QueryOf<'/api/v1/figures/{metric}/events'>,
    }),
  )
  const figure = useQuery(
    question('/api/v1/figures/{metric}', { path: { metric }, query: query as QueryOf<'/api/v1/figures/{metric}'> }),
  )
  return (
    <main className={styles.page}>
      <Head metric={metric} days={{ from, to, known }} address={address} figure={figure.data} />
      {asked.error && <Failed error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && !asked.error && <Loading />}
      {asked.data && <Contributions asked={asked} pages={asked.data.pages} />}
    </main>
  )
}

interface ContributionsProps {
  asked: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown }
  pages: readonly Answer<'/api/v1/figures/{metric}/events'>[]
}

function Contributions({ asked: { hasNextPage, isFetchingNextPage, fetchNextPage }, pages }: ContributionsProps) {
  const say = useTexts(figureEventsTexts)
  const rows = useMemo(() => pages.flatMap(({ events }) => events), [pages])
  const [first] = pages
  const columns = useEventColumns(first?.metric)
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const hidden = first?.hidden ?? 0
  return (
    <>
      {hidden > 0 && <p className={styles.caution}>{say('hidden', { count: hidden })}</p>}
      {first?.leftOut && <p className={styles.caution}>{first.leftOut}</p>}
      {rows.length === 0 ? (
        <Empty>{say(hidden > 0 ? 'allHidden' : 'noEvents')}</Empty>
      ) : (
        <div className={styles.table}>
          <Table
            label={say('events')}
            columns={columns}
            rows={rows}
            total={hasNextPage ? -2 : rows.length}
            keyOf={({ position, value, member, day, whole }) => [position, value, member, day, whole].join(' ')}
            onMore={more}
          />
        </div>
      )}
    </>
  )
}

interface HeadProps {
  metric: string
  days: Pick<FiguresAddress, 'from' | 'to' | 'known'>
  address: FiguresAddress
  figure: FiguresAnswer | undefined
}

function Head({ metric, days: { from, to, known }, address, figure }: HeadProps) {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  const said = useSaid()
  const { data: catalogue } = useMetrics()
  const names = useNames(figure?.names ?? [])
  const shown = catalogue?.rows.find(({ name }) => name === metric)
  const [{ value, part, whole } = {}] = (figure?.figures ?? []) as FigureAnswered[]
  const filters = filtersIn(address)
  const of = Object.entries(filters).map(([dimension, code]) => names.of(dimension as keyof typeof filters, code))
  const days = figure && `${formats.day(figure.from)} – ${formats.day(figure.to)}`
  return (
    <header className={styles.head}>
      <p>
        <Link to="/figures" search={{ ...filters, metric, from, to, known }} className={styles.back}>
          ← {shown?.label ?? metric}
        </Link>
      </p>
      <h1>{[shown && figure && said(shown).value(value), ...of].filter(Boolean).join(' · ')}</h1>
      <p className={styles.sentence} role="status">
        {whole !== undefined &&
          `${say('partOf', { part: formats.number(part ?? 0), whole: formats.number(whole) })} · `}
        {days}
        {known && ` · ${say('asKnown', { day: formats.day(known) })}`}
      </p>
    </header>
  )
}
