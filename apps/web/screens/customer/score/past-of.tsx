/** The past on the page of a customer, with the way to see what has changed since. */
import { Link } from '@tanstack/react-router'
import { buttonLink } from '../../../components/button.js'
import { useTexts } from '../../../language/language.js'
import type { Moment } from '../../../past/moment.js'
import { Past } from '../../../past/past.js'
import { pastTexts } from '../../../past/texts.js'

export interface PastOfProps {
  id: string
  moment: Moment
  onMoment(moment: Moment): void
}

export function PastOf({ id, moment, onMoment }: PastOfProps) {
  const say = useTexts(pastTexts)
  const { asOf, knownAt } = moment
  return (
    <Past
      moment={{ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) }}
      onToday={() => onMoment({})}
      onMoment={onMoment}
    >
      <Link to="/customers/$id/compare" params={{ id }} search={moment} className={buttonLink}>
        {say('compare')}
      </Link>
    </Past>
  )
}
