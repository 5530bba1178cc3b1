/** One of the two moments: its days, and how the customer stood then. */
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { useTexts } from '../../language/language.js'
import { dayIn } from '../../score/facts/days.js'
import { useMe } from '../../shell/me.js'
import type { Moment } from '../../shell/root.js'
import styles from './compare.module.css'
import { compareTexts } from './texts.js'

export interface MomentShownProps {
  id: string
  label: string
  moment: Moment
  onMoment(moment: Moment): void
}

const fields = ['asOf', 'knownAt'] as const

export function MomentShown({ id, label, moment, onMoment }: MomentShownProps) {
  const say = useTexts(compareTexts)
  const {
    timeZone,
    today: { day: today },
  } = useMe()
  return (
    <section className={styles.moment} aria-label={label}>
      <div className={styles.days}>
        {fields.map((field) => (
          <label key={field}>
            {say(field)}
            <input
              type="date"
              max={today}
              value={dayIn(moment[field] ?? today, timeZone)}
              onChange={({ target: { value } }) => {
                const { [field]: _, ...rest } = moment
                onMoment(value === '' || value >= today ? rest : { ...rest, [field]: value })
              }}
            />
          </label>
        ))}
      </div>
      <Answered of={question('/api/v1/customers/{id}', { path: { id }, query: moment })}>
        {({ sentence }) => <p>{sentence}</p>}
      </Answered>
    </section>
  )
}
