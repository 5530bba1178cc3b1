/** One event as the interface shows it: what happened, when, known since when, by whom. */
import { BECAUSE, type Correction, type Guarded, type JsonObject, type Precision, type StoredEvent } from '#kernel'

export interface ShownEvent {
  id: string
  type: string
  /** Decimal string. */
  position: string
  stream: string
  revision: number
  /** The payload in the newest version of its type, opened as far as the reader may see it. */
  payload: JsonObject
  /** On a correction: why it was made. */
  because?: Guarded<string>
  occurredAt: string
  occurredPrecision: Precision
  effectiveAt: string
  recordedAt: string
  actor: string
  unit?: string
  customers: string[]
  contacts: string[]
  corrects?: Correction
  source?: { system: string; record: string }
  importId?: string
  correlationId?: string
  causationId?: string
}

export function shownEventOf({ id, type, position, stream, revision, data, metadata }: StoredEvent): ShownEvent {
  const { [BECAUSE]: because, ...payload } = data
  const { schemaVersion: _version, commandId: _command, fingerprint: _print, formerly: _formerly, ...shown } = metadata
  return {
    id,
    type,
    position: String(position),
    stream,
    revision,
    payload,
    ...(because !== undefined && { because: because as unknown as Guarded<string> }),
    ...shown,
  }
}
