/** Nearer and farther: by Ctrl and the wheel, by + and −, by 0 the whole. */
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { isForPage, useKeys } from '../../shell/keys.js'
import { type TimeAxis, type Timespan, zoomed } from '../axis/axis.js'

export interface ZoomOf {
  /** Whether the canvas is there. */
  isDrawn: boolean
  canvas: RefObject<HTMLDivElement | null>
  axis: TimeAxis
  /** The whole axis, in perspective. */
  whole: TimeAxis
  /** ms, around which keys zoom. */
  around: number
  onWindow(window: Timespan | undefined): void
}

const keyFactor = 0.5
const wheelFactor = 0.0022

export interface Zooming {
  nearer(): void
  farther(): void
  all(): void
}

export function useZoom({ isDrawn, canvas, axis, whole, around, onWindow }: ZoomOf): Zooming {
  const zoom = (factor: number, at: number) => {
    const next = zoomed(axis, factor, at)
    const isWhole = next !== undefined && next.to - next.from >= whole.to - whole.from
    onWindow(isWhole || !next ? undefined : within(next, whole))
  }
  const isShown = around >= axis.from && around <= axis.to
  const middle = isShown ? around : (axis.from + axis.to) / 2
  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const left = canvas.current?.getBoundingClientRect().left ?? 0
    zoom(Math.exp(event.deltaY * wheelFactor), axis.at(event.clientX - left))
  })
  useEffect(() => {
    if (!isDrawn) return
    const turned = (event: WheelEvent) => turn(event)
    const heard = canvas.current
    heard?.addEventListener('wheel', turned, { passive: false })
    return () => heard?.removeEventListener('wheel', turned)
  }, [canvas, isDrawn])
  const zooming = {
    nearer: () => zoom(keyFactor, middle),
    farther: () => zoom(1 / keyFactor, middle),
    all: () => onWindow(undefined),
  }
  const keys: Readonly<Record<string, () => void>> = {
    '+': zooming.nearer,
    '-': zooming.farther,
    '0': zooming.all,
  }
  useKeys((event) => {
    if (isForPage(event)) keys[event.key]?.()
  })
  return zooming
}

/** Moved so that nothing beyond the whole is shown. */
function within({ from, to }: Timespan, whole: TimeAxis): Timespan {
  const by = Math.max(0, whole.from - from) - Math.max(0, to - whole.to)
  return { from: from + by, to: to + by }
}

export const panned = ({ from, to }: Timespan, whole: TimeAxis, by: 1 | -1): Timespan => {
  const half = ((to - from) / 2) * by
  return within({ from: from + half, to: to + half }, whole)
}
