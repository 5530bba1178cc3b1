/** A day, written as the reader's language writes days, or chosen from a calendar. */
import { useId, useRef, useState } from 'react'
import { useFormats, useLanguage, useTexts } from '../../language/language.js'
import { dayTyped } from '../../language/when.js'
import { useMe } from '../../reader/me.js'
import { componentTexts } from '../texts.js'
import styles from './day-field.module.css'

export interface DayFieldProps {
  label: string
  /** Whether the label is shown above; it is said in any case. */
  isLabelled?: boolean
  /** ISO day; none when absent. */
  value: string | undefined
  /** ISO day: none after it. */
  max?: string
  /** Once somebody has written a whole day, or none: at Enter, and when they go on. */
  onChange(day: string | undefined): void
}

export function DayField({ label, isLabelled = false, value, max, onChange }: DayFieldProps) {
  const say = useTexts(componentTexts)
  const id = useId()
  const { typed, setTyped, problem, commit } = useTypedDay({ value, max, onChange })
  const box = (
    <span className={styles.box}>
      <input
        id={id}
        className={styles.field}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        autoComplete="off"
        spellCheck={false}
        placeholder={say('dayShape')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
      <Calendar label={say('calendar', { label })} value={value} max={max} onChange={onChange} />
      {problem && (
        <span id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
  if (!isLabelled) return box
  return (
    <span className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {box}
    </span>
  )
}

/** Of a year in which day and month cannot be taken for each other. */
const example = '2026-12-31'

/** What is being typed, until it is a day; and what is wrong with it. */
function useTypedDay({ value, max, onChange }: Pick<DayFieldProps, 'value' | 'max' | 'onChange'>) {
  const say = useTexts(componentTexts)
  const formats = useFormats()
  const language = useLanguage()
  const { timeZone: zone } = useMe()
  const shown = value === undefined ? '' : formats.typedDay(value)
  const [typing, setTyping] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const commit = () => {
    if (typing === undefined || typing === shown) return
    const day = dayTyped(typing, { language, zone, now: new Date() })
    if (day === null) return setProblem(say('notADay', { day: formats.typedDay(example) }))
    if (max !== undefined && day !== undefined && day > max)
      return setProblem(say('tooLate', { day: formats.typedDay(max) }))
    setProblem(undefined)
    setTyping(undefined)
    if (day !== value) onChange(day)
  }
  const setTyped = (text: string) => {
    setTyping(text)
    setProblem(undefined)
  }
  return { typed: typing ?? shown, setTyped, problem, commit }
}

interface CalendarProps extends Pick<DayFieldProps, 'label' | 'value' | 'max' | 'onChange'> {}

/** The calendar of the browser, without its field. */
function Calendar({ label, value = '', max, onChange }: CalendarProps) {
  const days = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={styles.calendar} aria-label={label} onClick={() => days.current?.showPicker()}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
        </svg>
      </button>
      <input
        ref={days}
        type="date"
        className={styles.days}
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        max={max}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      />
    </>
  )
}
