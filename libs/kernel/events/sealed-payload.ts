/**
 * The shape of a sealed payload. In the log, sealed values are taken out and their tokens stand
 * under one reserved key; everything that folds sees a marker at each value's own place instead.
 */
import type { Json, JsonObject } from './stored-event.js'

/** Reserved key under which stored data keeps its tokens. */
export const SEALED = '~sealed'

/** One token: what one subject's key sealed of one event. Paths are dot paths, list items by index. */
export interface SealedGroup {
  token: string
  paths: string[]
}

/** Data with a marker at the place of each sealed value; the same object when nothing is sealed. */
export function withMarkers(data: JsonObject): JsonObject {
  const groups = data[SEALED] as unknown as SealedGroup[] | undefined
  if (!groups) return data
  const { [SEALED]: _, ...open } = data
  let copied = false
  for (const { token, paths } of groups) {
    for (const path of paths) {
      const marker = { '~': token, at: path }
      if (!path.includes('.')) {
        open[path] = marker
        continue
      }
      if (!copied) {
        for (const key of Object.keys(open)) open[key] = structuredClone(open[key] as Json)
        copied = true
      }
      place(open, path.split('.'), marker)
    }
  }
  return open
}

function place(root: JsonObject, path: string[], marker: JsonObject): void {
  let at: JsonObject = root
  for (const step of path.slice(0, -1)) {
    at[step] ??= {}
    at = at[step] as JsonObject
  }
  at[path.at(-1) as string] = marker
}
