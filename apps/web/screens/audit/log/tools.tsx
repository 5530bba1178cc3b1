/** Whose looks, at whom, and on which days. */
import { useQuery } from '@tanstack/react-query'
import { question } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import { DayField } from '../../../components/filter/day-field.js'
import { nameOf } from '../../../components/name.js'
import { useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { logTexts } from '../texts/log-texts.js'
import { auditTexts } from '../texts/texts.js'
import type { LogAddress } from './address.js'

const mostMembers = 200

export interface LogToolsProps {
  address: LogAddress
  change(to: Partial<LogAddress>): void
}

export function LogTools({ address, change }: LogToolsProps) {
  const say = useTexts(logTexts)
  const { data } = useQuery(question('/api/v1/members', { query: { limit: mostMembers, sort: 'name' } }))
  const { member } = address
  const isListed = member === undefined || data?.rows.some(({ id }) => id === member)
  const day = (name: 'from' | 'until') => (
    <DayField
      label={say(name)}
      isLabelled
      value={address[name]}
      onChange={(to) => change({ [name]: to, at: undefined })}
    />
  )
  return (
    <div className={styles.tools}>
      <label>
        {say('who')}
        <select
          value={member ?? ''}
          onChange={({ target }) => change({ member: target.value || undefined, at: undefined })}
        >
          <option value="">{say('anybody')}</option>
          {!isListed && <option value={member}>{member}</option>}
          {data?.rows.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameOf(name) ?? id}
            </option>
          ))}
        </select>
      </label>
      {day('from')}
      {day('until')}
      <Only address={address} change={change} />
    </div>
  )
}

/** That only looks at one customer or person are shown, and the way back to all. */
function Only({ address: { customer, contact }, change }: LogToolsProps) {
  const say = useTexts(logTexts)
  const sayAudit = useTexts(auditTexts)
  const stream = contact === undefined ? `customer-${customer}` : `contact-${contact}`
  const isOne = customer !== undefined || contact !== undefined
  const { data } = useQuery({
    ...question('/api/v1/record-names', { query: { streams: stream } }),
    enabled: isOne,
  })
  if (!isOne) return null
  const name = nameOf(data?.rows[0]?.name) ?? (contact === undefined ? customer : sayAudit('person'))
  return (
    <>
      <p>{say('only', { name: name ?? '' })}</p>
      <Button onClick={() => change({ customer: undefined, contact: undefined, at: undefined })}>{say('all')}</Button>
    </>
  )
}
