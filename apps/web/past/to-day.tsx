/** A sheet that takes a day, as one writes it: how it was then, as it was known then or on another day. */
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../components/button.js'
import { Sheet } from '../components/sheet.js'
import { useFormats, useLanguage, useTexts } from '../language/language.js'
import { dayTyped, type Typed } from '../language/when.js'
import { useMe } from '../reader/me.js'
import type { Moment } from './moment.js'
import styles from './to-day.module.css'
import { toDayTexts } from './to-day-texts.js'

export interface ToDayProps {
  /** Both absent: today. */
  moment: Moment
  onMoment(moment: Moment): void
  onClose(): void
}

/** What is typed in both fields, and what it says. */
interface Asked {
  asOf: string
  knownAt: string
}

/** A day that has been; `null` of one that has not, and of what cannot be read. */
const past = (day: Typed, today: string): Typed => (typeof day === 'string' && day > today ? null : day)

/** Nothing is carried of today. */
const carried = (day: string | undefined, today: string): string | undefined => (day === today ? undefined : day)

function useReading() {
  const language = useLanguage()
  const {
    timeZone: zone,
    today: { day: today },
  } = useMe()
  const read = (typed: string): Typed => past(dayTyped(typed, { language, zone, now: new Date() }), today)
  return { today, read }
}

/** As it stands in the fields at first. */
function useWritten({ asOf, knownAt }: Moment, today: string): Asked {
  const formats = useFormats()
  if (asOf === undefined && knownAt === undefined) return { asOf: '', knownAt: '' }
  return { asOf: formats.day(asOf ?? today), knownAt: asOf === knownAt ? '' : formats.day(knownAt ?? today) }
}

export function ToDay({ moment, onMoment, onClose }: ToDayProps) {
  const say = useTexts(toDayTexts)
  const { today, read } = useReading()
  const written = useWritten(moment, today)
  const [typed, setTyped] = useState(written)
  const asOf = read(typed.asOf)
  const knownAt = read(typed.knownAt)
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (asOf === null || knownAt === null || (asOf ?? knownAt) === undefined) return
    const [was, known] = [carried(asOf, today), carried(knownAt ?? asOf, today)]
    onMoment({ ...(was !== undefined && { asOf: was }), ...(known !== undefined && { knownAt: known }) })
    onClose()
  }
  return (
    <Sheet title={say('title')} onClose={onClose}>
      <form className={styles.days} onSubmit={go}>
        <DayRead
          label={say('asOf')}
          hint={say('hint')}
          typed={typed.asOf}
          read={asOf}
          onType={(text) => setTyped({ ...typed, asOf: text })}
        />
        <DayRead
          label={say('knownAt')}
          hint={say('sameDay')}
          typed={typed.knownAt}
          read={knownAt ?? (knownAt === undefined ? (asOf ?? undefined) : null)}
          onType={(text) => setTyped({ ...typed, knownAt: text })}
        />
        <div>
          <Button type="submit" primary shortcut="↵">
            {say('go')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

interface DayReadProps {
  label: string
  hint: string
  typed: string
  read: Typed
  onType(text: string): void
}

/** What is typed, and below it how it is understood. */
function DayRead({ label, hint, typed, read, onType }: DayReadProps) {
  const say = useTexts(toDayTexts)
  const formats = useFormats()
  const id = useId()
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={hint}
        value={typed}
        aria-invalid={read === null}
        aria-describedby={`${id}-read`}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onType(target.value)}
      />
      <p id={`${id}-read`} className={read === null ? styles.unread : styles.read} aria-live="polite">
        {read === null ? say('unread') : read === undefined ? ' ' : formats.longDay(read)}
      </p>
    </div>
  )
}
