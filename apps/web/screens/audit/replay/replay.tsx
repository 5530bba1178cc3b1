/** A relationship step by step: each event with what it says and what it changed, as it became known or as it happened. */
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from '../../../components/button.js'
import { isForPage, useKeys } from '../../../components/keys.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { retried } from '../../../components/table/paging.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { isOffered } from '../offers/offers.js'
import { replayTexts } from '../texts/replay-texts.js'
import type { ReplayOrder } from './address.js'
import replay from './replay.module.css'
import { Step } from './step.js'
import { type ReplayedStep, useReplay } from './use-replay.js'

const route = getRouteApi('/audit/replay/$id')

export function Replay() {
  return isOffered('replay', useMe()) ? <Replayed /> : <NotYours />
}

function Replayed() {
  const say = useTexts(replayTexts)
  const { id } = route.useParams()
  const { at, order = 'recorded' } = route.useSearch()
  const navigate = useNavigate({ from: '/audit/replay/$id' })
  const { asked, steps, customer, stopped, n, step, isWhole } = useReplay(id, order, at)
  const go = (to: { at?: string; order?: ReplayOrder }) =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false })
  const turn = (by: number) => {
    const next = steps[n + by]
    if (next) go({ at: next.position })
  }
  useKeys((event) => {
    if (!isForPage(event)) return
    const by = { '[': -1, ']': 1 }[event.key]
    if (by) turn(by)
  })
  const name = customer?.name ?? id
  if (!asked.data && asked.error) {
    return (
      <main className={page.page}>
        <Failed error={asked.error} page retry={retried(asked)} />
      </main>
    )
  }
  return (
    <main className={`${page.list} ${replay.replay}`}>
      <div className={replay.side}>
        <Head title={say('title', { name })} />
        <Order of={order} onChange={(to) => go({ order: to })} />
        <Steps of={steps} at={step?.position} onMore={isWhole ? undefined : () => void asked.fetchNextPage()} />
      </div>
      <div className={replay.main}>
        <div className={replay.turns}>
          <Button shortcut="[" disabled={n <= 0} onClick={() => turn(-1)}>
            {say('earlier')}
          </Button>
          <Button shortcut="]" disabled={n < 0 || n >= steps.length - 1} onClick={() => turn(1)}>
            {say('later')}
          </Button>
          {step && <Where step={step} id={id} n={n + 1} />}
        </div>
        {stopped && <p className={styles.caution}>{stopped.sentence}</p>}
        {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
        {!step && !asked.error && (isWhole && asked.data ? <Empty>{say('noSuchStep')}</Empty> : <Loading />)}
        {step && <Step of={step} />}
      </div>
    </main>
  )
}

/** Which step it is, and the way to the customer as it was known then. */
function Where({ step, id, n }: { step: ReplayedStep; id: string; n: number }) {
  const say = useTexts(replayTexts)
  return (
    <>
      <span className={styles.quiet} role="status">
        {say('stepOf', { n })}
      </span>
      <Link
        className={replay.then}
        to="/customers/$id"
        params={{ id }}
        search={{ asOf: step.recordedAt, knownAt: step.recordedAt }}
      >
        {say('asItWas')}
      </Link>
    </>
  )
}

const orders = ['recorded', 'effective'] as const

function Order({ of, onChange }: { of: ReplayOrder; onChange(to: ReplayOrder): void }) {
  const say = useTexts(replayTexts)
  return (
    <div className={styles.tools}>
      <label>
        {say('order')}
        <select value={of} onChange={({ target }) => onChange(target.value as ReplayOrder)}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {say(order)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

interface StepsProps {
  of: readonly ReplayedStep[]
  at: string | undefined
  /** Absent where all have come. */
  onMore: (() => void) | undefined
}

function Steps({ of, at, onMore }: StepsProps) {
  const say = useTexts(replayTexts)
  const formats = useFormats()
  const current = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current step moves with its position
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [at])
  return (
    <nav className={replay.steps} aria-label={say('steps')}>
      <ol>
        {of.map(({ position, kindName, type, recordedAt, unit }) => (
          <li key={position}>
            <Link
              from="/audit/replay/$id"
              search={(before) => ({ ...before, at: position })}
              replace
              resetScroll={false}
              className={replay.at}
              ref={position === at ? current : undefined}
              aria-current={position === at ? 'step' : undefined}
              activeProps={{ 'aria-current': position === at ? 'step' : undefined }}
            >
              <span>{formats.day(recordedAt)}</span>
              <span className={replay.kind}>{kindName ?? type}</span>
              <span />
              <span>{unit?.name}</span>
            </Link>
          </li>
        ))}
      </ol>
      {onMore && <Button onClick={onMore}>{say('later')}</Button>}
    </nav>
  )
}
