/** Parts of the frame that its first picture does without. */
import { type ComponentType, useEffect, useState } from 'react'

/** When a part is fetched: at once, as soon as the page has nothing else to do, or not at all. */
export type FetchedWhen = 'now' | 'resting' | 'never'

export interface Later<P> {
  /** Once it has come. */
  Part?: ComponentType<P>
  /** It is wanted, and did not come; a browser asks for it again only on a page that is loaded anew. */
  isMissing: boolean
}

/**
 * A part that is fetched later than the frame around it.
 * @param load always the same function
 */
export function useLater<P>(load: () => Promise<ComponentType<P>>, when: FetchedWhen): Later<P> {
  const [come, setCome] = useState<{ Part: ComponentType<P> }>()
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (come !== undefined || when === 'never') return
    const missed = (error: unknown) => (when === 'now' ? setMissing(true) : reportError(error))
    const fetchPart = () => void load().then((Part) => setCome({ Part }), missed)
    return when === 'now' ? fetchPart() : whenResting(fetchPart)
  }, [load, when, come])
  return { ...come, isMissing: isMissing && when === 'now' }
}

/** For browsers that do not say when they rest; ms. */
const soon = 500

/** @returns how to call it off */
function whenResting(work: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const called = requestIdleCallback(work)
    return () => cancelIdleCallback(called)
  }
  const timer = setTimeout(work, soon)
  return () => clearTimeout(timer)
}
