/** One customer at two moments: how it stood at each, what changed between them, and by which events. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { type Changed, changedBetween } from '../../score/facts/changed.js'
import { cursorAt } from '../../score/facts/days.js'
import { factsOf, type ScoreAnswer, type ScoreFacts, weekMs } from '../../score/facts/facts.js'
import { useSaying } from '../../score/marks/use-saying.js'
import { useStretch } from '../../score/moving/use-stretch.js'
import { Score } from '../../score/picture/score.js'
import { useMe } from '../../shell/me.js'
import { type Moment, momentIn } from '../../shell/root.js'
import { ChangeList } from './changes.js'
import styles from './compare.module.css'
import { MomentShown } from './moment-shown.js'
import { compareTexts } from './texts.js'
import { momentsIn } from './two-moments.js'

const route = getRouteApi('/customers/$id/compare')

/** Both moments, as the address says them. */
function useMoments(): { before: Moment; after: Moment; change(to: { before?: Moment; after?: Moment }): void } {
  const { asOf, knownAt, toAsOf, toKnownAt } = momentsIn({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const before = useMemo(() => momentIn({ asOf, knownAt }), [asOf, knownAt])
  const after = useMemo(() => momentIn({ asOf: toAsOf, knownAt: toKnownAt }), [toAsOf, toKnownAt])
  return {
    before,
    after,
    change: (to) => {
      const { asOf: laterAsOf, knownAt: laterKnownAt } = to.after ?? after
      const search = {
        ...(to.before ?? before),
        ...(laterAsOf !== undefined && { toAsOf: laterAsOf }),
        ...(laterKnownAt !== undefined && { toKnownAt: laterKnownAt }),
      }
      void navigate({ search, replace: true, resetScroll: false })
    },
  }
}

export function Compare() {
  const { id } = route.useParams()
  return (
    <main className={page.page}>
      <Answered of={question('/api/v1/customers/{id}/score', { path: { id } })}>
        {(answer) => <Compared answer={answer} />}
      </Answered>
    </main>
  )
}

const nothing = () => undefined

function Compared({ answer }: { answer: ScoreAnswer }) {
  const say = useTexts(compareTexts)
  const { id, name } = answer.customer
  const { before, after, change } = useMoments()
  const { timeZone } = useMe()
  const { data: group } = useQuery(question('/api/v1/group'))
  const facts = useMemo(() => factsOf(answer), [answer])
  const saying = useSaying({ facts, currency: group?.currency ?? 'EUR', zone: timeZone })
  const changed = useChanged(id, { facts, before, after, zone: timeZone })
  const hrefOf = (position: string) => `/customers/${id}?event=${position}`
  return (
    <>
      <h1>
        <Link to="/customers/$id" params={{ id }} title={say('customer')}>
          {say('compare', { customer: name ?? id })}
        </Link>
      </h1>
      <div className={styles.moments}>
        <MomentShown id={id} label={say('earlier')} moment={before} onMoment={(to) => change({ before: to })} />
        <MomentShown id={id} label={say('later')} moment={after} onMoment={(to) => change({ after: to })} />
      </div>
      <Score
        saying={saying}
        window={undefined}
        onWindow={nothing}
        moment={before}
        onMoment={(to) => change({ before: to })}
        onPeriod={nothing}
        marked={useMarked(changed)}
        hrefOf={hrefOf}
        onOpen={(position) => location.assign(hrefOf(position))}
      />
      <ChangeList id={id} changed={changed} saying={saying} />
    </>
  )
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

/** Positions of the events by which something changed. */
const useMarked = (changed: readonly Changed[]): ReadonlySet<string> =>
  useMemo(() => new Set(changed.flatMap(({ fact }) => (fact ? [fact.position] : []))), [changed])
