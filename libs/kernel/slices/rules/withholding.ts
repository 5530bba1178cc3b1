/** Writing that is not everybody's to read: private to its writer, withheld since an erasure, or gone with its keys. */
import type { Viewer } from '../../deciders/viewer.js'
import type { StoredEvent } from '../../events/stored-event.js'
import type { References } from '../../references/reference.js'
import type { Documents } from '../../views/documents.js'

/** Whoever asks for private writing, with what decides about it: the present, whatever moment is asked about. */
export interface PrivateReader {
  viewer: Viewer
  /** ISO instant of the wall clock. */
  clock: string
  /** Documents of the present. */
  present: Documents
  journals: { stream(stream: string): Promise<readonly StoredEvent[]> }
  /** Why an auditor opens it. */
  reason?: string
}

export interface PrivateWriting {
  /** Whether only the writer reads the writing of a stored type. */
  isPrivate(type: string): boolean
  /** Whether the private writing of a record, named by its stream's id, is this reader's to open. */
  opensPrivate(record: string, reader: PrivateReader): Promise<boolean>
}

export interface Withholding {
  /** Ids of events whose writing is withheld since an erasure, until a steward has decided. */
  withheldEvents(references: References): ReadonlySet<string>
  /** Ids of the events that a fact starts, or ceases, to withhold. */
  withholdsNow(event: StoredEvent): readonly string[]
  /** Owners of keys, and ids of keys, that a fact says were destroyed: what it names is to be kept by nobody. */
  destroyedBy(event: StoredEvent): readonly string[]
}
