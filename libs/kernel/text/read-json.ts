/**
 * JSON as others send it, read strictly: bytes that are no UTF-8, a name that stands twice in one object, and the name
 * of what every object inherits from are refused with their place. Whatever would be read instead is a guess.
 */
import { isUtf8 } from 'node:buffer'

/** In words for people: without what stands there, which may be personal. */
const sentences = {
  'not-utf-8': 'is not UTF-8 from here on',
  'no-json': 'is no JSON from here on',
  'said-twice': 'names one member of an object a second time here',
  'no-name': 'names a member "__proto__" here, which no object may have',
} as const

/** A text that is not read, with the place: line and column count from 1, characters as JavaScript counts them. */
export class UnreadableJson extends Error {
  constructor(
    readonly code: keyof typeof sentences,
    readonly line: number,
    readonly column: number,
  ) {
    super(`line ${line}, column ${column}: ${sentences[code]}`)
    this.name = 'UnreadableJson'
  }
}

/** @throws UnreadableJson */
export function readJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) {
    const before = wellEncoded(bytes)
    throw faultAt(before, before.length, 'not-utf-8')
  }
  return readJsonText(new TextDecoder('utf-8').decode(bytes))
}

/** @throws UnreadableJson */
export function readJsonText(text: string): unknown {
  const value = parsed(text)
  requireNames(text)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw faultAt(
      text,
      beginOf(text.length, (length) => mayBecomeJson(text.slice(0, length))),
      'no-json',
    )
  }
}

/** Whether a text only lacks what comes behind it. The parser tells where it stumbles, or that the text is over. */
function mayBecomeJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as Error
    const at = /at position (\d+)/.exec(message)?.[1]
    return at === undefined ? message.startsWith('Unexpected end') : Number(at) >= text.length
  }
}

/** The greatest length that fits, where all that are shorter fit as well. */
function beginOf(length: number, fits: (length: number) => boolean): number {
  let [good, bad] = [0, length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(middle)) good = middle
    else bad = middle
  }
  return good
}

/** Texts, those that are names with their colon, and the ends of objects: the text is known to be JSON. */
const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g

function requireNames(text: string): void {
  const open: Set<string>[] = []
  for (const { 0: token, 1: colon, index } of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) {
      const name = nameOf(token.slice(0, -colon.length))
      if (name === '__proto__') throw faultAt(text, index, 'no-name')
      const names = open.at(-1)
      if (names?.has(name)) throw faultAt(text, index, 'said-twice')
      names?.add(name)
    }
  }
}

/** Most have nothing escaped, and are what stands between their quotes. */
const nameOf = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)

function faultAt(text: string, at: number, code: keyof typeof sentences): UnreadableJson {
  const before = text.slice(0, at)
  return new UnreadableJson(code, before.split('\n').length, at - before.lastIndexOf('\n'))
}

/** What stands before the first byte that is none of a character. */
function wellEncoded(bytes: Uint8Array): string {
  const good = beginOf(bytes.length, (length) => decoded(bytes.subarray(0, length)) !== undefined)
  return decoded(bytes.subarray(0, good)) ?? ''
}

/** Undefined where it is no UTF-8, but for a last character that may be cut. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}
