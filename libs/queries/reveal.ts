/**
 * Opens for one answer what its reader may see, and remembers whose keys that took, for the access log.
 */
import { type Business, isAccessed, type KeyVault, type ReadScope } from '#kernel'
import { openSealed } from '#privacy'

export interface RevealParts {
  vault: Pick<KeyVault, 'bytesOf' | 'subjectOf'>
  business: Pick<Business, 'isPrivate'>
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

export class Reveal {
  private readonly keyIds = new Set<string>()

  constructor(private readonly p: RevealParts) {}

  /** The value with its markers opened; the rest says erased or withheld. */
  open<T>(value: T, also: Also = {}): T {
    return openSealed(value, this.p.vault, {
      withhold: (token) => !this.mayOpen(token, also),
      onOpened: (keyId) => this.keyIds.add(keyId),
    })
  }

  /** Partitions whose keys were used: customers and contacts, or records that several share. */
  partitions(): string[] {
    const subjects = [...this.keyIds].flatMap((id) => this.p.vault.subjectOf(id) ?? [])
    return [...new Set(subjects.filter(isAccessed))].sort()
  }

  private mayOpen(token: string, also: Also): boolean {
    if (!this.p.reading.personal) return false
    const [, eventId = '', ...rest] = token.split('.')
    if (!also.withheld && this.p.withheld.has(eventId)) return false
    return also.private === true || !this.p.business.isPrivate(rest.slice(0, -1).join('.'))
  }
}
