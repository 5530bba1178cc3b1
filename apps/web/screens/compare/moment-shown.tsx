/** One of the two moments: its day, which takes another, how it was known, and how the customer stood then. */
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { capital } from '../../components/words.js'
import { useTexts } from '../../language/language.js'
import { DayButton } from '../../past/day-button.js'
import type { Moment } from '../../past/moment.js'
import { isPast, useKnownSaid } from '../../past/past.js'
import styles from './compare.module.css'
import { compareTexts } from './texts.js'

export interface MomentShownProps {
  id: string
  label: string
  moment: Moment
  onMoment(moment: Moment): void
}

export function MomentShown({ id, label, moment, onMoment }: MomentShownProps) {
  const say = useTexts(compareTexts)
  const known = useKnownSaid(moment)
  return (
    <section className={styles.moment} aria-label={label}>
      <p className={styles.label}>{label}</p>
      <div className={styles.days}>
        <DayButton moment={moment} onMoment={onMoment} className={styles.day} />
        <span>{isPast(moment) ? known : capital(say('today'))}</span>
      </div>
      <Answered of={question('/api/v1/customers/{id}', { path: { id }, query: moment })}>
        {({ sentence }) => <p>{sentence}</p>}
      </Answered>
    </section>
  )
}
