/** A person of a customer's, by name, as a link to all that is known of them. */
import { Link } from '@tanstack/react-router'
import { type Personal, PersonalValue } from '../components/name.js'

export interface PersonLinkProps {
  id: string
  name: Personal | undefined
  className?: string | undefined
}

export function PersonLink({ id, name, className }: PersonLinkProps) {
  return (
    <Link to="/contacts/$id" params={{ id }} search={momentOf} className={className}>
      {name === undefined ? id : <PersonalValue of={name} />}
    </Link>
  )
}

/** Whoever looks at the past goes on looking at the same moment. */
export const momentOf = (before: { asOf?: string; knownAt?: string }) => ({
  ...(before.asOf !== undefined && { asOf: before.asOf }),
  ...(before.knownAt !== undefined && { knownAt: before.knownAt }),
})
