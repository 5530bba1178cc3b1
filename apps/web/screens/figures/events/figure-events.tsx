/** What a number is made of: each contribution with its event, its customer and its deal. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useOwn } from '../../../api/own.js'
import { type Answer, list, type QueryOf, question } from '../../../api/questions.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { type Paged, retried, useMore } from '../../../components/table/paging.js'
import { useRowLinks } from '../../../components/table/row-links.js'
import { Table } from '../../../components/table/table.js'
import { useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { Past } from '../../../past/past.js'
import { type FiguresAddress, filtersAsked, filtersIn, filtersOneByOne } from '../address.js'
import { type FiguresAnswer, useFilterNames, useMetrics } from '../asked.js'
import type { FigureAnswered } from '../chart/groups.js'
import { saidOf, useNames, useSaid } from '../words/said.js'
import { figuresTexts } from '../words/texts.js'
import { useEventColumns } from './event-columns.js'
import styles from './figure-events.module.css'
import { figureEventsTexts } from './texts.js'

const route = getRouteApi('/figures/$metric/events')
const rowsAtOnce = 100

export function FigureEvents() {
  const { metric } = route.useParams()
  const { from, to, known, ...address } = route.useSearch()
  const navigate = useNavigate({ from: '/figures/$metric/events' })
  const query = { from, to, known, ...filtersAsked(filtersIn(address)) }
  const asked = useOwn(
    useInfiniteQuery(
      list('/api/v1/figures/{metric}/events', {
        path: { metric },
        query: { ...query, limit: rowsAtOnce } as QueryOf<'/api/v1/figures/{metric}/events'>,
      }),
    ),
  )
  const figure = useQuery(
    question('/api/v1/figures/{metric}', { path: { metric }, query: query as QueryOf<'/api/v1/figures/{metric}'> }),
  )
  return (
    <main className={page.wide}>
      <Past
        moment={{ ...(known && { knownAt: known }) }}
        onToday={() => void navigate({ search: (before) => ({ ...before, known: undefined }) })}
      />
      <Head metric={metric} days={{ from, to, known }} address={address} figure={figure.data} />
      {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
      {asked.isPending && !asked.error && <Loading />}
      {asked.data && <Contributions asked={asked} pages={asked.data.pages} />}
    </main>
  )
}

interface ContributionsProps {
  asked: Paged
  pages: readonly Answer<'/api/v1/figures/{metric}/events'>[]
}

function Contributions({ asked, pages }: ContributionsProps) {
  const say = useTexts(figureEventsTexts)
  const rows = useMemo(() => pages.flatMap(({ events }) => events), [pages])
  const [first] = pages
  const columns = useEventColumns(first?.metric)
  const table = useRowLinks()
  const more = useMore(asked)
  const hidden = first?.hidden ?? 0
  return (
    <>
      {hidden > 0 && <p className={styles.caution}>{say('hidden', { count: hidden })}</p>}
      {first?.leftOut && <p className={styles.caution}>{first.leftOut}</p>}
      {rows.length === 0 ? (
        <Empty>{say(hidden > 0 ? 'allHidden' : 'noEvents')}</Empty>
      ) : (
        <div ref={table} className={styles.table}>
          <Table
            label={say('events')}
            columns={columns}
            rows={rows}
            total={asked.hasNextPage ? -2 : rows.length}
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
  const words = useWords()
  const said = useSaid()
  const { data: catalogue } = useMetrics()
  const shown = catalogue?.rows.find(({ name }) => name === metric)
  const [{ value, part, whole } = {}] = (figure?.figures ?? []) as FigureAnswered[]
  const filters = filtersIn(address)
  const names = useNames(useFilterNames({ metric, from, to, filters: filtersAsked(filters) }))
  const of = filtersOneByOne(filters).map((one) => saidOf(one, names, words))
  const title = [shown && figure && said(shown).value(value), ...of].filter(Boolean).join(' · ')
  const days = figure && `${formats.day(figure.from)} – ${formats.day(figure.to)}`
  return (
    <header className={page.head}>
      <p>
        <Link to="/figures" search={{ ...filters, metric, from, to, known }} className={styles.back}>
          ← {shown?.label ?? metric}
        </Link>
      </p>
      <h1>{title || (shown?.label ?? metric)}</h1>
      <p className={page.sentence} role="status">
        {whole !== undefined &&
          `${say('partOf', { part: formats.number(part ?? 0), whole: formats.number(whole) })} · `}
        {days}
      </p>
    </header>
  )
}
