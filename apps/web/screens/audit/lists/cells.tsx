/** Cells that many lists share: who, which customer, which person, when. */
import { Link } from '@tanstack/react-router'
import { type Personal, PersonalValue } from '../../../components/name.js'
import styles from '../audit.module.css'

export function CustomerCell({ of }: { of: { id: string; name?: string } }) {
  return (
    <Link to="/customers/$id" params={{ id: of.id }} className={styles.name}>
      {of.name ?? of.id}
    </Link>
  )
}

export function PersonCell({ of }: { of: { id: string; name?: Personal } }) {
  return (
    <Link to="/audit/person/$id" params={{ id: of.id }} className={styles.name}>
      {of.name === undefined ? of.id : <PersonalValue of={of.name} />}
    </Link>
  )
}

/** A member by name, or by id where there is no name. */
export function MemberCell({ of }: { of: { id: string; name?: Personal } | undefined }) {
  if (!of) return null
  return of.name === undefined ? of.id : <PersonalValue of={of.name} />
}

export const Quiet = ({ children }: { children: React.ReactNode }) => <span className={styles.quiet}>{children}</span>
