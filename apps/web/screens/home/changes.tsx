/** What happened with my customers since I last looked: by other units, then by one's own. */
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { PersonalValue } from '../../components/name.js'
import { Empty } from '../../components/notice.js'
import { OwnWords } from '../../history/own-words.js'
import { useFormats, useTexts } from '../../language/language.js'
import { changesAsked } from './asked.js'
import styles from './home.module.css'
import { homeTexts } from './texts.js'

export function Changes() {
  const say = useTexts(homeTexts)
  return (
    <Answered of={changesAsked()}>
      {({ rows, customers }) =>
        customers > 0 && (
          <section className={styles.changes} aria-labelledby="changes">
            <h2 id="changes">{say('changes')}</h2>
            {rows.length === 0 && <Empty>{say('noChanges')}</Empty>}
            <Group heading={say('byOthers')} of={told(rows).filter(({ otherUnit }) => otherUnit)} />
            <Group heading={say('byOurs')} of={told(rows).filter(({ otherUnit }) => !otherUnit)} />
          </section>
        )
      }
    </Answered>
  )
}

type Row = Answer<'/api/v1/changes/mine'>['rows'][number]

const dayOf = ({ occurred, recordedAt }: Row): string => occurred ?? recordedAt

/** The latest first. A gist stands with its note, where that is here as well. */
const told = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ kind, record }) => kind !== 'gist' || !rows.some((row) => row.record === record && row.gist))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))

function Group({ heading, of }: { heading: string; of: readonly Row[] }) {
  if (of.length === 0) return null
  return (
    <>
      <h3 className={styles.by}>{heading}</h3>
      <ol>
        {of.map((row) => (
          <Change key={row.event} of={row} />
        ))}
      </ol>
    </>
  )
}

function Change({ of }: { of: Row }) {
  const formats = useFormats()
  const { position, kindName, kind, unit, who, customer, summary, language, gist } = of
  const toEvent = { to: '/customers/$id', params: { id: customer.id }, search: { event: position } } as const
  const what = kindName ?? kind
  return (
    <li className={styles.change}>
      <span className={styles.quiet}>{formats.shortDay(dayOf(of))}</span>
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
            <OwnWords of={summary} language={language} gist={gist} short />
          </Link>
        )}
      </span>
    </li>
  )
}
