/** One customer at two moments: how it stood at each, what changed between them, and by which events. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { isForPage, useKeys } from '../../components/keys.js'
import { EventSheet } from '../../history/event/event-sheet.js'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { type Moment, momentIn } from '../../past/moment.js'
import { isPast, usePastGround } from '../../past/past.js'
import { useMe } from '../../reader/me.js'
import { type Changed, changedBetween } from '../../score/facts/changed.js'
import { cursorAt, dayAt } from '../../score/facts/days.js'
import { factsOf, type ScoreAnswer, type ScoreFacts, weekMs } from '../../score/facts/facts.js'
import { useSaying } from '../../score/marks/use-saying.js'
import { useStretch } from '../../score/moving/use-stretch.js'
import { useWindow } from '../../score/moving/use-window.js'
import type { ZoomAddress } from '../../score/moving/zoom-address.js'
import { type DayPeriod, Score } from '../../score/picture/score.js'
import { ChangeList } from './changes.js'
import styles from './compare.module.css'
import { MomentShown } from './moment-shown.js'
import { compareTexts } from './texts.js'
import { addressOf, momentsIn } from './two-moments.js'

const route = getRouteApi('/customers/$id/compare')

interface Moments extends ZoomAddress {
  before: Moment
  after: Moment
  change(to: { before?: Moment; after?: Moment }): void
  onZoom(to: ZoomAddress): void
}

/** Both moments, and what is shown of time, as the address says them. */
function useMoments(): Moments {
  const { zoom, ...moments } = route.useSearch()
  const { asOf, knownAt, toAsOf, toKnownAt } = momentsIn({ ...moments })
  const navigate = route.useNavigate()
  const before = useMemo(() => momentIn({ asOf, knownAt }), [asOf, knownAt])
  const after = useMemo(() => momentIn({ asOf: toAsOf, knownAt: toKnownAt }), [toAsOf, toKnownAt])
  return {
    before,
    after,
    change: (to) =>
      void navigate({
        search: { ...addressOf(to.before ?? before, to.after ?? after), zoom },
        replace: true,
        resetScroll: false,
      }),
    zoom,
    onZoom: (to) =>
      void navigate({ search: (former) => ({ ...former, zoom: to.zoom }), replace: true, resetScroll: false }),
  }
}

export function Compare() {
  const { id } = route.useParams()
  const { event, ...moments } = route.useSearch()
  const navigate = useNavigate({ from: '/customers/$id/compare' })
  const { before, after } = useMoments()
  usePastGround(isPast(before) || isPast(after))
  useKeys((pressed) => {
    if (pressed.key !== 'Escape' || !isForPage(pressed)) return
    void navigate({ to: '/customers/$id', params: { id }, search: before })
  })
  return (
    <main className={page.page}>
      <Answered page of={question('/api/v1/customers/{id}/score', { path: { id } })}>
        {(answer) => <Compared answer={answer} />}
      </Answered>
      {event !== undefined && (
        <EventSheet
          event={event}
          of={{ customer: id }}
          moment={after}
          onClose={() => void navigate({ search: moments, replace: true, resetScroll: false })}
        />
      )}
    </main>
  )
}

function Compared({ answer }: { answer: ScoreAnswer }) {
  const say = useTexts(compareTexts)
  const { id, name } = answer.customer
  const { before, after, change, zoom, onZoom } = useMoments()
  const [period, setPeriod] = useState<DayPeriod>()
  const { timeZone } = useMe()
  const router = useRouter()
  const { data: group } = useQuery(question('/api/v1/group'))
  const facts = useMemo(() => factsOf(answer), [answer])
  const saying = useSaying({ facts, currency: group?.currency ?? 'EUR', zone: timeZone })
  const changed = useChanged(id, { facts, before, after, zone: timeZone })
  const { window, onWindow } = useWindow({ zoom, onZoom, facts, zone: timeZone })
  const { nearer, isLooking } = useStretch(id, facts.isCounted ? window : undefined)
  const hrefOf = (position: string) => {
    const search = (former: object) => ({ ...former, event: position })
    return router.buildLocation({ to: '/customers/$id/compare', params: { id }, search: search as never }).href
  }
  return (
    <>
      <title>{`${say('compare', { customer: name ?? id })} · Kumppani`}</title>
      <h1>
        <Link to="/customers/$id" params={{ id }} search={before} title={say('customer')}>
          {say('compare', { customer: name ?? id })}
        </Link>
      </h1>
      <div className={styles.moments}>
        <MomentShown id={id} label={say('earlier')} moment={before} onMoment={(to) => change({ before: to })} />
        <MomentShown id={id} label={say('later')} moment={after} onMoment={(to) => change({ after: to })} />
      </div>
      <Score
        {...{ saying, window, onWindow, isLooking, hrefOf, period }}
        {...(nearer && { nearer })}
        moment={before}
        onMoment={(to) => change({ before: to })}
        until={after}
        onPeriod={setPeriod}
        onOpen={(position) => router.history.push(hrefOf(position))}
      />
      <ChangeList id={id} changed={within(changed, period, timeZone)} saying={saying} after={after} />
    </>
  )
}

/** What of it lies in a period, both days included. */
function within(changed: readonly Changed[], period: DayPeriod | undefined, zone: string): readonly Changed[] {
  if (!period) return changed
  return changed.filter(({ at, touch }) => {
    if (!Number.isFinite(at)) return false
    const last = dayAt(touch?.isWeek ? at + weekMs - 1 : at, zone)
    return dayAt(at, zone) <= period.to && last >= period.from
  })
}

interface Between {
  facts: ScoreFacts
  before: Moment
  after: Moment
  zone: string
}

/** One by one where that is asked for; weeks stand for their encounters until then, and over many years. */
function useChanged(id: string, { facts, before, after, zone }: Between): Changed[] {
  const between = useMemo(() => {
    const present = { now: facts.now, zone }
    return [cursorAt(before, present), cursorAt(after, present)] as const
  }, [facts.now, before, after, zone])
  const counted = useMemo(() => changedBetween(facts, ...between), [facts, between])
  const weeks = counted.flatMap(({ touch, at }) => (touch?.isWeek && Number.isFinite(at) ? [at] : []))
  const stretch =
    weeks.length > 0 ? { from: Math.min(...weeks), to: Math.min(facts.now, Math.max(...weeks) + weekMs) } : undefined
  const { nearer } = useStretch(id, stretch)
  return useMemo(
    () => (nearer && weeks.length > 0 ? changedBetween({ ...facts, touches: nearer }, ...between) : counted),
    [nearer, weeks.length, facts, between, counted],
  )
}
