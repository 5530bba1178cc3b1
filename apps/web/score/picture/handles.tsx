/** The two handles of time: as it was, and as we knew it. They are dragged, or moved by arrow keys. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import { useFormats, useTexts } from '../../language/language.js'
import type { TimeAxis } from '../axis/axis.js'
import { dayAt } from '../facts/days.js'
import { dayMs } from '../facts/facts.js'
import type { Cursor, Seeing } from '../facts/seen.js'
import type { Handle } from '../moving/moves.js'
import { scoreTexts } from '../texts.js'
import styles from './score.module.css'

export interface TimeHandlesProps {
  canvas: RefObject<HTMLDivElement | null>
  axis: TimeAxis
  cursor: Cursor
  /** ms. */
  now: number
  zone: string | undefined
  height: number
  onMove(handle: Handle, to: number, alone: boolean): void
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
}
const handles = ['knownAt', 'asOf'] as const

/** px between them below which one would hide the other. */
const apart = 12

export function TimeHandles({ canvas, axis, cursor, now, zone, height, onMove }: TimeHandlesProps) {
  const say = useTexts(scoreTexts)
  const formats = useFormats()
  const [dragged, setDragged] = useState<Handle>()
  const drag = (handle: Handle) => (event: PointerEvent) => {
    if (dragged !== handle) return
    event.stopPropagation()
    const left = canvas.current?.getBoundingClientRect().left ?? 0
    onMove(handle, axis.at(event.clientX - left), event.altKey)
  }
  const press = (handle: Handle) => (event: PointerEvent) => {
    // Elsewhere on the axis a press moves what was.
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged(handle)
  }
  const key = (handle: Handle) => (event: KeyboardEvent) => {
    const step = keySteps[event.key]
    const to = event.key === 'Home' ? axis.from : event.key === 'End' ? now : step && cursor[handle] + step * dayMs
    if (to === undefined) return
    event.preventDefault()
    onMove(handle, to, event.altKey)
  }
  const isHidden = Math.abs(axis.x(cursor.knownAt) - axis.x(cursor.asOf)) < apart
  const looks = { asOf: styles.wasHandle, knownAt: isHidden ? styles.knownBelow : styles.knownHandle }
  return handles.map((handle) => {
    const at = cursor[handle]
    // On the whole a moment before everything stands at its end; from near what is out of sight has no handle.
    const isWhole = axis.stretches.length > 1
    if (!isWhole && (at < axis.from || at > axis.to)) return null
    const day = dayAt(at, zone)
    return (
      <div
        key={handle}
        role="slider"
        tabIndex={0}
        aria-label={say(handle)}
        aria-valuemin={Math.floor(Math.min(axis.from, at) / dayMs)}
        aria-valuemax={Math.floor(now / dayMs)}
        aria-valuenow={Math.floor(at / dayMs)}
        aria-valuetext={formats.day(day)}
        title={`${say(handle)}: ${formats.day(day)}`}
        className={looks[handle]}
        style={{ left: axis.x(at), height }}
        onPointerDown={press(handle)}
        onPointerMove={drag(handle)}
        onPointerUp={() => setDragged(undefined)}
        onPointerCancel={() => setDragged(undefined)}
        onKeyDown={key(handle)}
      >
        <svg width="15" height="16" viewBox="-7.5 0 15 16" aria-hidden="true">
          <path d="M-5.5,1h11v8l-5.5,6l-5.5,-6z" />
        </svg>
      </div>
    )
  })
}

/** The lines of both handles through all rows, and the band between them. */
export function CursorLines({
  axis,
  cursor,
  now,
  top,
  height,
  hasBand,
}: {
  axis: TimeAxis
  cursor: Cursor
  now: number
  /** Another stands there where two moments are compared. */
  hasBand: boolean
  top: number
  height: number
}) {
  const isIn = (at: number) => at >= axis.from && at <= axis.to
  const [was, known] = [axis.x(cursor.asOf), axis.x(cursor.knownAt)]
  const isApart = Math.abs(known - was) > 1
  return (
    <g>
      {isApart && hasBand && (
        <rect
          className={styles.band}
          x={Math.min(was, known)}
          width={Math.abs(known - was)}
          y={top}
          height={height - top}
        />
      )}
      {cursor.asOf < now && isIn(now) && (
        <line className={styles.nowThin} x1={axis.x(now)} x2={axis.x(now)} y1={top} y2={height} />
      )}
      {isApart && isIn(cursor.knownAt) && (
        <line className={styles.knownLine} x1={known} x2={known} y1={top} y2={height} />
      )}
      {isIn(cursor.asOf) && <line className={styles.wasLine} x1={was} x2={was} y1={top} y2={height} />}
    </g>
  )
}

interface LaterLinesProps extends Seeing {
  axis: TimeAxis
  top: number
  height: number
}

/** The later of two moments that are compared, and the time between them. */
export function LaterLines({ axis, cursor, later, top, height }: LaterLinesProps) {
  const isIn = (at: number) => at >= axis.from && at <= axis.to
  const [from, to, known] = [axis.x(cursor.asOf), axis.x(later.asOf), axis.x(later.knownAt)]
  return (
    <g>
      <rect className={styles.between} x={from} width={Math.max(0, to - from)} y={top} height={height - top} />
      {isIn(later.asOf) && (
        <g className={styles.laterLine}>
          <line x1={to} x2={to} y1={top} y2={height} />
          <path d={`M${to},${top + 7}l-4,-6h8z`} />
        </g>
      )}
      {Math.abs(known - to) > 1 && isIn(later.knownAt) && (
        <line className={styles.laterKnown} x1={known} x2={known} y1={top} y2={height} />
      )}
    </g>
  )
}
