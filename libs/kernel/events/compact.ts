/** Leaving out what is undefined, so that plain objects of TypeScript become plain JSON. */

/** The value without undefined members, however deep; the same object when there are none. */
export function compact<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const items = value.map(compact)
    return items.every((item, i) => item === value[i]) ? value : (items as T)
  }
  let isSame = true
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    const kept = compact(member)
    if (kept !== member || member === undefined) isSame = false
    if (kept !== undefined) copy[name] = kept
  }
  return isSame ? value : (copy as T)
}
