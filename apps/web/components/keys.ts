/** Keys that a page hears, wherever the focus is. */
import { useEffect, useEffectEvent } from 'react'

/** Whether what is pressed is written into a field. */
const isWriting = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Whether a key is pressed for a page, and neither into a field nor over a sheet. */
export const isForPage = (event: KeyboardEvent): boolean =>
  !isWriting(event) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  document.querySelector('dialog[open]') === null

/** Hears every key as long as it is shown. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const heard = useEffectEvent(onKey)
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
}
