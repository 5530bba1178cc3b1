/**
 * Seals events as their payloads declare: decides whose key belongs to which field, and opens read
 * events again. Free text has the key of who is in it.
 */
import {
  BECAUSE,
  type Catalogue,
  type EventMetadata,
  fieldsOf,
  type JsonObject,
  type KeyOwner,
  type KeyVault,
  type PayloadClass,
  type SealedPath,
  type Sealer,
  SubjectErased,
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
    private readonly vault: Pick<KeyVault, 'keyFor' | 'bytesOf' | 'isErased'>,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * @throws SubjectErased when the payload is about, or names, somebody who was erased. What was
   * recorded about others present may go on, and any fact may be taken back.
   */
  async seal({ id, type, stream, data, metadata }: Sealable): Promise<JsonObject> {
    if (metadata.corrects?.mode !== 'retract') this.refuseErased(type, data)
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
      return paths.length === 0 ? [] : [{ subject: this.subjectOf(sealedFor, from), paths }]
    })
  }

  private refuseErased(type: string, data: JsonObject): void {
    const { payload } = this.catalogue.require(type)
    // What has no room for anything personal, like a decision about an erasure, may name whom it was about.
    if (sealedPathsOf(payload).length === 0) return
    const named = contactFieldsOf(payload).flatMap((name) => data[name] ?? [])
    if (named.some((id) => this.isErased(String(id)))) throw new SubjectErased()
  }

  private isErased(contact: string): boolean {
    return this.vault.isErased(`contact:${contact}`)
  }

  /**
   * Whose key seals a value. Writing: the only contact in it who was not erased; of several contacts,
   * the record itself; of none, the leading customer; without a customer, the member or the record it
   * is about.
   */
  private subjectOf(
    sealedFor: SealedPath['sealedFor'],
    { stream, metadata }: Pick<Sealable, 'stream' | 'metadata'>,
  ): KeyOwner {
    const entity = stream.slice(stream.indexOf('-') + 1)
    if (sealedFor === 'member') return `member:${entity}`
    if (sealedFor === 'contact') return `contact:${metadata.contacts[0] ?? entity}`
    const [contact, another] = metadata.contacts.filter((id) => !this.isErased(id))
    if (contact !== undefined) return another === undefined ? `contact:${contact}` : `touchpoint:${entity}`
    const [customer] = metadata.customers
    if (customer !== undefined) return `customer:${customer}`
    return stream.startsWith('member-') ? `member:${entity}` : `process:${stream}`
  }
}

const contactFields = new WeakMap<PayloadClass, string[]>()

/** Names of the fields in which a payload names contacts. */
function contactFieldsOf(payload: PayloadClass): string[] {
  const known = contactFields.get(payload)
  if (known) return known
  const found = fieldsOf(payload).flatMap(({ name, refersTo }) => (refersTo === 'contact' ? [name] : []))
  contactFields.set(payload, found)
  return found
}

/** The first step of a path. */
function headOf(path: string): string {
  const end = path.indexOf('.')
  return end < 0 ? path : path.slice(0, end)
}

/** Paths with `*` written out for the items that are there. */
function expand(data: JsonObject, path: string): string[] {
  if (data[headOf(path)] === undefined) return []
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
