/** The names of a stage and of a status, as the group calls them. */
import type { ReactNode } from 'react'
import { rankOf } from '../look/stages.js'
import styles from './stage-name.module.css'
import { capital, useWords } from './words.js'

export interface StageNameProps {
  of: string | undefined
  /** On the ground of its own colour. */
  filled?: boolean
}

export function StageName({ of, filled = false }: StageNameProps) {
  const words = useWords()
  if (of === undefined) return null
  const name = capital(words.of('stage', of))
  return filled ? (
    <span className={styles.filled} data-rank={rankOf(of)}>
      {name}
    </span>
  ) : (
    name
  )
}

/** What is being lost calls for care, and what is lost for alarm, wherever it stands. */
export function StatusName({ of, children }: { of: string; children?: ReactNode }) {
  const words = useWords()
  const meaning = { passive: styles.passive, lost: styles.lost }[of]
  return <span className={meaning}>{children || words.of('status', of)}</span>
}
