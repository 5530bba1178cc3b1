/**
 * Seals events as their payloads declare: decides whose key belongs to which field, and opens read
 * events again. Free text has the key of who is in it.
 */
import {
  BECAUSE,
  type Catalogue,
  fieldsOf,
  type JsonObject,
  type KeyOwner,
  type KeyVault,
  type PayloadClass,
  type Sealable,
  type SealedPath,
  type Sealer,
  type SealingKey,
  SubjectErased,
  sealedPathsOf,
} from '#kernel'
import { opened } from './held-keys.js'
import { type KeyedFields, type SubjectFields, sealWith } from './sealing.js'

export class EventSealer implements Sealer {
  constructor(
    private readonly vault: Pick<KeyVault, 'keysFor' | 'fetch' | 'erasedOf'>,
    private readonly catalogue: Catalogue,
  ) {}

  async seal(event: Sealable): Promise<JsonObject> {
    const [sealed] = await this.sealAll([event])
    if (!sealed) throw new SubjectErased()
    return sealed
  }

  /** What was recorded about others present may go on when one of them was erased, and any fact may be taken back. */
  async sealAll(events: readonly Sealable[]): Promise<(JsonObject | undefined)[]> {
    const erased = await this.erasedAmong(events)
    const planned = events.map((event) => this.groupsFor(event, erased))
    const owners = planned.flatMap((groups) => groups?.map(({ subject }) => subject) ?? [])
    const keys = owners.length > 0 ? await this.vault.keysFor(new Set(owners)) : noKeys
    return events.map(({ id, type, data }, index) => {
      const keyed = planned[index] && keyedBy(planned[index], keys)
      return keyed && sealWith(keyed, data, { eventId: id, type })
    })
  }

  private async erasedAmong(events: readonly Sealable[]): Promise<ReadonlySet<KeyOwner>> {
    const contacts = events.flatMap(({ type, data, metadata }) => [...this.namedIn(type, data), ...metadata.contacts])
    return contacts.length > 0 ? this.vault.erasedOf(new Set(contacts.map(subjectOfContact))) : nobody
  }

  /** One group for each subject; undefined where somebody is named who was erased. */
  private groupsFor({ type, data, stream, metadata }: Sealable, erased: ReadonlySet<KeyOwner>) {
    const isErased = (contact: string) => erased.has(subjectOfContact(contact))
    const isRetraction = metadata.corrects?.mode === 'retract'
    if (erased.size > 0 && !isRetraction && this.namedIn(type, data).some(isErased)) return undefined
    return this.groupsOf(type, data, { stream, metadata, isErased })
  }

  open<T>(value: T): Promise<T> {
    return opened(value, this.vault)
  }

  private groupsOf(type: string, data: JsonObject, from: Filed): SubjectFields[] {
    const declared = sealedPathsOf(this.catalogue.require(type).payload)
    const groups: SubjectFields[] = []
    for (const { path, sealedFor } of data[BECAUSE] === undefined ? declared : [...declared, because]) {
      const paths = expand(data, path)
      if (paths.length === 0) continue
      const subject = subjectOf(sealedFor, from)
      const known = groups.find((group) => group.subject === subject)
      if (known) known.paths.push(...paths)
      else groups.push({ subject, paths })
    }
    return groups
  }

  /** Contacts that the payload names, where naming one who was erased is refused. */
  private namedIn(type: string, data: JsonObject): string[] {
    const { payload } = this.catalogue.require(type)
    const fields = contactFieldsOf(payload)
    // What has no room for anything personal, like a decision about an erasure, may name whom it was about.
    if (fields.length === 0 || sealedPathsOf(payload).length === 0) return []
    return fields.flatMap((name) => data[name] ?? []).map(String)
  }
}

interface Filed extends Pick<Sealable, 'stream' | 'metadata'> {
  isErased(contact: string): boolean
}

const because: SealedPath = { path: BECAUSE, sealedFor: 'writing' }
const nobody: ReadonlySet<KeyOwner> = new Set()
const noKeys: ReadonlyMap<KeyOwner, SealingKey> = new Map()

/** Undefined where one of the subjects was erased. */
function keyedBy(groups: readonly SubjectFields[], keys: ReadonlyMap<KeyOwner, SealingKey>): KeyedFields[] | undefined {
  const keyed: KeyedFields[] = []
  for (const { subject, paths } of groups) {
    const key = keys.get(subject)
    if (!key) return undefined
    keyed.push({ key, paths })
  }
  return keyed
}

const subjectOfContact = (contact: string): KeyOwner => `contact:${contact}`

/**
 * Whose key seals a value. Writing: the only contact in it who was not erased; of several contacts,
 * the record itself; of none, the leading customer; without a customer, the member or the record it
 * is about.
 */
function subjectOf(sealedFor: SealedPath['sealedFor'], { stream, metadata, isErased }: Filed): KeyOwner {
  const entity = stream.slice(stream.indexOf('-') + 1)
  if (sealedFor === 'member') return `member:${entity}`
  if (sealedFor === 'import') return `import:${entity}`
  if (sealedFor === 'contact') return `contact:${metadata.contacts[0] ?? entity}`
  const [contact, another] = metadata.contacts.filter((id) => !isErased(id))
  if (contact !== undefined) return another === undefined ? `contact:${contact}` : `touchpoint:${entity}`
  const [customer] = metadata.customers
  if (customer !== undefined) return `customer:${customer}`
  return stream.startsWith('member-') ? `member:${entity}` : `process:${stream}`
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
  const head = headOf(path)
  if (data[head] === undefined) return []
  if (head === path) return [path]
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
