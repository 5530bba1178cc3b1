/** Buttons of the picture: nearer, farther, play, and the same as a table; and what a chosen period offers. */
import type { ReactNode } from 'react'
import { useFormats, useTexts } from '../../language/language.js'
import type { TimeAxis, Timespan } from '../axis/axis.js'
import { dayAt } from '../facts/days.js'
import type { Moving } from '../moving/use-cursor.js'
import type { Zooming } from '../moving/use-zoom.js'
import { scoreTexts } from '../texts.js'
import styles from './score.module.css'

export interface ScoreToolsProps {
  zooming: Zooming
  moving: Moving
  isWhole: boolean
  isTable: boolean
  onTable(): void
}

const paths = {
  zoomIn: 'M3,8h10M8,3v10',
  zoomOut: 'M3,8h10',
  whole: 'M2,8h12M2,8l3,-3M2,8l3,3M14,8l-3,-3M14,8l-3,3',
  play: 'M5,3l8,5l-8,5z',
  pause: 'M5,3v10M11,3v10',
  asTable: 'M2,4h12M2,8h12M2,12h12',
  asPicture: 'M2,12h4v-4h4v-4h4',
} as const

export function ScoreTools({ zooming, moving, isWhole, isTable, onTable }: ScoreToolsProps) {
  const say = useTexts(scoreTexts)
  const tool = (name: keyof typeof paths, onClick: () => void, shortcut?: string): ReactNode => (
    <button
      type="button"
      className={styles.tool}
      aria-label={say(name)}
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
      {!isTable && tool('zoomOut', zooming.farther, '−')}
      {!isTable && tool('zoomIn', zooming.nearer, '+')}
      {!isTable && !isWhole && tool('whole', zooming.all, '0')}
      {!isTable && tool(moving.isPlaying ? 'pause' : 'play', moving.play)}
      {tool(isTable ? 'asPicture' : 'asTable', onTable)}
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
  const say = useTexts(scoreTexts)
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
