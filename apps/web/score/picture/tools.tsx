/** Buttons of the picture: to a day, nearer, farther, play, and the same as a table; and what a chosen period offers. */
import { type ReactNode, useState } from 'react'
import { isForPage, useKeys } from '../../components/keys.js'
import { useFormats, useTexts } from '../../language/language.js'
import { ToDay } from '../../past/to-day.js'
import type { TimeAxis, Timespan } from '../axis/axis.js'
import { dayAt } from '../facts/days.js'
import type { Moving, ScoreMoment } from '../moving/use-cursor.js'
import type { Zooming } from '../moving/use-zoom.js'
import { toolTexts } from '../tool-texts.js'
import styles from './score.module.css'

export interface ScoreToolsProps {
  zooming: Zooming
  moving: Moving
  isWhole: boolean
  isTable: boolean
  onTable(): void
  moment: ScoreMoment
  onMoment(moment: ScoreMoment): void
}

const paths = {
  toDay: 'M3,4.5h10v9h-10zM3,7.5h10M5.5,2.5v3M10.5,2.5v3',
  held: 'M5,7.5v-2a3,3 0 0 1 6,0v2M3.5,7.5h9v6h-9z',
  earlier: 'M10,3l-5,5l5,5',
  later: 'M6,3l5,5l-5,5',
  zoomIn: 'M3,8h10M8,3v10',
  zoomOut: 'M3,8h10',
  whole: 'M2,8h12M2,8l3,-3M2,8l3,3M14,8l-3,-3M14,8l-3,3',
  play: 'M5,3l8,5l-8,5z',
  pause: 'M5,3v10M11,3v10',
  asTable: 'M2,4h12M2,8h12M2,12h12',
  asPicture: 'M2,12h4v-4h4v-4h4',
} as const

export function ScoreTools({ zooming, moving, isWhole, isTable, onTable, moment, onMoment }: ScoreToolsProps) {
  const say = useTexts(toolTexts)
  const [isAsking, setAsking] = useState(false)
  useKeys((event) => {
    if (event.key !== 'd' || !isForPage(event)) return
    // The field that takes the focus would have it written into it.
    event.preventDefault()
    setAsking(true)
  })
  const tool = (
    name: keyof typeof paths,
    onClick: () => void,
    { shortcut, isPressed }: { shortcut?: string; isPressed?: boolean } = {},
  ): ReactNode => (
    <button
      type="button"
      className={styles.tool}
      aria-label={say(name)}
      aria-pressed={isPressed}
      title={shortcut ? `${say(name)} (${shortcut})` : say(name)}
      onClick={onClick}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={paths[name]} />
      </svg>
    </button>
  )
  return (
    <div className={styles.tools} role="toolbar" aria-label={say('tools')}>
      {!isTable && !isWhole && tool('earlier', zooming.earlier, { shortcut: ',' })}
      {!isTable && !isWhole && tool('later', zooming.later, { shortcut: '.' })}
      {!isTable && !isWhole && tool('whole', zooming.all, { shortcut: '0' })}
      {!isTable && tool('zoomOut', zooming.farther, { shortcut: '−' })}
      {!isTable && tool('zoomIn', zooming.nearer, { shortcut: '+' })}
      {tool('toDay', () => setAsking(true), { shortcut: 'd' })}
      {!isTable && tool('held', moving.hold, { shortcut: 'Alt', isPressed: moving.isHeld })}
      {!isTable && tool(moving.isPlaying ? 'pause' : 'play', moving.play)}
      {tool(isTable ? 'asPicture' : 'asTable', onTable)}
      {isAsking && <ToDay moment={moment} onMoment={onMoment} onClose={() => setAsking(false)} />}
    </div>
  )
}

export interface ChosenPeriodProps {
  period: Timespan
  axis: TimeAxis
  zone: string | undefined
  onNearer(): void
  onClear(): void
}

const room = 320

export function ChosenPeriod({ period, axis, zone, onNearer, onClear }: ChosenPeriodProps) {
  const say = useTexts(toolTexts)
  const formats = useFormats()
  const day = (ms: number) => formats.day(dayAt(ms, zone))
  const left = Math.max(0, Math.min(axis.x(period.from), axis.right - room))
  return (
    <div className={styles.chosen} style={{ left }} role="status">
      {say('period', { from: day(period.from), to: day(period.to) })}
      <button type="button" onClick={onNearer}>
        {say('zoomPeriod')}
      </button>
      <button type="button" onClick={onClear} aria-label={say('clearPeriod')}>
        ×
      </button>
    </div>
  )
}
