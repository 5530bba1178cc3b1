/** Keys of a list: `j` and `k` choose the next and the previous row, Enter opens it, Esc closes what stands beside. */
import { isForPage, useKeys } from '../../shell/keys.js'

export interface RowKeys {
  choose(key: string | undefined): void
  open(key: string): void
}

export function useRowKeys(keys: readonly string[], at: string | undefined, { choose, open }: RowKeys): void {
  useKeys((event) => {
    if (!isForPage(event)) return
    const step = { j: 1, k: -1 }[event.key]
    const next = step && keys[Math.min(keys.length - 1, Math.max(0, keys.indexOf(at ?? '') + step))]
    if (next) return choose(next)
    if (at === undefined) return
    if (event.key === 'Escape') choose(undefined)
    if (event.key === 'Enter' && event.target === document.body) open(at)
  })
}
