/** One question about the whole group, answered in words, in a chart and in a table; every number opens to its events. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Empty, Failed, Loading } from '../../components/notice.js'
import { useFormats, useTexts } from '../../language/language.js'
import { usePhone } from '../../look/matches.js'
import page from '../../look/page.module.css'
import { Past } from '../../past/past.js'
import { useMe } from '../../reader/me.js'
import { shellTexts } from '../../shell/texts.js'
import type { FiguresAddress, Metric } from './address.js'
import {
  type AskedFigures,
  askedBy,
  figuresAsked,
  periodsOf,
  useFilterNames,
  useMetrics,
  useToldFirst,
} from './asked.js'
import { Chart } from './chart/chart.js'
import { FigureTable } from './chart/figure-table.js'
import { type FigureAnswered, groupsOf, sorted } from './chart/groups.js'
import { FigureExports, FigureTools } from './figure-tools.js'
import styles from './figures.module.css'
import { Strip } from './strip.js'
import { AnswerInWords } from './words/answer.js'
import { useNames } from './words/said.js'
import { figuresTexts } from './words/texts.js'

const route = getRouteApi('/figures')

export function Figures() {
  const address = route.useSearch()
  const sayShell = useTexts(shellTexts)
  const { data: catalogue, error } = useMetrics()
  const today = useMe().today.day
  const navigate = useNavigate({ from: '/figures' })
  const change = useCallback(
    (to: Partial<FiguresAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  if (error) {
    return (
      <main className={page.page}>
        <h1>{sayShell('figures')}</h1>
        <Failed error={error} />
      </main>
    )
  }
  if (!catalogue) return <Loading />
  const asked = askedBy(address, catalogue.rows, today)
  const metric = catalogue.rows.find(({ name }) => name === asked.metric)
  return (
    <main className={`${page.wide} ${styles.columns}`}>
      <Strip metrics={catalogue.rows} asked={asked} />
      {metric ? (
        <Question metric={metric} asked={asked} address={address} change={change} today={today} />
      ) : (
        <NoSuchFigure asked={asked} />
      )}
    </main>
  )
}

/** What the address asks for cannot be told: the server says so. */
function NoSuchFigure({ asked }: { asked: AskedFigures }) {
  const { error } = useQuery(figuresAsked(asked))
  return <section className={styles.question}>{error ? <Failed error={error} page /> : <Loading />}</section>
}

interface QuestionProps {
  metric: Metric
  asked: AskedFigures
  address: FiguresAddress
  change(to: Partial<FiguresAddress>): void
  today: string
}

function Question({ metric, asked, address, change, today }: QuestionProps) {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  const isPhone = usePhone()
  const { data: shown, error, refetch, isPlaceholderData } = useQuery(figuresAsked(asked))
  // By another dimension, what was answered before means something else.
  const data = isPlaceholderData ? undefined : shown
  const figures = (data?.figures ?? []) as FigureAnswered[]
  const periods = periodsOf(figures)
  const { told, error: untold } = useToldFirst(asked, periods, today)
  const filterNames = useFilterNames(asked)
  const names = useNames([...(data?.names ?? []), ...filterNames])
  const { by } = asked
  const nameOf = (code: string | undefined) => (by ? names.of(by, code) : say('whole'))
  const groups = sorted(groupsOf(figures, { by, nameOf, told }), by ? names.order(by) : [], formats.compare)
  const failed = error ?? untold
  return (
    <section className={styles.question} aria-labelledby="question">
      <Past moment={{ ...(asked.known && { knownAt: asked.known }) }} onToday={() => change({ known: undefined })} />
      <h1 id="question">{metric.question}</h1>
      <AnswerInWords metric={metric} asked={asked} groups={groups} />
      <FigureTools metric={metric} asked={asked} address={address} change={change} today={today} names={names} />
      {failed && <Failed error={failed} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && groups.length === 0 && <Empty>{say('none')}</Empty>}
      {groups.length > 0 && (
        <>
          <Chart metric={metric} asked={asked} groups={groups} />
          <FigureTable metric={metric} asked={asked} groups={groups} periods={periods} complete={data?.complete} />
          {isPhone && <FigureExports asked={asked} />}
        </>
      )}
    </section>
  )
}
