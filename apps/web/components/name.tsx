/** Names of people, who may be erased or withheld, and of records that may have none left. */
import { useTexts } from '../language/language.js'
import styles from './name.module.css'
import { componentTexts } from './texts.js'

/** A personal value as answers carry it. */
export type Personal = string | { erased: true } | { withheld: true }

/** The value itself, where it may be read. */
export const nameOf = (value: Personal | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

/** A personal value, or what stands for it. */
export function PersonalValue({ of }: { of: Personal | undefined }) {
  const say = useTexts(componentTexts)
  if (of === undefined) return null
  if (typeof of === 'string') return of
  return <span className={styles.gone}>{say('erased' in of ? 'erased' : 'withheld')}</span>
}
