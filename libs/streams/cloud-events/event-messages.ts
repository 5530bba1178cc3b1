/** From stored events to the messages in which they are published: one function of an event and its place in its command. */
import type { EventDefinition, Registry, StoredEvent } from '#kernel'
import { erasuresTopic, eventsTopic } from '../topics.js'
import type { CommandPlace } from './command-places.js'
import { type CloudEvent, type EventMessage, type PublishedContent, partitionKeyOf, schemaIdOf } from './envelope.js'
import { publishedFact } from './published-fact.js'

export class EventMessages {
  private readonly slices: ReadonlyMap<string, string>

  /** @param source who publishes: `sourceOf` the group's identity */
  constructor(
    private readonly registry: Pick<Registry, 'catalogue' | 'slices'>,
    private readonly source: string,
  ) {
    this.slices = new Map(registry.slices.flatMap(({ name, events }) => events.map(({ category }) => [category, name])))
  }

  /** The topics in which events of a stored type are published: none where its definition does not say that they are. */
  topicsOf(type: string): readonly string[] {
    const definition = this.registry.catalogue.get(type)
    if (definition?.published !== true) return []
    return definition.erases === true ? [eventsTopic, erasuresTopic] : [eventsTopic]
  }

  /**
   * The message of an event; undefined where it is not published.
   * @throws DomainError `event-unreadable` where a published event cannot be read in its newest version
   */
  of(event: StoredEvent, place: CommandPlace): EventMessage | undefined {
    if (this.topicsOf(event.type).length === 0) return undefined
    const cloudEvent = this.cloudEventOf(event, place)
    return {
      key: cloudEvent.partitionkey,
      value: JSON.stringify(cloudEvent),
      headers: {
        'content-type': 'application/cloudevents+json; charset=UTF-8',
        // What may be looked at without parsing, by the names of the binary mode.
        ce_id: cloudEvent.id,
        ce_type: cloudEvent.type,
        ce_position: cloudEvent.position,
      },
    }
  }

  private cloudEventOf(event: StoredEvent, { place, of }: CommandPlace): CloudEvent {
    const { id, type, stream, revision, position, metadata } = event
    const { category, version } = this.registry.catalogue.require(type) satisfies EventDefinition
    const { occurredAt, source, corrects } = metadata
    return {
      specversion: '1.0',
      id,
      source: this.source,
      type,
      subject: stream,
      time: metadata.recordedAt,
      datacontenttype: 'application/json',
      dataschema: schemaIdOf({ type, version }),
      partitionkey: partitionKeyOf(metadata),
      slice: this.slices.get(category) ?? category,
      position: String(position),
      revision,
      schemaversion: version,
      commandid: metadata.commandId,
      commandevents: of,
      commandplace: place,
      ...(occurredAt !== '' && { occurredat: occurredAt }),
      occurredprecision: metadata.occurredPrecision,
      effectiveat: metadata.effectiveAt,
      actor: metadata.actor,
      ...(metadata.unit !== undefined && { unit: metadata.unit }),
      ...(metadata.importId !== undefined && { importid: metadata.importId }),
      ...(source && { sourcesystem: source.system, sourcerecord: source.record }),
      ...(corrects && { correctsid: corrects.eventId, correctsmode: corrects.mode }),
      ...(metadata.correlationId !== undefined && { correlationid: metadata.correlationId }),
      ...(metadata.causationId !== undefined && { causationid: metadata.causationId }),
      data: this.contentOf(event),
    }
  }

  private contentOf(event: StoredEvent): PublishedContent {
    const { customers, contacts, formerly, corrects } = event.metadata
    const said = publishedFact(event, this.registry.catalogue)
    return {
      customers,
      contacts,
      ...(formerly && { formerly }),
      ...(corrects?.mode === 'retract' ? { retraction: said } : { fact: said }),
    }
  }
}
