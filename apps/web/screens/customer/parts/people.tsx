/** The people of a customer, and who of us knows them how well. */
import { Link } from '@tanstack/react-router'
import { nameOf, PersonalValue } from '../../../components/name.js'
import { Empty } from '../../../components/notice.js'
import { useWords } from '../../../components/words.js'
import { PersonLink } from '../../../history/person-link.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { CustomerParts } from '../answer.js'
import styles from '../customer.module.css'
import { customerTexts } from '../texts.js'

type Person = CustomerParts['people'][number]

/** Of those who know somebody, so many by name. */
const namedTies = 3

export function People({ of: people }: { of: readonly Person[] }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const current = people.filter((person) => person.current)
  const former = people.filter((person) => !person.current)
  return (
    <section aria-labelledby="people">
      <h2 id="people">
        {say('peopleAndTies')} <span className={styles.count}>{formats.number(current.length)}</span>
      </h2>
      {current.length === 0 && <Empty>{say('noPeople')}</Empty>}
      <PersonRows of={current} />
      {former.length > 0 && (
        <details className={styles.more}>
          <summary>{say('former', { count: former.length })}</summary>
          <PersonRows of={former} />
        </details>
      )}
    </section>
  )
}

const PersonRows = ({ of }: { of: readonly Person[] }) => (
  <ul className={styles.rows}>
    {of.map((person) => (
      <PersonRow key={`${person.contact} ${person.since} ${person.until}`} of={person} />
    ))}
  </ul>
)

function PersonRow({ of: person }: { of: Person }) {
  const formats = useFormats()
  const words = useWords()
  const { contact, name, title, level, roles, lastTouch, lastTouchOn, until } = person
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <PersonLink id={contact} name={name} className={styles.name} />
        <span className={styles.quiet}>{lastTouch && formats.shortDay(lastTouchOn ?? lastTouch)}</span>
      </div>
      <p className={styles.facts}>
        {title && (
          <span>
            <PersonalValue of={title} />
          </span>
        )}
        <span>{words.of('level', level)}</span>
        {roles.length > 0 && <span>{roles.map((role) => words.of('buying-role', role)).join(', ')}</span>}
        {until && <span>– {formats.shortDay(until)}</span>}
      </p>
      <Ties of={person} />
    </li>
  )
}

function Ties({ of: { contact, knownBy } }: { of: Person }) {
  const say = useTexts(customerTexts)
  if (knownBy.length === 0) return <p className={styles.quiet}>{say('knownByNobody')}</p>
  const best = knownBy.toSorted((a, b) => b.touches - a.touches)
  return (
    <p className={styles.ties}>
      {best.slice(0, namedTies).map(({ id, name, touches }) => (
        <Link
          key={id}
          to="."
          search={(before: object) => ({ ...before, who: id, contact, tab: undefined })}
          resetScroll={false}
          title={say('tie', { name: nameOf(name) ?? id, count: touches })}
        >
          {nameOf(name)?.split(' ')[0] ?? id} <b>{touches}</b>
        </Link>
      ))}
      {best.length > namedTies && <span>+{best.length - namedTies}</span>}
    </p>
  )
}
