/** What is recorded of a person: how to reach them, where they work, who of us knows them, what they agreed to. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Answer, question } from '../../../api/questions.js'
import { nameOf, PersonalValue } from '../../../components/name.js'
import { useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { CustomerCell, PersonCell } from '../lists/cells.js'
import { personTexts } from '../texts/person-texts.js'
import person from './person.module.css'

type Contact = Answer<'/api/v1/contacts/{id}'>

function Section({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

export function Facts({ of }: { of: Contact }) {
  const say = useTexts(personTexts)
  const formats = useFormats()
  const facts = [
    [say('name'), of.name],
    [say('mail'), of.mail],
    [say('phone'), of.phone],
    [say('language'), of.language && formats.languageName(of.language)],
    [say('note'), of.note],
  ] as const
  return (
    <Section title={say('known')} id="known">
      <dl className={person.facts}>
        {facts
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <PersonalValue of={value} />
              </dd>
            </div>
          ))}
        {of.mergedFrom.map((record) => (
          <div key={record.id}>
            <dt>{say('mergedFrom')}</dt>
            <dd>
              <PersonCell of={record} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

export function Posts({ of }: { of: Contact['posts'] }) {
  const say = useTexts(personTexts)
  const words = useWords()
  const formats = useFormats()
  return (
    <Section title={say('posts')} id="posts">
      <ul>
        {of.map(({ customer, title, level, roles, since, until }) => (
          <li key={`${customer.id} ${since} ${until}`} className={styles.entry}>
            <CustomerCell of={customer} /> <PersonalValue of={title} />{' '}
            <span className={styles.quiet}>
              {[words.of('level', level), ...roles.map((role) => words.of('buying-role', role))].join(', ')} ·{' '}
              {formats.day(since)}
              {until && ` ${say('until', { day: formats.day(until) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const mostMembers = 200

export function KnownBy({ of }: { of: Contact['knownBy'] }) {
  const say = useTexts(personTexts)
  const formats = useFormats()
  const { data } = useQuery(question('/api/v1/members', { query: { limit: mostMembers } }))
  const names = new Map(data?.rows.map(({ id, name }) => [id, nameOf(name)]))
  return (
    <Section title={say('knownBy')} id="known-by">
      <ul>
        {of.map(({ member, touches, lastTouch, lastTouchOn }) => (
          <li key={member} className={styles.entry}>
            {names.get(member) ?? member}{' '}
            <span className={styles.quiet}>
              {say('touches', { count: touches })}
              {lastTouch && ` · ${formats.day(lastTouchOn ?? lastTouch)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Consents({ of }: { of: Contact['consents'] }) {
  const say = useTexts(personTexts)
  const words = useWords()
  const formats = useFormats()
  return (
    <Section title={say('consents')} id="consents">
      {of.length === 0 && <p className={styles.quiet}>{say('noConsents')}</p>}
      <ul>
        {of.map(({ purpose, channel, given, givenOn, withdrawn, withdrawnOn, evidence }) => (
          <li key={`${purpose} ${channel} ${given} ${withdrawn}`} className={styles.entry}>
            {words.of('consent-purpose', purpose)}, {words.of('consent-channel', channel)}{' '}
            <span className={styles.quiet}>
              {given && `${say('given')} ${formats.day(givenOn ?? given)}`}{' '}
              {withdrawn && `${say('withdrawn')} ${formats.day(withdrawnOn ?? withdrawn)}`}
            </span>{' '}
            <PersonalValue of={evidence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
