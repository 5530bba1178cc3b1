/** The two handles: where they stand, moved by hand, by key or by play; whoever shows the rest hears of it when they rest. */
import { useEffect, useEffectEvent, useState } from 'react'
import { isForPage, useKeys } from '../../shell/keys.js'
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
}

export interface Moving {
  cursor: Cursor
  /** To a moment in ms; alone, or with the other handle. */
  move(handle: Handle, to: number, alone: boolean): void
  /** To the next change or the one before. */
  step(by: 1 | -1): void
  isPlaying: boolean
  play(): void
}

const restMs = 250
const playMs = 650

export function useCursor({ moment, present, changes, onMoment }: CursorOf): Moving {
  const [live, setLive] = useState<Cursor>()
  const [isPlaying, setPlaying] = useState(false)
  const [shown, setShown] = useState(moment)
  if (shown.asOf !== moment.asOf || shown.knownAt !== moment.knownAt) {
    setShown(moment)
    setLive(undefined)
  }
  const cursor = live ?? cursorAt(moment, present)
  const rest = useEffectEvent((at: Cursor) => {
    const next = carriedBy(at, present)
    if (next.asOf === moment.asOf && next.knownAt === moment.knownAt) setLive(undefined)
    else onMoment(next)
  })
  useEffect(() => {
    if (!live || isPlaying) return
    const timer = setTimeout(() => rest(live), restMs)
    return () => clearTimeout(timer)
  }, [live, isPlaying])
  const { now, zone } = present
  const toDay = (ms: number) => Math.min(now, endOfDay(dayAt(Math.min(ms, now), zone), zone))
  const move = (handle: Handle, to: number, alone: boolean) => {
    const moved = movedBy(cursor, { handle, to: toDay(to), alone, now })
    setLive({ asOf: moved.asOf, knownAt: toDay(moved.knownAt) })
  }
  const step = (by: 1 | -1) => {
    const day = (ms: number) => dayAt(ms, zone)
    const next = nextChange(changes, { from: cursor.asOf, by, day, now })
    if (next !== undefined) move('asOf', next, false)
    return next
  }
  const onStep = useEffectEvent(() => {
    if (step(1) === now) setPlaying(false)
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
  return { cursor, move, step: (by) => void step(by), isPlaying, play }
}
