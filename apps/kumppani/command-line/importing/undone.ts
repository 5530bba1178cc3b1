/** What imports and their undo say to people: what was done with which record of whom, and why. */

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

interface VanishedRow {
  target: string
  stream: string
  name?: unknown
  customer?: { name?: unknown }
  became: string
  why?: string
}

const rowLists = ['reasons', 'setAside', 'refused', 'warned'] as const

/** What an import left: rows with why at their end, where it is not cut, and records that vanished by their names. */
export function leftText(answer: Record<string, unknown>): Record<string, unknown> {
  const rows = rowLists.map((list) => [list, (answer[list] as { why: string }[]).map(whyLast)])
  const vanished = (answer.vanished as VanishedRow[]).map(({ target, stream, name, customer, became, why = '' }) => ({
    ...{ what: target, name: name ?? stream, of: customer?.name ?? '', became, why },
  }))
  return { ...answer, ...Object.fromEntries(rows), vanished }
}

const whyLast = ({ why, ...row }: { why: string }) => ({ ...row, why })
