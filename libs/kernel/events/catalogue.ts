/** Every event there is, by its stored type; reads stored events whatever version they were written in. */
import { DomainError, type RefusalTexts } from '../deciders/refusal.js'
import { refuse } from '../deciders/refuse.js'
import { isValid } from '../fields/parse.js'
import type { EventDefinition } from './define-events.js'
import { withMarkers } from './sealed-payload.js'
import type { JsonObject, StoredEvent } from './stored-event.js'

/** The sentence is for readers; the message says what is missing, for whoever looks after the program. */
function unreadable({ type, position }: StoredEvent, cause: unknown): DomainError {
  const [kind, texts] = refuse.texts['event-unreadable'] as RefusalTexts[string]
  const error = new DomainError('event-unreadable', kind, texts, { type, position: String(position) })
  error.message = cause instanceof Error ? cause.message : String(cause)
  error.cause = cause
  return error
}

export class Catalogue {
  private readonly byType = new Map<string, EventDefinition>()

  constructor(definitions: Iterable<EventDefinition>) {
    for (const definition of definitions) {
      if (this.byType.has(definition.type)) throw new Error(`two events are called ${definition.type}`)
      this.byType.set(definition.type, definition)
    }
  }

  all(): EventDefinition[] {
    return [...this.byType.values()]
  }

  get(type: string): EventDefinition | undefined {
    return this.byType.get(type)
  }

  /** @throws Error when no slice defines the type. */
  require(type: string): EventDefinition {
    const found = this.byType.get(type)
    if (!found) throw new Error(`no slice defines the event ${type}`)
    return found
  }

  /**
   * The event in its newest version, with markers where values are sealed. Fields nobody knows any
   * more are left as they are.
   * @throws DomainError `event-unreadable` when the type is unknown, the version is a later one, or an upcaster is missing or fails
   */
  read(event: StoredEvent): StoredEvent {
    try {
      return this.readIn(event)
    } catch (error) {
      throw unreadable(event, error)
    }
  }

  /** The same; of one that cannot be read there is that it is there, marked, without what it says. */
  readOrMark(event: StoredEvent): StoredEvent {
    try {
      return this.readIn(event)
    } catch {
      return { ...event, data: {}, unreadable: true }
    }
  }

  private readIn(event: StoredEvent): StoredEvent {
    const definition = this.require(event.type)
    const { schemaVersion } = event.metadata
    let data = withMarkers(event.data)
    // Of what it retracts it says nothing, in no version.
    if (event.metadata.corrects?.mode === 'retract') return data === event.data ? event : { ...event, data }
    if (schemaVersion > definition.version) {
      throw new Error(`${event.type} is of version ${schemaVersion}, and this program knows ${definition.version}`)
    }
    for (let version = schemaVersion; version < definition.version; version++) {
      const upcast = definition.upcasters?.[version]
      if (!upcast) throw new Error(`${event.type} has no way from version ${version} to ${version + 1}`)
      data = upcast(data)
    }
    return data === event.data ? event : { ...event, data }
  }

  /** Whether clear data fits the event's payload exactly. */
  fits(type: string, data: JsonObject): boolean {
    return isValid(this.require(type).payload, data)
  }
}
