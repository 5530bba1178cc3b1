/** What is due today, offered, and planned: each leads to its event. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/questions.js'
import { type Personal, PersonalValue } from '../../components/name.js'
import { Failed } from '../../components/notice.js'
import { capital, useWords } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import { useMe } from '../../reader/me.js'
import { dayAt } from '../../score/facts/days.js'
import { promisesAsked, visitsAsked } from './asked.js'
import styles from './home.module.css'
import { homeTexts } from './texts.js'

type Promised = Answer<'/api/v1/my/promises'>['rows'][number]

export function Due() {
  const say = useTexts(homeTexts)
  const { promises, visits } = useMe().today
  const isPromised = promises.due + promises.overdue + promises.offered > 0
  if (!isPromised && visits.today === 0) return null
  return (
    <section className={styles.due} aria-label={say('dueNow')}>
      {isPromised && <Promises />}
      {visits.today > 0 && <Visits />}
    </section>
  )
}

function Promises() {
  const say = useTexts(homeTexts)
  const { today, timeZone } = useMe()
  const { data, error, refetch } = useQuery(promisesAsked())
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return null
  const due = data.rows.filter((row) => dayAt(Date.parse(row.due), timeZone) <= today.day)
  const more = today.promises.due + today.promises.overdue - due.length
  return (
    <>
      <ul>
        {due.map((row) => (
          <PromiseRow key={row.id} of={row} />
        ))}
        {data.offered.map((row) => (
          <PromiseRow key={row.id} of={row} isOffered />
        ))}
      </ul>
      {more > 0 && <p className={styles.quiet}>{say('more', { count: more })}</p>}
    </>
  )
}

function PromiseRow({ of, isOffered = false }: { of: Promised; isOffered?: boolean }) {
  const say = useTexts(homeTexts)
  const formats = useFormats()
  const { id, what, customer, due, overdue } = of
  return (
    <Row customer={customer} event={`promise-${id}`} what={<PersonalValue of={what} />}>
      <span className={overdue ? styles.alarm : undefined}>
        {say(overdue ? 'overdueSince' : 'due', { on: formats.shortMoment(due) })}
      </span>
      {isOffered && ` · ${say('offered')}`}
    </Row>
  )
}

function Visits() {
  const words = useWords()
  const formats = useFormats()
  const { data, error, refetch } = useQuery(visitsAsked())
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return null
  return (
    <ul>
      {data.today.map(({ id, kind, startsAt, customer, goal, place }) => {
        const what: Personal = goal ?? capital(words.of('touchpoint-kind', kind))
        return (
          <Row key={id} customer={customer} event={`touchpoint-${id}`} what={<PersonalValue of={what} />}>
            {formats.time(startsAt)} · {words.of('touchpoint-kind', kind)}
            {place && (
              <>
                {' · '}
                <PersonalValue of={place} />
              </>
            )}
          </Row>
        )
      })}
    </ul>
  )
}

interface RowProps {
  customer: { id: string; name?: string }
  /** The stream of the record. */
  event: string
  what: ReactNode
  children: ReactNode
}

function Row({ customer: { id, name }, event, what, children }: RowProps) {
  return (
    <li>
      <Link to="/customers/$id" params={{ id }} className={styles.customer}>
        {name ?? id}
      </Link>{' '}
      <span className={styles.quiet}>{children}</span>
      <Link to="/customers/$id" params={{ id }} search={{ event }} className={styles.summary}>
        {what}
      </Link>
    </li>
  )
}
