/** One customer beside the list: the sentence, how each unit stands, and what is open. */
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { PersonalValue } from '../../components/name.js'
import { StageName } from '../../components/stage-name.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './panel.module.css'
import { customersTexts } from './texts.js'

export interface PanelProps {
  id: string
  /** Of the group. */
  currency: string
  onClose(): void
}

export function Panel({ id, currency, onClose }: PanelProps) {
  const say = useTexts(customersTexts)
  return (
    <aside className={styles.panel} aria-label={say('beside')}>
      <button type="button" className={styles.close} aria-label={say('closePanel')} onClick={onClose}>
        ×
      </button>
      <Answered of={question('/api/v1/customers/{id}', { path: { id } })}>
        {(customer) => <Glance of={customer} currency={currency} />}
      </Answered>
    </aside>
  )
}

function Glance({
  of: { id, name, sentence, parts },
  currency,
}: {
  of: Answer<'/api/v1/customers/{id}'>
  currency: string
}) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  return (
    <>
      <h2 className={styles.name}>
        <Link to="/customers/$id" params={{ id }}>
          {name}
        </Link>
      </h2>
      <p className={styles.sentence}>{sentence}</p>
      <ul>
        {parts?.standings?.map(({ id: standing, unit, stage, owner, why }) => (
          <li key={standing} className={styles.standing}>
            <div className={styles.line}>
              <b>{unit.name}</b> <StageName of={stage} filled />
            </div>
            <p className={styles.quiet}>
              <PersonalValue of={owner?.name} />
            </p>
            {why && (
              <p>
                <PersonalValue of={why} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {parts?.opportunities && parts.opportunities.length > 0 && (
        <>
          <h3>{say('open')}</h3>
          <ul>
            {parts.opportunities.map(({ id: deal, name: what, value, closesOn }) => (
              <li key={deal} className={styles.standing}>
                <div className={styles.line}>
                  <Link to="/customers/$id" params={{ id }} search={{ event: `opportunity-${deal}` }}>
                    <PersonalValue of={what} />
                  </Link>
                  {value?.groupMinor !== undefined && <b>{formats.money(value.groupMinor, currency)}</b>}
                </div>
                {closesOn && <p className={styles.quiet}>{formats.day(closesOn)}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
