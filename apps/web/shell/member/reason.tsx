/** An auditor reads personal values under a reason: given here, shown on every page, and in the access log. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { readWith, useReason } from '../../api/reason.js'
import { Button } from '../../components/button.js'
import { useTexts } from '../../language/language.js'
import { useMe } from '../../reader/me.js'
import { isAuditor } from '../../reader/rights.js'
import styles from './reason.module.css'
import { memberTexts } from './texts.js'

const longest = 500

export interface ReasonFormProps {
  /** Whether the field takes the focus when it comes. */
  focused?: boolean
  onGiven?(): void
}

/** One field for the reason that is read with, and the way to read without. */
export function ReasonForm({ focused = false, onGiven }: ReasonFormProps) {
  const say = useTexts(memberTexts)
  const queries = useQueryClient()
  const given = useReason()
  const about = useId()
  const field = useRef<HTMLInputElement>(null)
  const [reason, setReason] = useState(given ?? '')
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  const why = reason.trim()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (why === '' || why === given) return
        readWith(why, queries)
        onGiven?.()
      }}
    >
      <label className={styles.field}>
        <span>{say('reason')}</span>
        <input
          ref={field}
          value={reason}
          maxLength={longest}
          aria-describedby={about}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <Button type="submit" disabled={why === '' || why === given}>
        {say('reasonSet')}
      </Button>
      {given !== undefined && (
        <Button
          onClick={() => {
            setReason('')
            readWith(undefined, queries)
            onGiven?.()
          }}
        >
          {say('reasonClear')}
        </Button>
      )}
      <p id={about} className={styles.quiet}>
        {say('reasonAbout')}
      </p>
    </form>
  )
}

/** Whether what is found by personal values stays unknown, for want of a reason. */
export function useWantsReason(): boolean {
  const reason = useReason()
  return isAuditor(useMe()) && reason === undefined
}

/** Stands for what only personal values can tell, until a reason is given. */
export function ReasonFirst() {
  const say = useTexts(memberTexts)
  return (
    <div className={styles.first}>
      <p>{say('reasonFirst')}</p>
      <ReasonForm />
    </div>
  )
}

/** Above each page of an auditor: with which reason it is read, or that values are withheld for want of one. */
export function ReasonLine() {
  const say = useTexts(memberTexts)
  const reason = useReason()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  if (!isAuditor(useMe())) return null
  return (
    <section className={reason === undefined ? styles.wanting : styles.line} aria-label={say('reason')}>
      <p role="status">{reason === undefined ? say('reasonWanting') : say('reasonGiven', { reason })}</p>
      <button
        ref={opener}
        type="button"
        className={styles.change}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {say(reason === undefined ? 'reasonGive' : 'reasonChange')}
      </button>
      {isOpen && <ReasonForm focused onGiven={close} />}
    </section>
  )
}
