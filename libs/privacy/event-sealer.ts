/**
 * Seals events as their payloads declare: decides whose key belongs to which field, and opens read
 * events again. Free text has the key of who is in it.
 */
import {
  BECAUSE,
  type Catalogue,
  type EventMetadata,
  type JsonObject,
  type KeyVault,
  type SealedPath,
  type Sealer,
  type Subject,
  sealedPathsOf,
} from '#kernel'
import { openSealed } from './opening.js'
import { type SubjectFields, sealPayload } from './sealing.js'

interface Sealable {
  id: string
  type: string
  stream: string
  data: JsonObject
  metadata: EventMetadata
}

export class EventSealer implements Sealer {
  constructor(
    private readonly vault: Pick<KeyVault, 'keyFor' | 'bytesOf'>,
    private readonly catalogue: Catalogue,
  ) {}

  seal({ id, type, stream, data, metadata }: Sealable): Promise<JsonObject> {
    const groups = this.groupsOf(type, data, { stream, metadata })
    return sealPayload({ data, groups, eventId: id, type, vault: this.vault })
  }

  open<T>(value: T): T {
    return openSealed(value, this.vault)
  }

  private groupsOf(type: string, data: JsonObject, from: Pick<Sealable, 'stream' | 'metadata'>): SubjectFields[] {
    const declared = sealedPathsOf(this.catalogue.require(type).payload)
    const all: SealedPath[] =
      data[BECAUSE] === undefined ? declared : [...declared, { path: BECAUSE, sealedFor: 'writing' }]
    return all.flatMap(({ path, sealedFor }) => {
      const paths = expand(data, path)
      return paths.length === 0 ? [] : [{ subject: subjectOf(sealedFor, from), paths }]
    })
  }
}

/**
 * Whose key seals a value. Writing: the only contact in it; of several contacts, the record itself;
 * of none, the leading customer; without a customer, the member or the record it is about.
 */
function subjectOf(
  sealedFor: SealedPath['sealedFor'],
  { stream, metadata }: Pick<Sealable, 'stream' | 'metadata'>,
): Subject {
  const entity = stream.slice(stream.indexOf('-') + 1)
  if (sealedFor === 'member') return `member:${entity}`
  const [contact, another] = metadata.contacts
  if (sealedFor === 'contact') return `contact:${contact ?? entity}`
  if (contact !== undefined) return another === undefined ? `contact:${contact}` : `touchpoint:${entity}`
  const [customer] = metadata.customers
  if (customer !== undefined) return `customer:${customer}`
  return stream.startsWith('member-') ? `member:${entity}` : `process:${stream}`
}

/** Paths with `*` written out for the items that are there. */
function expand(data: JsonObject, path: string): string[] {
  let found: { path: string; value: unknown }[] = [{ path: '', value: data }]
  for (const step of path.split('.')) {
    found = found.flatMap(({ path: at, value }) => {
      if (value === null || typeof value !== 'object') return []
      const names = step === '*' ? Object.keys(value) : [step]
      return names.map((name) => ({
        path: at ? `${at}.${name}` : name,
        value: (value as Record<string, unknown>)[name],
      }))
    })
  }
  return found.filter(({ value }) => value !== undefined).map(({ path: at }) => at)
}
