/** Other events beside one, as lines that lead to them. */

import { PersonalValue } from '../../components/name.js'
import { useFormats, useTexts } from '../../language/language.js'
import { EventLink } from '../event-link.js'
import { OwnWords } from '../own-words.js'
import { historyTexts } from '../texts.js'
import type { Beside } from './answer.js'
import styles from './event.module.css'

export interface OtherEventsProps {
  heading: string
  events: Beside['record']
  /** Position of the one that is shown. */
  at?: string
}

export function OtherEvents({ heading, events, at }: OtherEventsProps) {
  const say = useTexts(historyTexts)
  const formats = useFormats()
  if (events.length === 0) return null
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      <ol className={styles.beside}>
        {events.map(({ position, type, typeName, mode, occurred, recordedAt, who, summary, language }) => (
          <li key={position} aria-current={position === at ? 'true' : undefined}>
            <EventLink to={position}>
              <span className={styles.when}>{formats.shortDay(occurred ?? recordedAt)}</span>
              <span>
                <b>{mode ? say(mode) : (typeName ?? type)}</b>{' '}
                <span className={styles.quiet}>
                  · {who.name === undefined ? who.id : <PersonalValue of={who.name} />}
                </span>
                {summary !== undefined && (
                  <span className={styles.summary}>
                    <OwnWords of={summary} language={language} />
                  </span>
                )}
              </span>
            </EventLink>
          </li>
        ))}
      </ol>
    </section>
  )
}
