/** Every event there is, by its stored type; reads stored events whatever version they were written in. */
import { isValid } from '../fields/parse.js'
import type { EventDefinition } from './define-events.js'
import { withMarkers } from './sealed-payload.js'
import type { JsonObject, StoredEvent } from './stored-event.js'

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
   * @throws Error when the type is unknown or an upcaster is missing
   */
  read(event: StoredEvent): StoredEvent {
    const definition = this.require(event.type)
    let data = withMarkers(event.data)
    // Of what it retracts it says nothing, in no version.
    if (event.metadata.corrects?.mode === 'retract') return data === event.data ? event : { ...event, data }
    for (let version = event.metadata.schemaVersion; version < definition.version; version++) {
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
