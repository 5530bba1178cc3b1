/** Finds the customer whose history is to be replayed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useId, useState } from 'react'
import { useOwn } from '../../../api/own.js'
import { question } from '../../../api/questions.js'
import { Failed } from '../../../components/notice.js'
import { useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { auditTexts } from '../texts/texts.js'

const offered = 6

export function ReplayOf() {
  const say = useTexts(auditTexts)
  const id = useId()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const isAsking = text.length > 1
  const asked = useQuery({
    ...question('/api/v1/customers', { query: { search: text || '-', limit: offered } }),
    enabled: isAsking,
    placeholderData: isAsking ? keepPreviousData : undefined,
  })
  const { data, error } = useOwn(asked, isAsking)
  return (
    <div className={styles.find}>
      <b>{say('replay')}</b>
      <p className={styles.quiet}>{say('replayAbout')}</p>
      <div className={styles.tools}>
        <label htmlFor={id}>
          {say('replayFind')}
          <input id={id} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </label>
      </div>
      {isAsking && error && <Failed error={error} retry={() => void asked.refetch()} />}
      {isAsking && data && (
        <ul>
          {data.rows.map(({ id: customer, name, city }) => (
            <li key={customer}>
              <Link to="/audit/replay/$id" params={{ id: customer }} className={styles.name}>
                {name ?? customer}
              </Link>{' '}
              <span className={styles.quiet}>{city}</span>
            </li>
          ))}
          {data.rows.length === 0 && <li>{say('noneFound')}</li>}
        </ul>
      )}
    </div>
  )
}
