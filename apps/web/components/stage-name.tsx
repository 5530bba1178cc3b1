/** The name of a stage, as the group calls it. */
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
  return filled ? <span className={`${styles.filled} ${styles[of]}`}>{name}</span> : name
}
