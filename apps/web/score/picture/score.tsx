/**
 * The score: a relationship over time, a row per selling unit. Its cursor is the slider of time. Everything is drawn
 * from one answer, so that moving the cursor asks nobody.
 */
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { TimeAxis, Timespan } from '../axis/axis.js'
import { cursorAt, dayAt, endOfDay, type Present } from '../facts/days.js'
import type { Touch } from '../facts/facts.js'
import { type Cursor, changesIn } from '../facts/seen.js'
import { moneyWord, type Saying, saidOf } from '../marks/said.js'
import { useMarks } from '../marks/use-marks.js'
import { type Moving, type ScoreMoment, useCursor } from '../moving/use-cursor.js'
import { useFollowed, useFollowing } from '../moving/use-following.js'
import { type ScorePicture, usePicture } from '../moving/use-picture.js'
import { usePointer } from '../moving/use-pointer.js'
import { useWidth } from '../moving/use-width.js'
import type { Shown as ShownOfTime } from '../moving/use-window.js'
import { useZoom, type Zooming } from '../moving/use-zoom.js'
import { ScoreTable } from '../table/score-table.js'
import { ScoreCanvas } from './canvas.js'
import { TimeHandles } from './handles.js'
import { NothingYet, type Opening, Roving } from './roving.js'
import styles from './score.module.css'
import { ChosenPeriod, ScoreTools } from './tools.js'

/** Days, both included. */
export interface DayPeriod {
  from: string
  to: string
}

export interface ScoreProps extends Opening, ShownOfTime {
  saying: Saying
  /** Encounters of the window, one by one, where all are counted. */
  nearer?: readonly Touch[]
  /** They have been asked for, and have not come. */
  isLooking?: boolean
  moment: ScoreMoment
  onMoment(moment: ScoreMoment): void
  /** A later moment to compare with: what changed until then is pointed out, and nothing after it is shown. */
  until?: ScoreMoment
  /** Encounters that a filter leaves out are drawn faintly. */
  leavesOut?: ((touch: Touch) => boolean) | undefined
  /** Open to a side where only one day is said. */
  period?: Partial<DayPeriod> | undefined
  /** A period was chosen, or let go of. */
  onPeriod(period: DayPeriod | undefined): void
}

export function Score(props: ScoreProps) {
  const element = useRef<HTMLElement>(null)
  const width = useWidth(element)
  const { facts, say } = props.saying
  const isEmpty = facts.facts.length === 0 && facts.touches.length === 0
  return (
    <section ref={element} className={styles.score} aria-label={say('score')}>
      {isEmpty ? <NothingYet /> : width > 0 && <Drawn {...props} width={width} />}
    </section>
  )
}

function Drawn({
  width,
  saying,
  nearer,
  isLooking = false,
  window,
  onWindow,
  moment,
  onMoment,
  until,
  leavesOut,
  period,
  onPeriod,
  ...opening
}: ScoreProps & { width: number }) {
  const [isTable, setTable] = useState(false)
  const [dragged, setDragged] = useState<Timespan>()
  const canvas = useRef<HTMLDivElement>(null)
  const { facts, zone } = saying
  const { now } = facts
  const present = useMemo(() => ({ now, ...(zone !== undefined && { zone }) }), [now, zone])
  const changes = useMemo(() => changesIn(facts.facts, now), [facts, now])
  const follow = useFollowing(facts, { window, onWindow })
  const moving = useCursor({ moment, present, changes, onMoment, onMoved: follow })
  useFollowed(moving.cursor.asOf, window, follow)
  const money = useCallback((minor: number) => moneyWord(minor, saying), [saying])
  const later = useLater(until, present)
  const picture = usePicture({ facts, nearer, window, cursor: moving.cursor, later, leavesOut, width, money })
  const { axis, whole } = picture
  const zooming = useZoom({ isDrawn: !isTable, canvas, axis, whole, around: moving.cursor.asOf, onWindow })
  const choose = (chosen: Timespan | undefined) => {
    setDragged(undefined)
    onPeriod(chosen && { from: dayAt(chosen.from, zone), to: dayAt(Math.min(now, chosen.to), zone) })
  }
  const tools = (
    <ScoreTools
      zooming={zooming}
      moving={moving}
      isWhole={window === undefined}
      isTable={isTable}
      onTable={() => setTable(!isTable)}
      {...{ moment, onMoment }}
    />
  )
  return (
    <div>
      {tools}
      {isLooking && (
        <p className={styles.status} role="status">
          {saying.say('looking')}
        </p>
      )}
      {isTable ? (
        <ScoreTable {...{ window, nearer, saying }} cursor={moving.cursor} {...opening} />
      ) : (
        <Shown
          {...{ canvas, picture, saying, moving, zooming, width, window, onWindow, opening, later }}
          isCompared={until !== undefined}
          period={dragged ?? timespanOf(period, axis, present)}
          onChoose={choose}
          onDrag={setDragged}
        />
      )}
    </div>
  )
}

