/** The day that is looked at, which takes another one. */
import { useState } from 'react'
import { useFormats, useTexts } from '../language/language.js'
import { useMe } from '../reader/me.js'
import styles from './past.module.css'
import { pastTexts } from './texts.js'
import { ToDay, type ToDayProps } from './to-day.js'

export interface DayButtonProps extends Omit<ToDayProps, 'onClose'> {
  className?: string | undefined
}

export function DayButton({ moment, onMoment, className = '' }: DayButtonProps) {
  const say = useTexts(pastTexts)
  const formats = useFormats()
  const { today } = useMe()
  const [isAsking, setAsking] = useState(false)
  const day = formats.longDay(moment.asOf ?? moment.knownAt ?? today.day)
  return (
    <>
      <button
        type="button"
        className={`${styles.button} ${className}`}
        aria-label={say('another', { day })}
        title={say('another', { day })}
        onClick={() => setAsking(true)}
      >
        {day}
      </button>
      {isAsking && <ToDay moment={moment} onMoment={onMoment} onClose={() => setAsking(false)} />}
    </>
  )
}
