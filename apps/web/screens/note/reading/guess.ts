/** Whom a text may be about: names in it, bent as languages bend them, held against names that there are. */

/** Words of names worth asking for, at most. */
const mostWords = 4
const shortestWord = 4
/** Endings that languages put to names, at most. */
const endingLength = 3

const word = /\p{Lu}[\p{L}\p{N}’'-]{2,}/gu

/** What a bent word begins with: Kuohurannan → kuohuran. */
export function stemOf(text: string): string {
  const plain = text.toLowerCase()
  return plain.length <= shortestWord ? plain : plain.slice(0, Math.max(shortestWord, plain.length - endingLength))
}

/** Stems of the words in a text that may be names, the latest first. */
export function stemsIn(text: string): string[] {
  const words = [...text.matchAll(word)].map(([name]) => name).filter(({ length }) => length >= shortestWord)
  return [...new Set(words.reverse().map(stemOf))].slice(0, mostWords)
}

const apart = /[^\p{L}\p{N}]+/u

/**
 * The one record that a text names: by a word that begins a word of its name, and of no other's; where another word of
 * the text names several, it is one of them.
 * @param found by stem of a word, what is found by it
 */
export function meantBy<R extends { id: string; name?: string }>(
  found: readonly { stem: string; rows: readonly R[] }[],
): R | undefined {
  const begun = found.map(({ stem, rows }) =>
    rows.filter(({ name = '' }) =>
      name
        .toLowerCase()
        .split(apart)
        .some((part) => part.startsWith(stem)),
    ),
  )
  const only = begun.find((rows) => rows.length === 1)?.[0]
  const isOneOf = (rows: readonly R[]) => rows.length === 0 || rows.some(({ id }) => id === only?.id)
  return begun.every(isOneOf) ? only : undefined
}

/** Whether a word is a name, or the name with an ending: Koskelan, Lindqvists, Virtasen of Virtanen. */
function isSaid(name: string, said: string): boolean {
  const [plain, bent] = [name.toLowerCase(), said.toLowerCase()]
  const isLonger = bent.length - plain.length <= endingLength
  const inflected = plain.endsWith('nen') ? `${plain.slice(0, -3)}s` : plain
  return isLonger && (bent.startsWith(plain) || bent.startsWith(inflected))
}

/** Of some people those that a text names, each by a word that names nobody else among them. */
export function namedIn<P extends { name: string }>(text: string, people: readonly P[]): P[] {
  const words = [...text.matchAll(word)].map(([said]) => said)
  const found = words.flatMap((said) => {
    const meant = people.filter(({ name }) => name.split(/\s+/).some((part) => isSaid(part, said)))
    return meant.length === 1 ? meant : []
  })
  return [...new Set(found)]
}

/** Whether each word that is typed begins a word of a name. */
export function isCalled(name: string, typed: string): boolean {
  const parts = name.toLowerCase().split(/\s+/)
  const words = typed.trim().toLowerCase().split(/\s+/)
  return words.every((each) => parts.some((part) => part.startsWith(each)))
}

/** The record that a page is about, by the name of its stream; nothing where it is about none. */
export function recordAt(pathname: string, search: Readonly<Record<string, unknown>>): string | undefined {
  const [, room, id] = /^\/(customers|contacts|opportunities|relationships)\/([\w-]+)/.exec(pathname) ?? []
  const of = { customers: 'customer', contacts: 'contact', opportunities: 'opportunity', relationships: 'relationship' }
  if (room && id) return `${of[room as keyof typeof of]}-${id}`
  return pathname === '/customers' && typeof search.at === 'string' ? `customer-${search.at}` : undefined
}
