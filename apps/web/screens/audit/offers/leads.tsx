/** The ways from other screens into the audit, for whoever may go there. */
import { Link } from '@tanstack/react-router'
import { buttonLink } from '../../../components/button.js'
import { useTexts } from '../../../language/language.js'
import { useMe } from '../../../reader/me.js'
import { leadTexts } from '../texts/lead-texts.js'
import { isOffered } from './offers.js'

/** To the replay of a customer. */
export function ReplayLead({ id }: { id: string }) {
  const say = useTexts(leadTexts)
  if (!isOffered('replay', useMe())) return null
  return (
    <Link to="/audit/replay/$id" params={{ id }} className={buttonLink}>
      {say('replay')}
    </Link>
  )
}

/** To what is known of a person, and who looked. */
export function PersonLead({ id }: { id: string }) {
  const say = useTexts(leadTexts)
  if (!isOffered('replay', useMe())) return null
  return (
    <Link to="/audit/person/$id" params={{ id }} className={buttonLink}>
      {say('person')}
    </Link>
  )
}
