/** What is shown of rows has a size, whatever stands in them. */

/** So much is shown: rows of each outcome, of each row so many records, cells and problems, of each text so much. */
export const mostShown = { rows: 20, items: 60, characters: 200 } as const

/** The same with what is long cut: a text behind its first characters, a list behind its first items. */
export function shortened<T>(value: T): T {
  return cut(value) as T
}

function cut(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > mostShown.characters ? `${value.slice(0, mostShown.characters)}…` : value
  if (Array.isArray(value)) return value.slice(0, mostShown.items).map(cut)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, mostShown.items)
      .map(([name, member]) => [name, cut(member)]),
  )
}
