/** Whether the window is as a media query says, and when it no longer is. */
import { useCallback, useSyncExternalStore } from 'react'

export function useMatches(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** Whether there is room for one column only. */
export const usePhone = (): boolean => useMatches('(max-width: 720px)')

/** Whether there is no room for anything beside a list. */
export const useNarrow = (): boolean => useMatches('(max-width: 900px)')
