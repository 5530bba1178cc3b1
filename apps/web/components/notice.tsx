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

const isInAddress = (path: string): boolean => new URLSearchParams(location.search).has(path)

/** Whether what is wrong stands in the address. */
const isOfAddress = ({ errors = [] }: Problem): boolean => errors.some(({ path }) => isInAddress(path))

/** A refusal in its own words: of what is wrong each with its place, where that is one of the address. */
export function Refusal({ of: { title, detail, errors = [] } }: { of: Problem }) {
  return (
    <>
      <p>{detail ?? title}</p>
      {errors.map(({ path, sentence }) => (
        <p key={path}>{isInAddress(path) ? <Placed path={path} sentence={sentence} /> : sentence}</p>
      ))}
    </>
  )
}

/** A sentence that begins with the place, as most do, names it once. */
function Placed({ path, sentence }: { path: string; sentence: string }) {
  const rest = sentence.startsWith(`${path} `) ? sentence.slice(path.length + 1) : sentence
  return (
    <>
      <code>{path}</code> {rest}
    </>
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
      {isRefused ? <Refusal of={error.problem} /> : <p>{say('unreachable')}</p>}
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
