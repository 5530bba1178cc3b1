/** Keys of a list: `j` and `k` choose the next and the previous row, Enter opens it, Esc closes what stands beside. */
import { isForPage, useKeys } from '../keys.js'

export interface RowKeys {
  choose(key: string | undefined): void
  open(key: string): void
}

/** @param keys of rows that are still on their way are undefined */
export function useRowKeys(
  keys: readonly (string | undefined)[],
  at: string | undefined,
  { choose, open }: RowKeys,
): void {
  useKeys((event) => {
    if (!isForPage(event)) return
    const step = { j: 1, k: -1 }[event.key]
    const next = step && (at === undefined ? keys.find((key) => key !== undefined) : stepped(keys, at, step))
    if (next) return choose(next)
    if (at === undefined) return
    if (event.key === 'Escape') choose(undefined)
    if (event.key === 'Enter' && event.target === document.body) open(at)
  })
}

const stepped = (keys: readonly (string | undefined)[], at: string, step: number) =>
  keys[Math.min(keys.length - 1, Math.max(0, keys.indexOf(at) + step))]
