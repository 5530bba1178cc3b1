/** Who looked at a person's values, when and why: for auditors. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { question } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import { Failed, Loading } from '../../../components/notice.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { PageName } from '../log/page-name.js'
import { logTexts } from '../texts/log-texts.js'
import { personTexts } from '../texts/person-texts.js'

const shown = 60

export function Looked({ id }: { id: string }) {
  const say = useTexts(personTexts)
  const sayLog = useTexts(logTexts)
  const formats = useFormats()
  const { data, error, refetch } = useQuery(question('/api/v1/access-log', { query: { contact: id, limit: shown } }))
  return (
    <section className={styles.section} aria-labelledby="looked">
      <h2 id="looked">{say('looked')}</h2>
      <p className={styles.quiet}>
        <Link to="/audit/log" search={{ contact: id }}>
          {say('lookedAbout')}
        </Link>
      </p>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.rows.length === 0 && <p className={styles.quiet}>{say('nobodyLooked')}</p>}
      <ol>
        {data?.rows.map(({ id: entry, at, kind, page, viewer, reason }) => (
          <li key={entry} className={styles.entry}>
            <span className={styles.quiet}>{formats.moment(at)}</span>{' '}
            <b>{viewer.name === undefined ? viewer.id : <PersonalValue of={viewer.name} />}</b>{' '}
            {kind !== 'read' && <span className={styles.caution}>{sayLog(kind)} </span>}
            <PageName of={page} />
            {reason !== undefined && (
              <p>
                “<PersonalValue of={reason} />”
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
