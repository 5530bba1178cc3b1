/** The score on the page of a customer: one answer, and the days of a stretch that is looked at from near. */
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import type { Timespan } from '../../../score/axis/axis.js'
import { dayAt } from '../../../score/facts/days.js'
import { factsOf, type ScoreAnswer, touchesOf } from '../../../score/facts/facts.js'
import { useSaying } from '../../../score/marks/use-saying.js'
import { type DayPeriod, Score } from '../../../score/picture/score.js'
import { useMe } from '../../../shell/me.js'
import type { Moment } from '../../../shell/root.js'

export interface ScoreSectionProps {
  id: string
  moment: Moment
  onMoment(moment: Moment): void
  /** A period was chosen in the picture, or let go of. */
  onPeriod(period: DayPeriod | undefined): void
}

export const ScoreSection = (props: ScoreSectionProps) => (
  <Answered of={question('/api/v1/customers/{id}/score', { path: { id: props.id } })}>
    {(answer) => <Asked {...props} answer={answer} />}
  </Answered>
)

const dayMs = 86_400_000
/** A stretch is asked for where it is at most so long, by whole months. */
const nearDays = 800

function Asked({ id, moment, onMoment, onPeriod, answer }: ScoreSectionProps & { answer: ScoreAnswer }) {
  const [window, setWindow] = useState<Timespan>()
  const { timeZone } = useMe()
  const router = useRouter()
  const { data: group } = useQuery(question('/api/v1/group'))
  const facts = useMemo(() => factsOf(answer), [answer])
  const saying = useSaying({ facts, currency: group?.currency ?? 'EUR', zone: timeZone })
  const nearer = useStretch(id, facts.isCounted ? window : undefined)
  const hrefOf = (position: string) => {
    const search = (before: object) => ({ ...before, event: position })
    return router.buildLocation({ to: '/customers/$id', params: { id }, search: search as never }).href
  }
  return (
    <Score
      {...{ saying, window, moment, onMoment, onPeriod, hrefOf }}
      {...(nearer && { nearer })}
      onWindow={setWindow}
      onOpen={(position) => router.history.push(hrefOf(position))}
    />
  )
}

/** The encounters around a window one by one; none as long as they have not come. */
function useStretch(id: string, window: Timespan | undefined) {
  const isNear = window !== undefined && window.to - window.from <= nearDays * dayMs
  const from = isNear ? `${dayAt(window.from).slice(0, 7)}-01` : ''
  const to = isNear ? `${dayAt(window.to + 31 * dayMs).slice(0, 7)}-01` : ''
  const { data, isPlaceholderData } = useQuery({
    ...question('/api/v1/customers/{id}/score', { path: { id }, query: { from, to } }),
    enabled: isNear,
  })
  return useMemo(
    () => (isNear && data && !isPlaceholderData ? touchesOf(data) : undefined),
    [isNear, data, isPlaceholderData],
  )
}
