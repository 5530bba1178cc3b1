/** Rows of lists as people read them: one line each, with what a row holds of other records in a cell. */

type Named = Readonly<Record<string, unknown>>

/** @param answer localized; what stands in its lists of `rows` is told in cells, all else stays as it is */
export function oneLineEach(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(oneLineEach)
  if (!isRecord(answer)) return answer
  const members = Object.entries(answer).map(([name, member]) => [
    name,
    name === 'rows' && Array.isArray(member) ? member.map(rowOf) : oneLineEach(member),
  ])
  return Object.fromEntries(members)
}

const rowOf = (row: unknown): unknown =>
  isRecord(row) ? Object.fromEntries(Object.entries(row).map(([name, member]) => [name, cellOf(member)])) : row

function cellOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(isRecord) ? value.map(textOf).join('; ') : value
  return isRecord(value) ? textOf(value) : value
}

/** A record that has a name by its id and that, for whoever goes on with it; any other by all that it says. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return String(value)
  const { id, name } = value
  if (id !== undefined && name !== undefined) return `${id} ${name}`
  return Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== 0)
    .map(([field, member]) => `${field}: ${isRecord(member) ? `(${textOf(member)})` : cellOf(member)}`)
    .join(', ')
}

const isRecord = (value: unknown): value is Named =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
