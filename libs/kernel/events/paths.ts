/**
 * Reaching into a payload by dot paths (`notes.goals`, `people.0.name`) without changing the
 * payload: only the containers on the way are copied, each once.
 */
import type { Json, JsonObject } from './stored-event.js'

type Container = JsonObject | Json[]

/** @returns the value at the path, or undefined where there is none */
export function valueAt(payload: JsonObject, path: string): Json | undefined {
  if (!path.includes('.')) return memberOf(payload, path)
  let value: Json | undefined = payload
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined
    value = memberOf(value, step)
  }
  return value
}

/** A copy of a payload that may be changed at given paths while the payload stays as it is. */
export class ChangedCopy {
  private readonly copied = new Set<Container>()

  /** @param top already a copy of the payload's outermost object */
  constructor(readonly top: JsonObject) {}

  /** Puts a value where the payload has room for it. The containers on the way must exist. */
  put(path: string, value: Json): void {
    const end = path.lastIndexOf('.')
    if (end === -1) this.top[path] = value
    else write(this.reach(path.slice(0, end)), path.slice(end + 1), value)
  }

  /** Takes a value out. A list keeps the place as null, so that the other places keep their numbers. */
  take(path: string): void {
    const end = path.lastIndexOf('.')
    const container = end === -1 ? this.top : this.reach(path.slice(0, end))
    const step = path.slice(end + 1)
    if (Array.isArray(container)) write(container, step, null)
    else delete container[step]
  }

  private reach(path: string): Container {
    let container: Container = this.top
    for (const step of path.split('.')) {
      const inner = memberOf(container, step)
      if (inner === null || typeof inner !== 'object') throw new Error(`the payload has no room for a value at ${path}`)
      const own = this.owned(inner)
      write(container, step, own)
      container = own
    }
    return container
  }

  private owned(container: Container): Container {
    if (this.copied.has(container)) return container
    const copy = Array.isArray(container) ? container.slice() : { ...container }
    this.copied.add(copy)
    return copy
  }
}

function memberOf(container: Container, step: string): Json | undefined {
  if (!Object.hasOwn(container, step)) return undefined
  return Array.isArray(container) ? container[Number(step)] : container[step]
}

function write(container: Container, step: string, value: Json): void {
  if (Array.isArray(container)) container[Number(step)] = value
  else container[step] = value
}