/** As far as which the picture is drawn: to another moment, or to now. */
const useLater = (until: ScoreMoment | undefined, present: Present): Cursor =>
  useMemo(() => cursorAt(until ?? {}, present), [until, present])

/** From the beginning of its first day to the end of its last. */
function timespanOf(period: Partial<DayPeriod> | undefined, axis: TimeAxis, { now, zone }: Present) {
  if (period?.from === undefined && period?.to === undefined) return undefined
  const from = period.from === undefined ? axis.from : endOfDay(period.from, zone) + 1 - dayMs
  return { from, to: period.to === undefined ? now : endOfDay(period.to, zone) }
}

interface ShownProps {
  canvas: RefObject<HTMLDivElement | null>
  picture: ScorePicture
  saying: Saying
  moving: Moving
  zooming: Zooming
  width: number
  window: Timespan | undefined
  onWindow(window: Timespan | undefined): void
  opening: Opening
  later: Cursor
  isCompared: boolean
  period: Timespan | undefined
  /** It is being dragged. */
  onDrag(period: Timespan): void
  /** It is chosen. */
  onChoose(period: Timespan | undefined): void
}

function Shown({
  canvas,
  picture,
  saying,
  moving,
  zooming,
  width,
  window,
  onWindow,
  opening,
  later,
  isCompared,
  period,
  onDrag,
  onChoose,
}: ShownProps) {
  const { axis, measures, lanes, rows } = picture
  const { facts, zone } = saying
  const looking = useMarks(lanes, {
    onStretch: (from, to) => onChoose({ from, to }),
    onBeyond: (by) => (by < 0 ? zooming.earlier() : zooming.later()),
  })
  const onMove = moving.move
  const pointer = usePointer({
    canvas,
    axis,
    head: measures.head,
    onHover: looking.onHover,
    onPeriod: onDrag,
    onChosen: onChoose,
    onMove: (to, alone) => onMove('asOf', to, alone),
    onPan: window && zooming.pan,
  })
  const { mark } = looking
  return (
    <div ref={canvas} className={styles.canvas} {...pointer}>
      <ScoreCanvas picture={picture} cursor={moving.cursor} {...{ saying, later, isCompared, period, width }} />
      <TimeHandles {...{ canvas, axis, cursor: moving.cursor, now: facts.now, zone, onMove }} height={rows.height} />
      {mark && (
        <Roving
          key={mark.id}
          mark={mark}
          said={saidOf(mark, saying)}
          isLookedAt={looking.isLookedAt}
          hasFocus={looking.hasFocus}
          width={width}
          onFocus={looking.onFocus}
          onKeyDown={looking.onKeyDown}
          onNearer={() => onWindow(around(mark.at, axis))}
          {...opening}
        />
      )}
      {period && (
        <ChosenPeriod
          {...{ period, axis, zone }}
          onNearer={() => onWindow(period)}
          onClear={() => onChoose(undefined)}
        />
      )}
    </div>
  )
}

const dayMs = 86_400_000

/** Counted weeks are seen one by one in a quarter of a year. */
function around(at: number, axis: TimeAxis): Timespan {
  const half = Math.min(45 * dayMs, (axis.to - axis.from) / 4)
  return { from: at - half, to: at + half }
}
