/**
 * Opens what is sealed, at the edge of a query: markers in documents, rows or event data become
 * their text again, or say that the person was erased or the text is withheld.
 */
import {
  ERASED,
  type Erased,
  type Json,
  type JsonObject,
  type Keys,
  keyIdOf,
  type Sealed,
  WITHHELD,
  type Withheld,
  withMarkers,
} from '#kernel'
import { isSealed } from './sealing.js'
import { openFields } from './tokens/token.js'

export interface OpeningOptions {
  /** Tokens for which this says true are not opened. Erased wins over withheld. Asked once per token. */
  withhold?: (token: string) => boolean
  /** Told of each token that was opened. */
  onOpened?: (keyId: string) => void
}

/**
 * Replaces every marker in a JSON value by its plaintext, `ERASED` or `WITHHELD`; each token is
 * opened once per call. The value itself is not changed, and parts without markers are shared with
 * the result. Event data as stored is unfolded on the way.
 * @throws KeyNotFetched when a key was not fetched before
 * @throws Error naming the event, and nothing of the content, when a token was altered
 */
export function openSealed<T>(value: T, keys: Pick<Keys, 'bytesOf'>, options: OpeningOptions = {}): T {
  const opener = new Opener(keys, options)
  return opener.open(value as Json) as T
}

type Opened = Record<string, Json> | Erased | Withheld

class Opener {
  private readonly openedByToken = new Map<string, Opened>()

  constructor(
    private readonly keys: Pick<Keys, 'bytesOf'>,
    private readonly options: OpeningOptions,
  ) {}

  open(value: Json): Json {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return this.openList(value)
    if (isSealed(value)) return this.plaintext(value)
    return this.openObject(withMarkers(value))
  }

  private openList(list: Json[]): Json[] {
    let copy: Json[] | undefined
    for (let index = 0; index < list.length; index++) {
      const before = list[index] as Json
      const after = this.open(before)
      if (after === before) continue
      copy ??= list.slice()
      copy[index] = after
    }
    return copy ?? list
  }

  private openObject(object: JsonObject): JsonObject {
    let copy: JsonObject | undefined
    for (const name in object) {
      const before = object[name] as Json
      const after = this.open(before)
      if (after === before) continue
      copy ??= { ...object }
      copy[name] = after
    }
    return copy ?? object
  }

  private plaintext({ '~': token, at }: Sealed): Json {
    let opened = this.openedByToken.get(token)
    if (opened === undefined) {
      opened = this.openToken(token)
      this.openedByToken.set(token, opened)
    }
    if (opened === ERASED || opened === WITHHELD) return opened as unknown as Json
    if (!Object.hasOwn(opened, at)) throw new Error(`a sealed text of event ${token.split('.')[1]} has no field ${at}`)
    return (opened as Record<string, Json>)[at] as Json
  }

  private openToken(token: string): Opened {
    const keyId = keyIdOf(token)
    const key = this.keys.bytesOf(keyId)
    if (key === null) return ERASED
    if (this.options.withhold?.(token)) return WITHHELD
    this.options.onOpened?.(keyId)
    return openFields(token, key)
  }
}
