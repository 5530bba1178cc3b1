/** What addresses carry: texts by name, and nothing else. */

export type AddressTexts<N extends string> = { [name in N]?: string }

/** Of an address the texts of those names; what is none, or empty, is left out. */
export function textsIn<N extends string>(search: Record<string, unknown>, names: readonly N[]): AddressTexts<N> {
  const texts = names.flatMap((name) => {
    const value = search[name]
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return Object.fromEntries(texts) as AddressTexts<N>
}
