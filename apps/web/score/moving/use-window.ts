/** What is shown of time: as the address says it, and while the hand moves it as the hand has it; the address hears of it at rest. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Timespan, within } from '../axis/axis.js'
import type { ScoreFacts } from '../facts/facts.js'
import { extentOf } from '../geometry/picture.js'
import { windowOf, type ZoomAddress, zoomOf } from './zoom-address.js'

export interface WindowOf extends ZoomAddress {
  facts: ScoreFacts
  /** IANA name of the reader's time zone. */
  zone: string
  onZoom(to: ZoomAddress): void
}

export interface Shown {
  /** ms; the whole when absent. */
  window: Timespan | undefined
  onWindow(window: Timespan | undefined): void
}

const restMs = 250

export function useWindow({ zoom, facts, zone, onZoom }: WindowOf): Shown {
  const [live, setLive] = useState<Pick<Shown, 'window'>>()
  const [shown, setShown] = useState(zoom)
  const [told, setTold] = useState(zoom)
  if (shown !== zoom) {
    setShown(zoom)
    // Whoever goes back or elsewhere meanwhile lets go of it; the hand, whose rest is answered a moment later, does not.
    if (zoom !== told) setLive(undefined)
  }
  const asked = useMemo(() => {
    const window = windowOf({ zoom }, zone)
    return window && within(window, extentOf(facts))
  }, [zoom, zone, facts])
  const rest = useEffectEvent(({ window }: Pick<Shown, 'window'>) => {
    const next = zoomOf(window, zone)
    setTold(next.zoom)
    if (next.zoom !== zoom) onZoom({ zoom: next.zoom })
  })
  useEffect(() => {
    if (!live) return
    const timer = setTimeout(() => rest(live), restMs)
    return () => clearTimeout(timer)
  }, [live])
  return { window: live ? live.window : asked, onWindow: (window) => setLive({ window }) }
}
