/** Why an auditor reads personal values: it goes with every question, and stands in the access log. */
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { reader } from './client.js'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The reason that is read with; none where nobody gave one. */
export const useReason = (): string | undefined => useSyncExternalStore(subscribe, () => reader.reason)

/** Whoever reads from now on has asked nothing and given no reason. */
export function readAnew(queries: QueryClient): void {
  reader.member = undefined
  reader.after = undefined
  readWith(undefined, queries)
}

/** Reads with a reason from now on, or without one: what was answered until now is forgotten. */
export function readWith(reason: string | undefined, queries: QueryClient): void {
  reader.reason = reason
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/v1/me' })
  for (const listener of listeners) listener()
}
