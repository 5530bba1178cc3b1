/** What stands where no answer stands: it is on its way, there is nothing, it was refused, or it did not arrive. */
import { type ReactNode, useEffect, useState } from 'react'
import { type Problem, Refused } from '../api/client.js'
import { useTexts } from '../language/language.js'
import styles from './notice.module.css'
import { componentTexts } from './texts.js'

const quietForMs = 200

/** Says that something is on its way, once it has taken long enough to be noticed. */
export function Loading() {
  const say = useTexts(componentTexts)
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietForMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className={styles.notice} role="status">
      {isLate && say('loading')}
    </p>
  )
}

/** Says what would be here, and offers what fills it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles.notice}>{children}</div>
}

export interface FailedProps {
  error: Error
  /** Whether it stands for a whole page, and is its heading. */
  page?: boolean
  retry?(): void
}

/** From which on a status is of the server, and not of what was asked. */
const serverFault = 500

/** Whether what is wrong stands in the address. */
const isOfAddress = ({ errors = [] }: Problem): boolean =>
  errors.some(({ path }) => new URLSearchParams(location.search).has(path))

/** What is wrong where: of an address, or of what was filled in. */
function WrongPlace({ of: { path, sentence } }: { of: { path: string; sentence: string } }) {
  return (
    <p>
      <code>{path}</code> {sentence}
    </p>
  )
}

/** Says what happened in the words of the refusal, and what can be done. */
export function Failed({ error, page = false, retry }: FailedProps) {
  const say = useTexts(componentTexts)
  const isRefused = error instanceof Refused
  const isFinal = isRefused && error.problem.status < serverFault
  return (
    <div className={styles.failed} role="alert">
      {page && <h1>{isRefused ? error.problem.title : say('noAnswer')}</h1>}
      <p>{isRefused ? (error.problem.detail ?? error.problem.title) : say('unreachable')}</p>
      {isRefused && error.problem.errors?.map((each) => <WrongPlace key={each.path} of={each} />)}
      {isRefused && isOfAddress(error.problem) && (
        <p>
          <a href={location.pathname}>{say('plainly')}</a>
        </p>
      )}
      {!isFinal && retry && (
        <button type="button" className={styles.again} onClick={retry}>
          {say('again')}
        </button>
      )}
    </div>
  )
}
