/** An answer to what is asked, and to nothing else: once one did not come, what was answered before stays away. */
import { useState } from 'react'
import { cutBy, type Outstanding } from './client.js'

export type AskedOf = Outstanding & { data: unknown; error: Error | null }

/**
 * What there is to show of a question that is asked again and again otherwise. What did not come is said until
 * something comes, so that the former answer does not stand there for a moment whenever the next one is asked for.
 *
 * @param isSame what is asked is still about the same; then a failure is still its own
 */
export function useOwn<A extends AskedOf>(
  asked: A,
  isSame: boolean = asked.isPlaceholderData,
): Omit<A, 'data' | 'error'> & { data: A['data'] | undefined; error: Error | null } {
  const [missed, setMissed] = useState<Error | null>(null)
  const isOwn = asked.data !== undefined && !asked.isPlaceholderData
  const reason = asked.error ?? cutBy(asked) ?? null
  const instead = isOwn ? null : (reason ?? (isSame ? missed : null))
  if (instead !== missed) setMissed(instead)
  return { ...asked, data: instead ? undefined : asked.data, error: reason ?? instead }
}
