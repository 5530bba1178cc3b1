/** What people wrote, opened for the search: one row per first event, replaced or taken away by its corrections. */
import {
  type Business,
  type JsonObject,
  SEALED,
  type SealedGroup,
  type StoredEvent,
  sealedPathsOf,
  type Write,
} from '#kernel'
import { kindOf } from './journal.js'
import { WRITINGS } from './tables.js'

/** Opens markers in place; erased values come back as objects. */
export type Open = <T>(value: T) => T

/** Strings at the paths of free text, in the order of the payload's fields. */
function textsOf(data: JsonObject, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    let values: unknown[] = [data]
    for (const step of path.split('.')) {
      values = values.flatMap((value) => {
        if (value === null || typeof value !== 'object') return []
        return step === '*' && Array.isArray(value) ? value : [(value as Record<string, unknown>)[step]]
      })
    }
    return values.filter((value) => typeof value === 'string')
  })
}

/** The write an event makes to the search, if it makes one. */
export function writingWrite(
  event: StoredEvent,
  business: Pick<Business, 'registry' | 'isPrivate'>,
  open: Open,
): Write | undefined {
  const { metadata } = event
  const { catalogue } = business.registry
  const key = metadata.corrects?.eventId ?? event.id
  if (metadata.corrects?.mode === 'retract') return { table: WRITINGS, remove: key, position: event.position }
  const customer = metadata.customers[0]
  if (customer === undefined || business.isPrivate(event.type)) return undefined
  const definition = catalogue.require(event.type)
  const paths = sealedPathsOf(definition.payload)
    .filter((path) => path.sealedFor === 'writing')
    .map((path) => path.path)
  if (paths.length === 0) return undefined
  const texts = textsOf(open(catalogue.read(event).data), paths)
  if (texts.length === 0)
    return metadata.corrects ? { table: WRITINGS, remove: key, position: event.position } : undefined
  return {
    table: WRITINGS,
    put: {
      key,
      position: event.position,
      doc: null,
      columns: {
        customer,
        at: metadata.effectiveAt,
        kind: kindOf(definition, event.type),
        unit: metadata.unit ?? null,
        actor: metadata.actor,
        subjects: keyIdsOf(event.data),
        text: texts.join('\n'),
      },
    },
  }
}

/** Ids of the keys that seal an event's data. */
function keyIdsOf(data: JsonObject): string[] {
  const groups = (data[SEALED] ?? []) as unknown as SealedGroup[]
  return [...new Set(groups.map(({ token }) => token.slice(0, token.indexOf('.'))))]
}
