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

/** What a field says. */
interface DayIn {
  /** A day that has been; `null` of one that has not, and of what cannot be read. */
  day: Typed
  /** One that has not been yet. */
  ahead?: string
}

const past = (day: Typed, today: string): DayIn =>
  typeof day === 'string' && day > today ? { day: null, ahead: day } : { day }

/** Nothing is carried of today. */
const carried = (day: string | undefined, today: string): string | undefined => (day === today ? undefined : day)

function useReading() {
  const language = useLanguage()
  const {
    timeZone: zone,
    today: { day: today },
  } = useMe()
  const read = (typed: string): DayIn => past(dayTyped(typed, { language, zone, now: new Date() }), today)
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
  const [was, known] = [read(typed.asOf), read(typed.knownAt)]
  const [asOf, knownAt] = [was.day, known.day]
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (asOf === null || knownAt === null || (asOf ?? knownAt) === undefined) return
    const [from, by] = [carried(asOf, today), carried(knownAt ?? asOf, today)]
    onMoment({ ...(from !== undefined && { asOf: from }), ...(by !== undefined && { knownAt: by }) })
    onClose()
  }
  return (
    <Sheet title={say('title')} onClose={onClose}>
      <form className={styles.days} onSubmit={go}>
        <DayRead
          label={say('asOf')}
          hint={say('hint')}
          typed={typed.asOf}
          read={was}
          onType={(text) => setTyped({ ...typed, asOf: text })}
        />
        <DayRead
          label={say('knownAt')}
          hint={say('sameDay')}
          typed={typed.knownAt}
          read={knownAt === undefined ? { day: asOf ?? undefined } : known}
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
  read: DayIn
  onType(text: string): void
}

/** What is typed, and below it how it is understood. */
function DayRead({ label, hint, typed, read: { day, ahead }, onType }: DayReadProps) {
  const say = useTexts(toDayTexts)
  const formats = useFormats()
  const id = useId()
  const refused = ahead === undefined ? say('unread') : say('ahead', { day: formats.longDay(ahead) })
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={hint}
        value={typed}
        aria-invalid={day === null}
        aria-describedby={`${id}-read`}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onType(target.value)}
      />
      <p id={`${id}-read`} className={day === null ? styles.unread : styles.read} aria-live="polite">
        {day === null ? refused : day === undefined ? ' ' : formats.longDay(day)}
      </p>
    </div>
  )
}
