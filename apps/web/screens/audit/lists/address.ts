/** What a list of the audit shows, as its address carries it. */

export interface ListAddress {
  /** In the grammar of the lists. */
  filter?: string
  /** A field, with `-` in front for the greatest first. */
  sort?: string
  /** Key of the row looked at beside the list. */
  at?: string
}

/** Texts under some names; what is no text is left out. */
export function textsIn<N extends string>(search: Record<string, unknown>, names: readonly N[]): { [K in N]?: string } {
  const found = names.flatMap((name) => {
    const value = search[name]
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return Object.fromEntries(found) as { [K in N]?: string }
}

export const listAddressIn = (search: Record<string, unknown>): ListAddress => textsIn(search, ['filter', 'sort', 'at'])
