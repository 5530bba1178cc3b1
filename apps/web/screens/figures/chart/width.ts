/** How wide something is drawn, in px, as it changes. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** @returns 0 until it is drawn */
export function useWidth<E extends Element>(): [RefObject<E | null>, number] {
  const shown = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!shown.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(shown.current)
    return () => observer.disconnect()
  }, [])
  return [shown, width]
}
