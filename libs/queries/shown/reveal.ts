/**
 * Opens for one answer what its reader may see, and remembers whose keys that took, for the access log.
 */
import {
  isAccessed,
  type Keys,
  type PrivateWriting,
  processEvents,
  type ReadScope,
  type StepStated,
  type StoredEvent,
} from '#kernel'
import { openSealed } from '#privacy'

export interface RevealParts {
  /** Of everything that this answer met. */
  keys: Keys
  privateWriting: Pick<PrivateWriting, 'isPrivate'>
  reading: ReadScope
  /** Ids of events whose writing is withheld since an erasure. */
  withheld: ReadonlySet<string>
}

/** What is opened besides what every reader of it sees. */
export interface Also {
  /** Private writing. */
  private?: boolean
  /** What awaits a steward's decision. */
  withheld?: boolean
}

const ofMember = 'member:'
const stepStated = processEvents.stepStated({} as StepStated).type

export class Reveal {
  private readonly keyIds = new Set<string>()

  constructor(private readonly p: RevealParts) {}

  /** The value with its markers opened; the rest says erased or withheld. */
  open<T>(value: T, also: Also = {}): T {
    return openSealed(value, this.p.keys, {
      withhold: (token) => !this.mayOpen(token, also),
      onOpened: (keyId) => this.keyIds.add(keyId),
    })
  }

  /** Partitions whose keys were used: customers and contacts, or records that several share. */
  partitions(): string[] {
    const subjects = [...this.keyIds].flatMap((id) => this.p.keys.subjectOf(id) ?? [])
    return [...new Set(subjects.filter(isAccessed))].sort()
  }

  private readsMember(member: string): boolean {
    const { members } = this.p.reading
    return members.has('*') || members.has(member)
  }

  private mayOpen(token: string, also: Also): boolean {
    // Whoever may read an import at all reads how its files are called.
    const keyOwner = this.p.keys.subjectOf(token.slice(0, token.indexOf('.')))
    if (keyOwner?.startsWith('import:')) return true
    if (keyOwner?.startsWith(ofMember)) return this.readsMember(keyOwner.slice(ofMember.length))
    if (!this.p.reading.personal) return false
    const [, eventId = '', ...rest] = token.split('.')
    const type = rest.slice(0, -1).join('.')
    // What is only to be recorded is read where it is recorded, by the rules that hold there.
    if (type === stepStated) return false
    if (!also.withheld && this.p.withheld.has(eventId)) return false
    return also.private === true || !this.p.privateWriting.isPrivate(type)
  }
}

/** What everybody sees of private writing: that it is there, whose it is, and its times. */
export function outlineOf({ metadata, ...event }: StoredEvent): StoredEvent {
  const { schemaVersion, commandId, fingerprint, actor, unit, corrects } = metadata
  const { occurredAt, occurredPrecision, effectiveAt, recordedAt } = metadata
  const times = { occurredAt, occurredPrecision, effectiveAt, recordedAt }
  const seen = { schemaVersion, ...times, actor, unit, commandId, fingerprint, corrects, customers: [], contacts: [] }
  return { ...event, data: {}, metadata: seen }
}
