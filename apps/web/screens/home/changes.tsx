/** What happened with my customers since I last looked, other units first. */
import { Link } from '@tanstack/react-router'
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { PersonalValue } from '../../components/name.js'
import { Empty } from '../../components/notice.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './home.module.css'
import { homeTexts } from './texts.js'

const shown = 12

export function Changes() {
  const say = useTexts(homeTexts)
  const formats = useFormats()
  return (
    <section className={styles.changes} aria-labelledby="changes">
      <h2 id="changes">{say('changes')}</h2>
      <Answered of={question('/api/v1/changes/mine', { query: { limit: shown } })}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{say('noChanges')}</Empty>
          ) : (
            <ol>
              {rows
                .slice(0, shown)
                .map(({ event, position, occurred, recordedAt, kindName, kind, unit, who, customer, summary }) => (
                  <li key={event} className={styles.change}>
                    <span className={styles.quiet}>{formats.shortDay(occurred ?? recordedAt)}</span>
                    <span>
                      <Link to="/customers/$id" params={{ id: customer.id }} className={styles.customer}>
                        {customer.name}
                      </Link>{' '}
                      <span className={styles.quiet}>
                        {[kindName ?? kind, unit?.name].filter(Boolean).join(' · ')} · <PersonalValue of={who.name} />
                      </span>
                      {summary && (
                        <Link
                          to="/customers/$id"
                          params={{ id: customer.id }}
                          search={{ event: position }}
                          className={styles.summary}
                        >
                          <PersonalValue of={summary} />
                        </Link>
                      )}
                    </span>
                  </li>
                ))}
            </ol>
          )
        }
      </Answered>
    </section>
  )
}
