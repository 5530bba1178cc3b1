/** What the list of customers shows, as its address carries it: whoever opens the link sees the same. */

export interface CustomersAddress {
  /** Beginnings of words. */
  search?: string
  /** In the grammar of the lists. */
  filter?: string
  /** A field, with `-` in front for the greatest first. */
  sort?: string
  /** Selling unit; `group` for all of them, whatever the reader usually looks at. */
  unit?: string
  /** Columns by comma, those of the reader's choice. */
  columns?: string
  /** The customer looked at beside the list. */
  at?: string
}

const names = ['search', 'filter', 'sort', 'unit', 'columns', 'at'] as const

/** What is no text is left out. */
export function addressIn(search: Record<string, unknown>): CustomersAddress {
  const texts = names.flatMap((name) => {
    const value = search[name]
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return Object.fromEntries(texts) as CustomersAddress
}
