/** What a pointer does on the picture: it finds marks, drags a period, and on the axis sets the cursor or moves what is shown. */
import { type PointerEvent, type RefObject, useState } from 'react'
import type { TimeAxis, Timespan } from '../axis/axis.js'

export interface PointerOf {
  canvas: RefObject<HTMLDivElement | null>
  axis: TimeAxis
  /** px under which the rows begin. */
  head: number
  onHover(at: { x: number; y: number } | undefined): void
  /** It is being dragged. */
  onPeriod(period: Timespan): void
  /** It was dragged; or let go of, by a press without one. */
  onChosen(period: Timespan | undefined): void
  /** On the axis: to a moment in ms. */
  onMove(to: number, alone: boolean): void
  /** Moves what was shown when the axis was pressed; absent of the whole, which has nothing beside it. */
  onPan?: ((shown: Timespan, by: number) => void) | undefined
}

/** px from which on a press is a drag. */
const leastDrag = 5

interface Pressed {
  x: number
  /** As it was when it was pressed. */
  axis: TimeAxis
  on: 'axis' | 'rows'
  isDrag: boolean
}

export function usePointer({ canvas, axis, head, onHover, onPeriod, onChosen, onMove, onPan }: PointerOf) {
  const [pressed, setPressed] = useState<Pressed>()
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect()
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
  }
  return {
    onPointerDown(event: PointerEvent) {
      const { x, y } = placeOf(event)
      const isOurs = event.target instanceof SVGElement && event.button === 0 && x >= axis.left
      if (!isOurs) return
      const on = y < head ? 'axis' : 'rows'
      setPressed({ x, axis, on, isDrag: false })
      if (on === 'axis' && !onPan) onMove(axis.at(x), event.altKey)
    },
    onPointerMove(event: PointerEvent) {
      const { x, y } = placeOf(event)
      if (!pressed) return onHover({ x, y })
      if (!pressed.isDrag && Math.abs(x - pressed.x) < leastDrag) return
      if (!pressed.isDrag) {
        setPressed({ ...pressed, isDrag: true })
        canvas.current?.setPointerCapture(event.pointerId)
      }
      if (pressed.on === 'axis' && onPan) return onPan(pressed.axis, pressed.axis.at(pressed.x) - pressed.axis.at(x))
      if (pressed.on === 'axis') return onMove(axis.at(x), event.altKey)
      onPeriod(between(pressed.x, x, axis))
    },
    onPointerUp(event: PointerEvent) {
      if (pressed?.on === 'axis' && onPan && !pressed.isDrag) onMove(axis.at(pressed.x), event.altKey)
      if (pressed?.on === 'rows') onChosen(pressed.isDrag ? between(pressed.x, placeOf(event).x, axis) : undefined)
      setPressed(undefined)
    },
    onPointerCancel: () => setPressed(undefined),
    onPointerLeave: () => pressed === undefined && onHover(undefined),
  }
}

const between = (a: number, b: number, axis: TimeAxis): Timespan => ({
  from: axis.at(Math.min(a, b)),
  to: axis.at(Math.max(a, b)),
})
