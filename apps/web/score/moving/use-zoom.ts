/** Nearer and farther, earlier and later: by the wheel, with Ctrl or sideways, and by keys. */
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { isForPage, useKeys } from '../../components/keys.js'
import { type TimeAxis, type Timespan, within, zoomed } from '../axis/axis.js'

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
  /** Half of what is shown to either side; nowhere from the whole. */
  earlier(): void
  later(): void
  /** Moves what is shown; ms. */
  pan(shown: Timespan, by: number): void
}

export function useZoom({ isDrawn, canvas, axis, whole, around, onWindow }: ZoomOf): Zooming {
  const zoom = (factor: number, at: number) => {
    const next = zoomed(axis, factor, at)
    onWindow(next && within(next, whole))
  }
  const isShown = around >= axis.from && around <= axis.to
  const middle = isShown ? around : (axis.from + axis.to) / 2
  const isWhole = axis.stretches.length > 1
  const pan = ({ from, to }: Timespan, by: number) => onWindow(within({ from: from + by, to: to + by }, whole))
  const half = (axis.to - axis.from) / 2
  const turn = useEffectEvent((event: WheelEvent) => {
    const sideways = sidewaysOf(event)
    if (sideways !== 0 && !isWhole) {
      event.preventDefault()
      return pan(axis, (sideways * (axis.to - axis.from)) / (axis.right - axis.left))
    }
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
    earlier: () => isWhole || pan(axis, -half),
    later: () => isWhole || pan(axis, half),
    pan,
  }
  const keys: Readonly<Record<string, () => void>> = {
    '+': zooming.nearer,
    '-': zooming.farther,
    '0': zooming.all,
    ',': zooming.earlier,
    '.': zooming.later,
  }
  useKeys((event) => {
    if (isForPage(event)) keys[event.key]?.()
  })
  return zooming
}

/** px to the side that a wheel or two fingers go; none where they go up or down, or zoom. */
function sidewaysOf({ deltaX, deltaY, ctrlKey, metaKey, shiftKey }: WheelEvent): number {
  if (ctrlKey || metaKey) return 0
  // With Shift some browsers turn the wheel sideways themselves.
  if (shiftKey) return deltaX || deltaY
  return Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0
}
