/**
 * The shape of a sealed payload. In the log, sealed values are taken out and their tokens stand
 * under one reserved key; everything that folds sees a marker at each value's own place instead.
 */
import { ChangedCopy } from './paths.js'
import type { JsonObject } from './stored-event.js'

/** Reserved key under which stored data keeps its tokens. */
export const SEALED = '~sealed'

/** One token: what one subject's key sealed of one event. Paths are dot paths, list items by index. */
export interface SealedGroup {
  token: string
  paths: string[]
}

/** Data with a marker at the place of each sealed value; the same object when nothing is sealed. */
export function withMarkers(data: JsonObject): JsonObject {
  if (data[SEALED] === undefined) return data
  const { [SEALED]: tokens, ...open } = data
  let nested: ChangedCopy | undefined
  for (const { token, paths } of tokens as unknown as SealedGroup[]) {
    for (const path of paths) {
      const marker = { '~': token, at: path }
      if (!path.includes('.')) open[path] = marker
      else {
        nested ??= new ChangedCopy(open)
        nested.put(path, marker)
      }
    }
  }
  return open
}

/** The id of the key that opens a token. */
export function keyIdOf(token: string): string {
  const end = token.indexOf('.')
  if (end < 1) throw new Error('a sealed text does not name its key; it was altered since it was written')
  return token.slice(0, end)
}
