/** The two handles: where they stand, moved by hand, by key or by play; whoever shows the rest hears of it when they rest. */
import { useEffect, useEffectEvent, useState } from 'react'
import { isForPage, useKeys } from '../../components/keys.js'
import { carriedBy, cursorAt, dayAt, endOfDay, type Present } from '../facts/days.js'
import type { Cursor } from '../facts/seen.js'
import { type Handle, movedBy, nextChange } from './moves.js'

/** A moment as addresses carry it; both absent: now. */
export interface ScoreMoment {
  asOf?: string
  knownAt?: string
}

export interface CursorOf {
  moment: ScoreMoment
  present: Present
  /** ms, at which something changed; the first first. */
  changes: readonly number[]
  onMoment(moment: ScoreMoment): void
  /** A handle goes from a moment to another; ms. */
  onMoved(from: number, to: number): void
}

export interface Moving {
  cursor: Cursor
  /** To a moment in ms; alone, or with the other handle. */
  move(handle: Handle, to: number, alone: boolean): void
  /** To the next change or the one before. */
  step(by: 1 | -1): void
  isPlaying: boolean
  play(): void
  /** What we knew stays where it is, whatever moves the other handle. */
  isHeld: boolean
  hold(): void
}

const restMs = 250
/** Longer than the rest: the page goes with what plays. */
const playMs = 650

const isSame = (one: ScoreMoment, other: ScoreMoment): boolean =>
  one.asOf === other.asOf && one.knownAt === other.knownAt

export function useCursor({ moment, present, changes, onMoment, onMoved }: CursorOf): Moving {
  const [live, setLive] = useState<Cursor>()
  const [isPlaying, setPlaying] = useState(false)
  const [isHeld, setHeld] = useState(false)
  const [shown, setShown] = useState(moment)
  const [told, setTold] = useState(moment)
  if (!isSame(shown, moment)) {
    setShown(moment)
    // Whoever goes elsewhere meanwhile stops what plays; an answer to where it was a step ago does not.
    if (!isSame(told, moment)) setPlaying(false)
    if (!live || !isSame(told, moment) || isSame(carriedBy(live, present), moment)) setLive(undefined)
  }
  const cursor = live ?? cursorAt(moment, present)
  const rest = useEffectEvent((at: Cursor) => {
    const next = carriedBy(at, present)
    if (next.asOf === moment.asOf && next.knownAt === moment.knownAt) setLive(undefined)
    else {
      setTold(next)
      onMoment(next)
    }
  })
  useEffect(() => {
    if (!live) return
    const timer = setTimeout(() => rest(live), restMs)
    return () => clearTimeout(timer)
  }, [live])
  const { now, zone } = present
  const toDay = (ms: number) => Math.min(now, endOfDay(dayAt(Math.min(ms, now), zone), zone))
  const move = (handle: Handle, to: number, alone: boolean) => {
    const moved = movedBy(cursor, { handle, to: toDay(to), alone: alone || isHeld, now })
    setLive({ asOf: moved.asOf, knownAt: toDay(moved.knownAt) })
    onMoved(cursor[handle], moved[handle])
  }
  const step = (by: 1 | -1) => {
    const day = (ms: number) => dayAt(ms, zone)
    const next = nextChange(changes, { from: cursor.asOf, by, day, now })
    if (next !== undefined) move('asOf', next, false)
    return next
  }
  const onStep = useEffectEvent(() => {
    const next = step(1)
    if (next === undefined || next === now) setPlaying(false)
  })
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => onStep(), playMs)
    return () => clearInterval(timer)
  }, [isPlaying])
  const play = () => {
    if (!isPlaying && cursor.asOf >= now && changes[0] !== undefined) move('asOf', changes[0], false)
    setPlaying(!isPlaying)
  }
  useKeys((event) => {
    if (!isForPage(event)) return
    if (event.key === '[') step(-1)
    if (event.key === ']') step(1)
    if (event.key !== ' ' || (event.target instanceof Element && event.target.closest('button, a'))) return
    event.preventDefault()
    play()
  })
  return { cursor, move, step: (by) => void step(by), isPlaying, play, isHeld, hold: () => setHeld(!isHeld) }
}
