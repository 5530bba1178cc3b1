/**
 * JSON with one spelling (RFC 8785): sorted keys, no spaces, numbers as ECMAScript prints them.
 * Stored events are written this way, so that the same fact has the same bytes in every log.
 */

/** Needs escaping, or half of a surrogate pair: left to JSON.stringify and a check. */
const unusual = /["\\\p{Cc}\p{Cs}]/u

/** A value that JSON has no spelling for; the message says which and where, never its content. */
export class NotJson extends TypeError {
  constructor(
    readonly reason: string,
    readonly path: readonly (string | number)[] = [],
  ) {
    super(`not JSON: ${reason} at ${path.length === 0 ? 'the top' : path.join('.')}`)
    this.name = 'NotJson'
  }
}

/**
 * The canonical text of a JSON value.
 * @throws NotJson for undefined, bigint, NaN, infinities, dates, class instances, broken text
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotJson(`the number ${value}`)
      return `${value}`
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value)
    default:
      throw new NotJson(value === undefined ? 'undefined (leave the key out)' : `a ${typeof value}`)
  }
}

function quote(text: string): string {
  if (!unusual.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new NotJson('text with half a surrogate pair')
  return JSON.stringify(text)
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '['
  let index = 0
  try {
    for (; index < items.length; index++) text += (index === 0 ? '' : ',') + canonicalJson(items[index])
  } catch (error) {
    throw within(index, error)
  }
  return `${text}]`
}

function canonicalObject(object: object): string {
  if (!isPlain(object)) throw new NotJson(`an instance of ${object.constructor.name || 'a class'}`)
  const keys = sortedKeys(object)
  let text = '{'
  let at = ''
  try {
    for (at of keys) text += `${text.length === 1 ? '' : ','}${quote(at)}:${canonicalJson(object[at])}`
  } catch (error) {
    throw within(at, error)
  }
  return `${text}}`
}

/** Plain: made by a literal or a parser. The prototype is not compared by identity, which differs between realms. */
function isPlain(object: object): object is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(object)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Keys by UTF-16 code units; most objects are written in the same order again and again, often sorted already. */
function sortedKeys(object: object): string[] {
  const keys = Object.keys(object)
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort()
  }
  return keys
}

function within(key: string | number, error: unknown): unknown {
  return error instanceof NotJson ? new NotJson(error.reason, [key, ...error.path]) : error
}
