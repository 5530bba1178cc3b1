/** What is shown of rows has a size, whatever stands in them. */

const most = { characters: 200, items: 60 }

/** The same with what is long cut: a text behind its first characters, a list behind its first items. */
export function shortened<T>(value: T): T {
  return cut(value) as T
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.length > most.characters ? `${value.slice(0, most.characters)}…` : value
  if (Array.isArray(value)) return value.slice(0, most.items).map(cut)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, most.items)
      .map(([name, member]) => [name, cut(member)]),
  )
}
