/** Keys that go from entry to entry. */
import type { RefObject } from 'react'
import { isForPage, useKeys } from '../components/keys.js'

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 }

/** `j` and `k` put the focus on the next and the previous entry; Enter opens it, as it does any link. */
export function useEntryKeys(entries: RefObject<HTMLElement | null>): void {
  useKeys((event) => {
    const step = steps[event.key]
    if (step === undefined || !isForPage(event)) return
    const links = [...(entries.current?.querySelectorAll('a') ?? [])]
    const place = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.min(links.length - 1, Math.max(0, place + step))]?.focus()
  })
}
