/** What stopped, what is under way, and what erasures wait for: for administrators. */
import type { ReactNode } from 'react'
import { question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import { PersonalValue } from '../../../components/name.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { isOffered } from '../offers/offers.js'
import { operationTexts } from '../texts/operation-texts.js'
import { auditTexts } from '../texts/texts.js'

export function Operations() {
  const say = useTexts(auditTexts)
  if (!isOffered('operations', useMe())) return <NotYours />
  return (
    <main className={page.page}>
      <Head title={say('operations')} about={say('operationsAbout')} />
      <Parked />
      <Processes />
      <Plaintext />
    </main>
  )
}

function Part({ id, title, about, children }: { id: string; title: string; about: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.quiet}>{about}</p>
      {children}
    </section>
  )
}

function Parked() {
  const say = useTexts(operationTexts)
  const formats = useFormats()
  return (
    <Part id="parked" title={say('parked')} about={say('parkedAbout')}>
      <Answered of={question('/api/v1/operations/parked')}>
        {({ parked }) => (
          <ul>
            {parked.length === 0 && <li>{say('noneParked')}</li>}
            {parked.map(({ partition, type, position, reason, since }) => (
              <li key={partition} className={styles.entry}>
                <b>{partition}</b> {type} · {position}{' '}
                <span className={styles.quiet}>{say('since', { moment: formats.moment(since) })}</span>
                <p className={styles.alarm}>
                  <PersonalValue of={reason} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  )
}

function Processes() {
  const say = useTexts(operationTexts)
  const formats = useFormats()
  return (
    <Part id="processes" title={say('processes')} about={say('processesAbout')}>
      <Answered of={question('/api/v1/operations/processes')}>
        {({ processes }) => (
          <ul>
            {processes.length === 0 && <li>{say('noneProcesses')}</li>}
            {processes.map(({ id, process, state, since, by, steps }) => (
              <li key={id} className={styles.entry}>
                <b>{process}</b> <span className={state === 'stuck' ? styles.alarm : ''}>{say(state)}</span>{' '}
                <span className={styles.quiet}>
                  {by} · {say('since', { moment: formats.moment(since) })} · {id}
                </span>
                {steps.map(({ stream, command, sentence }) => (
                  <p key={`${stream} ${command}`}>
                    {command} {stream} {sentence}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  )
}

function Plaintext() {
  const say = useTexts(operationTexts)
  return (
    <Part id="plaintext" title={say('plaintext')} about={say('plaintextAbout')}>
      <Answered of={question('/api/v1/operations/plaintext')}>
        {({ files }) => (
          <ul>
            {files.map(({ file, forgottenUpTo }) => (
              <li key={file} className={styles.entry}>
                <b>{file}</b> <span className={styles.quiet}>{say('forgottenUpTo', { position: forgottenUpTo })}</span>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Part>
  )
}
