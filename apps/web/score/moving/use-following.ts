/** A stretch that is looked at from near goes with the handle that leaves it, as a page of music is turned. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { type Timespan, turnedTo, within } from '../axis/axis.js'
import type { ScoreFacts } from '../facts/facts.js'
import { extentOf } from '../geometry/picture.js'
import type { Shown } from './use-window.js'

/** @returns called while a handle goes, so that it never leaves the picture; ms */
export function useFollowing(facts: ScoreFacts, { window, onWindow }: Shown): (from: number, to: number) => void {
  return (from, to) => {
    if (!window || (to >= window.from && to <= window.to)) return
    onWindow(within(turnedTo(window, { from, to }), extentOf(facts)))
  }
}

/** The moment was changed elsewhere than in the picture; one that came together with its stretch is let be. */
export function useFollowed(
  at: number,
  window: Timespan | undefined,
  follow: (from: number, to: number) => void,
): void {
  const seen = useRef({ at, window })
  const onSeen = useEffectEvent((here: typeof seen.current) => {
    const before = seen.current
    seen.current = here
    if (before.at !== here.at && before.window === here.window) follow(before.at, here.at)
  })
  useEffect(() => onSeen({ at, window }), [at, window])
}
