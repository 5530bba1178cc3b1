/** One customer beside the list: the sentence, the score of each unit in small, and what is promised and open. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answer, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { PersonalValue } from '../../components/name.js'
import { StageName, StatusName } from '../../components/stage-name.js'
import { BesideTable } from '../../components/table/beside-table.js'
import { useFormats, useTexts } from '../../language/language.js'
import { SmallScore } from '../../score/small/small-score.js'
import styles from './panel.module.css'
import { customersTexts } from './texts.js'

type Customer = Answer<'/api/v1/customers/{id}'>
type Parts = NonNullable<Customer['parts']>

export interface PanelProps {
  id: string
  /** Of the group. */
  currency: string
  onClose(): void
}

export function Panel({ id, currency, onClose }: PanelProps) {
  const say = useTexts(customersTexts)
  return (
    <BesideTable label={say('beside')} closeLabel={say('closePanel')} onClose={onClose}>
      <Answered of={question('/api/v1/customers/{id}', { path: { id } })}>
        {(customer) => <Glance of={customer} currency={currency} />}
      </Answered>
    </BesideTable>
  )
}

function Glance({ of: { id, name, sentence, parts }, currency }: { of: Customer; currency: string }) {
  const [now] = useState(() => Date.now())
  return (
    <>
      <h2 className={styles.name}>
        <Link to="/customers/$id" params={{ id }}>
          {name}
        </Link>
      </h2>
      <p className={styles.sentence}>{sentence}</p>
      <ul>
        {parts?.standings?.map((standing) => (
          <Standing key={standing.id} of={standing} now={now} />
        ))}
      </ul>
      <Promises id={id} of={parts?.promises ?? []} />
      <Opportunities of={parts?.opportunities ?? []} currency={currency} />
    </>
  )
}

const scoreSize = { width: 348, height: 40 }

interface StandingProps {
  of: Parts['standings'][number]
  /** ms */
  now: number
}

function Standing({ of: { unit, stage, status, owner, lastTouch, lastTouchOn, why, spark }, now }: StandingProps) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  return (
    <li className={styles.standing}>
      <div className={styles.line}>
        <b>{unit.name ?? unit.id}</b> <StageName of={stage} filled />
      </div>
      <div className={styles.score}>
        <SmallScore of={spark} now={now} {...scoreSize} />
      </div>
      <p className={styles.line}>
        <span className={styles.quiet}>
          <StatusName of={status} />
          {owner && (
            <>
              {' · '}
              <PersonalValue of={owner.name} />
            </>
          )}
        </span>
        {lastTouch !== undefined && (
          <span className={styles.quiet} title={say('lastTouch')}>
            {formats.shortDay(lastTouchOn ?? lastTouch)}
          </span>
        )}
      </p>
      {why && (
        <p>
          <PersonalValue of={why} />
        </p>
      )}
    </li>
  )
}

function Promises({ id, of }: { id: string; of: NonNullable<Parts['promises']> }) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  if (of.length === 0) return null
  return (
    <>
      <h3>{say('promised')}</h3>
      <ul>
        {of.map(({ id: promise, what, due, overdue }) => (
          <li key={promise} className={styles.standing}>
            <div className={styles.line}>
              <Link to="/customers/$id" params={{ id }} search={{ event: `promise-${promise}` }}>
                <PersonalValue of={what} />
              </Link>
              <span className={overdue ? styles.alarm : styles.quiet}>{formats.shortDay(due)}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Opportunities({ of, currency }: { of: NonNullable<Parts['opportunities']>; currency: string }) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  if (of.length === 0) return null
  return (
    <>
      <h3>{say('open')}</h3>
      <ul>
        {of.map(({ id: deal, name: what, value, closesOn }) => (
          <li key={deal} className={styles.standing}>
            <div className={styles.line}>
              <Link to="/opportunities/$id" params={{ id: deal }}>
                <PersonalValue of={what} />
              </Link>
              {value?.groupMinor !== undefined && <b>{formats.money(value.groupMinor, currency)}</b>}
            </div>
            {closesOn && <p className={styles.quiet}>{formats.day(closesOn)}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
