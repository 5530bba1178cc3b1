/** What happened with my customers since I last looked, other units first. */
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { PersonalValue } from '../../components/name.js'
import { Empty } from '../../components/notice.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './home.module.css'
import { homeTexts } from './texts.js'

const shown = 12

export function Changes() {
  const say = useTexts(homeTexts)
  return (
    <Answered of={question('/api/v1/changes/mine', { query: { limit: shown } })}>
      {({ rows, customers }) =>
        customers > 0 && (
          <section className={styles.changes} aria-labelledby="changes">
            <h2 id="changes">{say('changes')}</h2>
            {rows.length === 0 && <Empty>{say('noChanges')}</Empty>}
            <ol>
              {rows.slice(0, shown).map((row) => (
                <Change key={row.event} of={row} />
              ))}
            </ol>
          </section>
        )
      }
    </Answered>
  )
}

type Row = Answer<'/api/v1/changes/mine'>['rows'][number]

function Change({ of }: { of: Row }) {
  const formats = useFormats()
  const { position, occurred, recordedAt, kindName, kind, unit, who, customer, summary } = of
  const toEvent = { to: '/customers/$id', params: { id: customer.id }, search: { event: position } } as const
  const what = kindName ?? kind
  return (
    <li className={styles.change}>
      <span className={styles.quiet}>{formats.shortDay(occurred ?? recordedAt)}</span>
      <span>
        <Link to="/customers/$id" params={{ id: customer.id }} className={styles.customer}>
          {customer.name}
        </Link>{' '}
        <span className={styles.quiet}>
          {summary ? what : <Link {...toEvent}>{what}</Link>}
          {unit && ` · ${unit.name ?? unit.id}`} · <PersonalValue of={who.name} />
        </span>
        {summary && (
          <Link {...toEvent} className={styles.summary}>
            <PersonalValue of={summary} />
          </Link>
        )}
      </span>
    </li>
  )
}
