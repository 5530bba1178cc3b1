/** Leaving out what is undefined, so that plain objects of TypeScript become plain JSON. */

/** The value without undefined members, however deep; the same object when there are none. */
export function compact<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const items = value.map(compact)
    return items.every((item, i) => item === value[i]) ? value : (items as T)
  }
  return isWhole(value) ? value : (compacted(value) as T)
}

/** Most are: then nothing is copied. */
function isWhole(value: object): boolean {
  for (const member of Object.values(value)) {
    if (member === undefined) return false
    if (member !== null && typeof member === 'object' && compact(member) !== member) return false
  }
  return true
}

function compacted(value: object): object {
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) if (member !== undefined) copy[name] = compact(member)
  return copy
}
