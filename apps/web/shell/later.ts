/** Parts of the frame that its first picture does without. */
import { type ComponentType, useEffect, useState } from 'react'

/** When a part is fetched: at once, as soon as the page has nothing else to do, or not at all. */
export type FetchedWhen = 'now' | 'resting' | 'never'

/**
 * A part that is fetched later than the frame around it.
 * @param load always the same function
 * @returns the part, once it has come
 */
export function useLater<P>(load: () => Promise<ComponentType<P>>, when: FetchedWhen): ComponentType<P> | undefined {
  const [come, setCome] = useState<{ Part: ComponentType<P> }>()
  useEffect(() => {
    if (come !== undefined || when === 'never') return
    const fetchPart = () => void load().then((Part) => setCome({ Part }), reportError)
    return when === 'now' ? fetchPart() : whenResting(fetchPart)
  }, [load, when, come])
  return come?.Part
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
