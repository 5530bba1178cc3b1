/** One question about the whole group, answered in words, in a chart and in a table; every number opens to its events. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { Empty, Failed, Loading } from '../../components/notice.js'
import { useFormats, useTexts } from '../../language/language.js'
import { isForPage, useKeys } from '../../shell/keys.js'
import type { FiguresAddress, Metric } from './address.js'
import { type AskedFigures, askedBy, figuresAsked, periodsOf, useMetrics, useToldFirst } from './asked.js'
import { Chart } from './chart/chart.js'
import { FigureTable } from './chart/figure-table.js'
import { type FigureAnswered, groupsOf, sorted } from './chart/groups.js'
import { FigureTools } from './figure-tools.js'
import styles from './figures.module.css'
import { Strip } from './strip.js'
import { AnswerInWords } from './words/answer.js'
import { useNames } from './words/said.js'
import { figuresTexts } from './words/texts.js'

const route = getRouteApi('/figures')

export function Figures() {
  const address = route.useSearch()
  const { data: catalogue, error } = useMetrics()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const navigate = useNavigate({ from: '/figures' })
  const change = useCallback(
    (to: Partial<FiguresAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  usePast(address.known, () => change({ known: undefined }))
  if (error) return <Failed error={error} />
  if (!catalogue) return <Loading />
  const asked = askedBy(address, catalogue.rows, today)
  const metric = catalogue.rows.find(({ name }) => name === asked.metric)
  return (
    <main className={styles.page}>
      <Strip metrics={catalogue.rows} asked={asked} />
      {metric && <Question metric={metric} asked={asked} address={address} change={change} today={today} />}
    </main>
  )
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
  const { data, error, refetch } = useQuery(figuresAsked(asked))
  const figures = (data?.figures ?? []) as FigureAnswered[]
  const periods = periodsOf(figures)
  const { told, error: untold } = useToldFirst(asked, periods, today)
  const names = useNames(data?.names ?? [])
  const { by } = asked
  const nameOf = (code: string | undefined) => (by ? names.of(by, code) : say('whole'))
  const groups = sorted(groupsOf(figures, { by, nameOf, told }), by ? names.order(by) : [], formats.compare)
  const failed = error ?? untold
  return (
    <section className={styles.question} aria-labelledby="question">
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
        </>
      )}
    </section>
  )
}

/** As known on a past day the page stands on other ground, and Esc leads back to what is known now. */
function usePast(known: string | undefined, back: () => void) {
  const isPast = known !== undefined
  useEffect(() => {
    if (!isPast) return
    document.body.dataset.ground = 'past'
    return () => {
      delete document.body.dataset.ground
    }
  }, [isPast])
  useKeys((event) => {
    if (isPast && event.key === 'Escape' && isForPage(event)) back()
  })
}
