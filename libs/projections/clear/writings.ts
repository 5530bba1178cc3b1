/** What people wrote, opened for the search: one row per first event, replaced or taken away by its corrections. */
import {
  type Catalogue,
  type ClearWrite,
  type EventDefinition,
  type JsonObject,
  type Position,
  type PrivateWriting,
  type Row,
  SEALED,
  type SealedGroup,
  type StoredEvent,
  sealedPathsOf,
} from '#kernel'
import { canBeRead, WRITINGS } from '#read-models'

/** Opens markers in place; erased values come back as objects. */
export type OpenValue = <T>(value: T) => T

/** Opens what is sealed in the values, and nothing else: with the keys of one batch. */
export type OpenerOf = (values: unknown) => Promise<OpenValue>

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

/** What decides about a write besides the event. */
export interface WritingParts {
  catalogue: Catalogue
  privateWriting: Pick<PrivateWriting, 'isPrivate'>
  open: OpenValue
  /** Ids of events that are kept out of the search. */
  withheld: ReadonlySet<string>
}

/** An event that may say something. */
export interface WritingVersion {
  event: StoredEvent
  /** Where the fact was stated first. */
  first: Position
  /** Of what causes the write, if it is not the event itself but a decision about it. */
  at?: Position
}

/** The write an event makes to the search, if it makes one. */
export function writingWrite(
  { event, first, at = event.position }: WritingVersion,
  parts: WritingParts,
): ClearWrite | undefined {
  const { metadata } = event
  const key = String(first)
  const gone: ClearWrite = { table: WRITINGS, remove: key, position: at }
  if (metadata.corrects?.mode === 'retract' || parts.withheld.has(event.id)) return gone
  const customer = metadata.customers[0]
  const { catalogue } = parts
  const definition = catalogue.require(event.type)
  const paths = writingPathsOf(definition)
  if (customer === undefined || parts.privateWriting.isPrivate(event.type) || paths.length === 0) return undefined
  const texts = textsOf(parts.open(catalogue.read(event).data), paths)
  if (texts.length === 0) return metadata.corrects ? gone : undefined
  const columns = {
    customer,
    at: metadata.effectiveAt,
    kind: kindOf(definition, event.type),
    unit: metadata.unit ?? null,
    subjects: subjectsOf(event),
    keys: keysOf(event),
    text: texts.join('\n'),
  }
  return { table: WRITINGS, put: { key, position: at, doc: null, columns } }
}

/** Keys are held for seconds, and what was written with one customer in ten years may take longer to open. */
const openedTogether = 500

/**
 * The rows that the search has of the facts whose first customer is one of the partitions.
 * @param stored all that is filed in the partitions, in recorded order
 */
export async function* writingsOf(
  partitions: readonly string[],
  stored: readonly StoredEvent[],
  { openerOf, ...parts }: Omit<WritingParts, 'open'> & { openerOf: OpenerOf },
): AsyncGenerator<{ table: string; row: Row }> {
  const leading = new Set(partitions)
  const said = latestOf(stored, parts.catalogue).filter(({ event }) => {
    const [customer] = event.metadata.customers
    return customer !== undefined && leading.has(`customer:${customer}`)
  })
  for (let from = 0; from < said.length; from += openedTogether) {
    const some = said.slice(from, from + openedTogether)
    const open = await openerOf(some.map(({ event }) => event.data))
    for (const each of some) {
      const write = writingWrite(each, { ...parts, open })
      if (write && 'put' in write) yield { table: write.table, row: write.put }
    }
  }
}

/** The last version of each fact that can be read. */
function latestOf(stored: readonly StoredEvent[], catalogue: Catalogue): WritingVersion[] {
  const versions = Map.groupBy(stored, ({ id, metadata }) => metadata.corrects?.eventId ?? id)
  return [...versions.values()].flatMap((all) => {
    const event = all.findLast((version) => canBeRead(version, catalogue))
    const first = firstOf(all)
    return event && first !== undefined ? [{ event, first }] : []
  })
}

/** Where a fact was stated first, of its versions in recorded order; nowhere where only corrections of it are there. */
export function firstOf([first]: readonly StoredEvent[]): Position | undefined {
  return first?.metadata.corrects ? undefined : first?.position
}

const writingPathsOf = ({ payload }: EventDefinition): string[] =>
  sealedPathsOf(payload)
    .filter((path) => path.sealedFor === 'writing')
    .map((path) => path.path)

/** The keys that seal the text. */
function keysOf({ data }: StoredEvent): string[] {
  const groups = (data[SEALED] ?? []) as unknown as SealedGroup[]
  return [...new Set(groups.map(({ token }) => token.slice(0, token.indexOf('.'))))]
}

/** Everybody who is or was said to be in it. */
const subjectsOf = ({ metadata: { contacts, formerly } }: StoredEvent): string[] =>
  [...new Set([...contacts, ...(formerly?.contacts ?? [])])].map((id) => `contact:${id}`)

/** The touchpoint kind an event shows as; other facts show as their type. */
const kindOf = (definition: EventDefinition | undefined, type: string): string => definition?.touchpoint?.kind ?? type
