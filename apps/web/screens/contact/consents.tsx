/** What a person agreed to, by which channel, and what they took back. */
import { PersonalValue } from '../../components/name.js'
import { Empty } from '../../components/notice.js'
import { capital, useWords } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './contact.module.css'
import type { Person } from './person.js'
import { contactTexts } from './texts.js'

export function Consents({ of: consents }: { of: Person['consents'] }) {
  const say = useTexts(contactTexts)
  const formats = useFormats()
  const words = useWords()
  const channels = (codes: readonly string[]) => formats.list(codes.map((code) => words.of('consent-channel', code)))
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{say('consents')}</h2>
      {consents.length === 0 && <Empty>{say('noConsents')}</Empty>}
      <ul>
        {consents.map(({ purpose, channel, except = [], evidence, given, givenOn, withdrawn, withdrawnOn }) => (
          <li key={`${purpose} ${channel} ${given} ${withdrawn}`} className={styles.row}>
            <b>{capital(words.of('consent-purpose', purpose))}</b>
            <p className={styles.facts}>
              <span>{channels([channel])}</span>
              {except.length > 0 && <span>{say('except', { channels: channels(except) })}</span>}
              {given && <span>{say('given', { on: formats.shortDay(givenOn ?? given) })}</span>}
              {withdrawn && (
                <span className={styles.caution}>
                  {say('withdrawn', { on: formats.shortDay(withdrawnOn ?? withdrawn) })}
                </span>
              )}
            </p>
            {evidence && (
              <p className={styles.quiet}>
                <PersonalValue of={evidence} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
