/** What an undo says to people: what was done with which record of whom, and why something stays. */

interface NamedFact {
  kindName?: string
  type: string
  fields?: string[]
  record: { stream: string; name?: unknown; customer?: { id: string; name?: unknown } }
  because?: string
}

const lists = ['retracted', 'restored', 'kept'] as const

/** Without ids of events, which programs get. */
export function undoneText(answer: Record<string, unknown>): Record<string, unknown> {
  const shown = lists.map((name) => [name, (answer[name] as NamedFact[]).map(factText)])
  return { ...answer, ...Object.fromEntries(shown) }
}

function factText({ kindName, type, fields, record, because }: NamedFact): Record<string, unknown> {
  return {
    what: kindName ?? type,
    name: record.name ?? record.stream,
    of: record.customer?.name ?? '',
    ...(fields && { fields }),
    ...(because !== undefined && { because }),
  }
}
