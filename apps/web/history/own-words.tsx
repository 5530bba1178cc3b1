/** What a member wrote, in their own words: marked with its language, with its gist where it is in another. */

import { type Personal, PersonalValue } from '../components/name.js'
import { useLanguage } from '../language/language.js'
import styles from './own-words.module.css'

export interface OwnWordsProps {
  of: Personal | undefined
  /** ISO 639-1, in which it is written. */
  language?: string | undefined
  gist?: Personal | undefined
  /** At most two lines. */
  short?: boolean
}

export function OwnWords({ of, language, gist, short = false }: OwnWordsProps) {
  const read = useLanguage()
  if (of === undefined || of === '') return null
  const foreign = language === read || typeof of !== 'string' ? undefined : language
  const hasGist = typeof gist === 'string' && gist !== ''
  const lines = short ? styles.short : undefined
  return (
    <span>
      {hasGist && (
        <span className={`${styles.gist} ${lines ?? ''}`}>
          <PersonalValue of={gist} />
        </span>
      )}
      <span className={hasGist ? (short ? styles.oneLine : styles.quiet) : lines}>
        <span lang={foreign}>
          <PersonalValue of={of} />
        </span>
        {foreign && (
          <span className={styles.language} aria-hidden>
            {' '}
            {foreign}
          </span>
        )}
      </span>
    </span>
  )
}
