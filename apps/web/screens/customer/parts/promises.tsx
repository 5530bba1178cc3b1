/** What we have promised this customer, and when we mean to see them. */
import type { ReactNode } from 'react'
import { type Personal, PersonalValue } from '../../../components/name.js'
import { Empty } from '../../../components/notice.js'
import { useWords } from '../../../components/words.js'
import { EventLink } from '../../../history/event-link.js'
import { OwnWords } from '../../../history/own-words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { CustomerParts } from '../answer.js'
import styles from '../customer.module.css'
import { customerTexts } from '../texts.js'

type Meeting = CustomerParts['meetings'][number]

export function Promises({ of: { promises = [], meetings, pastMeetings } }: { of: CustomerParts }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const inOrder = promises.toSorted((a, b) => a.due.localeCompare(b.due))
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">
        {say('promises')} <span className={styles.count}>{formats.number(promises.length)}</span>
      </h2>
      {promises.length === 0 && <Empty>{say('noPromises')}</Empty>}
      <ul className={styles.rows}>
        {inOrder.map(({ id, what, language, due, overdue, owner, offeredTo, unit }) => (
          <li key={id} className={styles.row}>
            <EventLink to={`promise-${id}`}>
              <OwnWords of={what} language={language} />
            </EventLink>
            <p className={styles.facts}>
              <span className={overdue ? styles.alarm : undefined}>
                {say(overdue ? 'overdueSince' : 'due', { on: formats.shortMoment(due) })}
              </span>
              {owner && <Name of={owner} />}
              {offeredTo && <Wrapped text={say('offeredTo')} name={offeredTo} />}
              <span>{unit.name ?? unit.id}</span>
            </p>
          </li>
        ))}
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} of={meeting} text="planned" />
        ))}
        {pastMeetings.overdue.map((meeting) => (
          <MeetingRow key={meeting.id} of={meeting} text="unsaid" />
        ))}
        {pastMeetings.toEvaluate.map((meeting) => (
          <MeetingRow key={meeting.id} of={meeting} text="unevaluated" />
        ))}
      </ul>
    </section>
  )
}

function MeetingRow({ of, text }: { of: Meeting; text: 'planned' | 'unsaid' | 'unevaluated' }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const words = useWords()
  const { id, kind, startsAt, goal, language, owner, unit } = of
  const said = say(text, { kind: words.of('touchpoint-kind', kind), on: formats.shortDay(startsAt) })
  return (
    <li className={styles.row}>
      <EventLink to={`touchpoint-${id}`}>
        {goal === undefined ? words.of('touchpoint-kind', kind) : <OwnWords of={goal} language={language} />}
      </EventLink>
      <p className={styles.facts}>
        <span className={text === 'planned' ? undefined : styles.caution}>{said}</span>
        <Name of={owner} />
        <span>{unit.name ?? unit.id}</span>
      </p>
    </li>
  )
}

interface Named {
  id: string
  name?: Personal
}

const Name = ({ of: { id, name } }: { of: Named }): ReactNode => (
  <span>{name === undefined ? id : <PersonalValue of={name} />}</span>
)

const Wrapped = ({ text, name }: { text: string; name: Named }): ReactNode => (
  <span>
    {text} <Name of={name} />
  </span>
)
