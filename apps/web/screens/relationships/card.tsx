/** One relationship as a card: whose it is, four years of it in small, and what has to be known at a glance. */
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/questions.js'
import { Card } from '../../components/board/board.js'
import { PersonalValue } from '../../components/name.js'
import { StatusName } from '../../components/stage-name.js'
import { useFormats, useTexts } from '../../language/language.js'
import { SmallScore } from '../../score/small/small-score.js'
import styles from './relationships.module.css'
import { relationshipsTexts } from './texts.js'

export interface RelationshipCardProps {
  of: Answer<'/api/v1/boards/relationships'>['columns'][number]['rows'][number]
  about: { currency: string | undefined; hasUnit: boolean; now: number }
}

const scoreWidth = 166

export function RelationshipCard({ of, about: { currency, hasUnit, now } }: RelationshipCardProps) {
  const say = useTexts(relationshipsTexts)
  const formats = useFormats()
  const { customer, unit, owner, status, keyAccount, boughtGroupMinor, lastTouch, lastTouchOn, spark } = of
  return (
    <Card>
      <p>
        <Link to="/customers/$id" params={{ id: customer.id }} className={styles.customer}>
          {customer.name ?? customer.id}
        </Link>
        {keyAccount && (
          <span className={styles.key} role="img" aria-label={say('keyAccount')} title={say('keyAccount')}>
            {'\u00a0◆'}
          </span>
        )}
      </p>
      <p className={styles.whose}>
        {owner ? <PersonalValue of={owner.name} /> : say('noOwner')}
        {!hasUnit && <> · {unit.name ?? unit.id}</>}
      </p>
      <SmallScore of={spark} now={now} width={scoreWidth} />
      <p className={styles.line}>
        <span className={styles.status}>
          <StatusName of={status} />
        </span>
        {currency !== undefined && boughtGroupMinor > 0 && (
          <span className={styles.amount}>{formats.shortMoney(boughtGroupMinor, currency)}</span>
        )}
        {lastTouch !== undefined && boughtGroupMinor === 0 && (
          <span className={styles.last} title={say('lastTouch')}>
            {formats.shortDay(lastTouchOn ?? lastTouch)}
          </span>
        )}
      </p>
    </Card>
  )
}
