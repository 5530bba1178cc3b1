/** `j` and `k` lead to the link of the next and the previous row; Enter opens it, as it opens every link. */
import { type RefObject, useRef } from 'react'
import { isForPage, useKeys } from '../keys.js'

/** @returns what the table stands in */
export function useRowLinks(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useKeys((event) => {
    const step = { j: 1, k: -1 }[event.key]
    if (!step || !list.current || !isForPage(event)) return
    const rows = [...list.current.querySelectorAll('tbody tr')].filter((row) => row.querySelector('a'))
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    const next = Math.min(rows.length - 1, Math.max(0, at + step))
    rows[next]?.querySelector('a')?.focus()
  })
  return list
}
