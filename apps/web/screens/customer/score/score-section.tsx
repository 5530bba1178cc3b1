/** The score on the page of a customer: one answer, and the days of a stretch that is looked at from near. */
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import type { Moment } from '../../../past/moment.js'
import { useMe } from '../../../reader/me.js'
import { factsOf, type ScoreAnswer, type Touch } from '../../../score/facts/facts.js'
import { useSaying } from '../../../score/marks/use-saying.js'
import { useStretch } from '../../../score/moving/use-stretch.js'
import { useWindow } from '../../../score/moving/use-window.js'
import type { ZoomAddress } from '../../../score/moving/zoom-address.js'
import { type DayPeriod, Score } from '../../../score/picture/score.js'
import type { CustomerAddress } from '../address.js'

export interface ScoreSectionProps {
  id: string
  moment: Moment
  onMoment(moment: Moment): void
  /** What the timeline shows: its period is drawn, and what it leaves out stands aside. */
  shown: CustomerAddress
  /** A period was chosen in the picture, or let go of. */
  onPeriod(period: DayPeriod | undefined): void
  /** Another stretch of time is looked at. */
  onZoom(to: ZoomAddress): void
}

export const ScoreSection = (props: ScoreSectionProps) => (
  <Answered of={question('/api/v1/customers/{id}/score', { path: { id: props.id } })}>
    {(answer) => <Asked {...props} answer={answer} />}
  </Answered>
)

function Asked({ id, moment, onMoment, shown, onPeriod, onZoom, answer }: ScoreSectionProps & { answer: ScoreAnswer }) {
  const { timeZone } = useMe()
  const router = useRouter()
  const { data: group } = useQuery(question('/api/v1/group'))
  const facts = useMemo(() => factsOf(answer), [answer])
  const saying = useSaying({ facts, currency: group?.currency ?? 'EUR', zone: timeZone })
  const { from, to, kind, unit, function: by, zoom } = shown
  const { window, onWindow } = useWindow({ zoom, facts, zone: timeZone, onZoom })
  const leavesOut = useMemo(() => leftOutBy({ kind, unit, by }), [kind, unit, by])
  const { nearer, isLooking } = useStretch(id, facts.isCounted ? window : undefined)
  const hrefOf = (position: string) => {
    const search = (before: object) => ({ ...before, event: position })
    return router.buildLocation({ to: '/customers/$id', params: { id }, search: search as never }).href
  }
  return (
    <Score
      {...{ saying, window, onWindow, moment, onMoment, onPeriod, hrefOf, isLooking }}
      {...(nearer && { nearer })}
      {...((from ?? to) !== undefined && { period: { ...(from && { from }), ...(to && { to }) } })}
      leavesOut={leavesOut}
      onOpen={(position) => router.history.push(hrefOf(position))}
    />
  )
}

type Sought = { [name in 'kind' | 'unit' | 'by']: string | undefined }

/** Which encounters a timeline leaves out; of those that are counted by week nobody knows the kind. */
function leftOutBy({ kind, unit, by }: Sought): ((touch: Touch) => boolean) | undefined {
  if ((kind ?? unit ?? by) === undefined) return undefined
  const differs = (sought: string | undefined, is: string | undefined) => sought !== undefined && sought !== is
  return (touch) =>
    differs(unit, touch.unit) || differs(by, touch.function) || (!touch.isWeek && differs(kind, touch.kind))
}
