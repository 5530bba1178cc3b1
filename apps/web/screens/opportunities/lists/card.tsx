/** One deal as a card: what, with whom, what it is worth, how likely it is and when it closes. */
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../api/questions.js'
import { Card } from '../../../components/board/board.js'
import { PersonalValue } from '../../../components/name.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../opportunities.module.css'
import { opportunitiesTexts } from '../texts.js'
import { Worth } from '../worth.js'
import { MoveSaid } from './move-said.js'
import { moveOf } from './moves.js'

export interface DealCardProps {
  of: Answer<'/api/v1/opportunities'>['rows'][number]
  shown: { currency: string | undefined; hasUnit: boolean; since: string; today: string }
}

export function DealCard({ of, shown: { currency, hasUnit, since, today } }: DealCardProps) {
  const say = useTexts(opportunitiesTexts)
  const formats = useFormats()
  const { id, name, customer, unit, owner, value, status, probability, closesOn } = of
  const isLate = closesOn !== undefined && closesOn < today
  return (
    <Card marked={moveOf(of, since) !== undefined}>
      <Link to="/opportunities/$id" params={{ id }} className={styles.deal}>
        <PersonalValue of={name} />
      </Link>
      <p>{customer.name ?? customer.id}</p>
      <p>
        <Worth of={value} currency={currency} />
      </p>
      <p className={styles.facts}>
        {status === 'open' && probability !== undefined && <span>{formats.share(probability / 100)}</span>}
        {closesOn && (
          <span className={isLate ? styles.alarm : ''}>
            {say(isLate ? 'wasToClose' : 'closes', { day: formats.shortDay(closesOn) })}
          </span>
        )}
      </p>
      <p className={styles.facts}>
        <MoveSaid of={of} since={since} />
        <span className={styles.whose}>
          {owner ? <PersonalValue of={owner.name} /> : say('noOwner')}
          {!hasUnit && <> · {unit.name ?? unit.id}</>}
        </span>
      </p>
    </Card>
  )
}
