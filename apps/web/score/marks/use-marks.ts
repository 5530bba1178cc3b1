/** Which mark is looked at: by the pointer, or by arrow keys that walk from one to the next. */
import { type KeyboardEvent, useState } from 'react'
import { type MarkLane, markAt, markBeside, placeOfMark, type ScoreMark } from './marks.js'

export interface Looking {
  mark?: ScoreMark
  isLookedAt: boolean
  hasFocus: boolean
  onHover(at: { x: number; y: number } | undefined): void
  onFocus(has: boolean): void
  onKeyDown(event: KeyboardEvent): void
}

export interface Walking {
  /** With Shift: from one mark to another; ms. */
  onStretch(from: number, to: number): void
  /** Past the first or the last mark that is shown. */
  onBeyond(by: 1 | -1): void
}

export function useMarks(lanes: readonly MarkLane[], { onStretch, onBeyond }: Walking): Looking {
  const [looked, setLooked] = useState<ScoreMark>()
  const [isHovered, setHovered] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  const [anchor, setAnchor] = useState<number>()
  const place = placeOfMark(lanes, looked)
  const mark = lanes[place.lane]?.[place.mark]
  const walk = (event: KeyboardEvent) => {
    const next = markBeside(lanes, place, event.key)
    if (!next) {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined
      if (by) onBeyond(by)
      return by !== undefined
    }
    const to = lanes[next.lane]?.[next.mark]
    if (event.shiftKey && mark && to) {
      const from = anchor ?? mark.at
      setAnchor(from)
      onStretch(Math.min(from, to.at), Math.max(from, to.at))
    } else setAnchor(undefined)
    setLooked(to)
    return true
  }
  return {
    ...(mark && { mark }),
    isLookedAt: isHovered || hasFocus,
    hasFocus,
    onHover: (at) => {
      const under = at && markAt(lanes, at)
      setHovered(under !== undefined)
      if (under) setLooked(lanes[under.lane]?.[under.mark])
    },
    onFocus: setFocus,
    onKeyDown: (event) => {
      if (walk(event)) event.preventDefault()
    },
  }
}
