/**
 * Names and the like, opened of the documents that carry them sealed, so that one may search and
 * sort by them. These rows and the search in writings are all the plaintext of persons there is;
 * both are keyed by subject and forgotten on erasure.
 */
import { type ClearWrite, type JsonObject, keptTrait } from '#kernel'
import { clearTableOf, type Held, TRAITS } from '#read-models'
import { documentRow } from '../rows/rows.js'
import type { OpenValue } from './writings.js'

/** What `clearWrite` opens of a document. */
export function clearIn(held: Held): JsonObject {
  if (held.document === null || !hasClear(held)) return {}
  const document = held.document as JsonObject
  return Object.fromEntries(
    held.view.clear.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])),
  )
}

/** The write that keeps a document's opened fields, or takes them away when it has none that can be opened and is like nobody. */
export function clearWrite(held: Held, open: OpenValue): ClearWrite {
  const table = clearTableOf(held.view)
  const gone: ClearWrite = { table, remove: held.key, position: held.changedBy }
  if (held.document === null) return gone
  const sealed = clearIn(held)
  const opened = Object.entries(open(sealed))
  const texts = opened.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const traits = traitsOf(held, Object.fromEntries(texts))
  if (texts.length === 0 && !traits?.length) return gone
  const { columns } = documentRow(held, {})
  const declared = Object.keys(held.view.columns).map((name) => [name, columns[name] ?? null])
  const missing = held.view.clear.map((field) => [field, null])
  return {
    table,
    put: {
      key: held.key,
      position: held.changedBy,
      doc: null,
      columns: {
        ...Object.fromEntries([...declared, ...missing, ...texts]),
        words: texts.map(([, text]) => text).join('\n'),
        subjects: [`${held.view.partition}:${held.partition}`],
        keys: keyIdsIn(Object.values(sealed)),
        ...(traits && { [TRAITS]: traits }),
      },
    },
  }
}

/** By what the document is like others, where its view says so; its sealed fields are there as far as they were opened. */
function traitsOf({ view, document }: Held, opened: Readonly<Record<string, string>>): string[] | undefined {
  const bare = Object.fromEntries(Object.entries(document ?? {}).filter(([field]) => !view.clear.includes(field)))
  const traits = view.likeness?.of({ ...bare, ...opened }).map(keptTrait)
  return traits && [...new Set(traits)].sort()
}

/** Whether writes of the view's documents also write opened fields. */
export const hasClear = ({ view }: Held): boolean => view.kept && view.clear.length > 0

function keyIdsIn(values: readonly unknown[]): string[] {
  const tokens = values.flatMap((value) => {
    const token = (value as { '~'?: unknown } | null)?.['~']
    return typeof token === 'string' ? [token.slice(0, token.indexOf('.'))] : []
  })
  return [...new Set(tokens)]
}
