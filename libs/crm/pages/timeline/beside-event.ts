/** What stands beside an event in the history of a customer or a contact: what it names, and what names it. */
import {
  Choice,
  type Guarded,
  type Json,
  Label,
  Language,
  ListOf,
  Nested,
  Optional,
  type Partition,
  parsedPosition,
  precisions,
  type QueryContext,
  refuse,
  type StoredEvent,
  Text,
} from '#kernel'
import { NamedContact, NamedCustomer, NamedMember, NamedProduct, NamedUnit, Names } from '../shown/names.js'
import { PrivateNotes } from '../shown/notes/private-notes.js'
import { correctionModes } from '../shown/pages.words.js'
import { isReadable } from '../shown/subject.js'

/** Another event, as a line that leads to it. */
export class EventBeside {
  /** Id of the event. */
  @Label({ max: 64 }) event!: string
  @Label({ max: 20 }) position!: string
  @Label({ max: 80 }) type!: string
  /** What its type is called, in the reader's language. */
  @Optional() @Label({ max: 80 }) typeName?: string
  /** As stated: an instant, a day, or a month; absent of what lies before everything. */
  @Optional() @Label({ max: 40 }) occurred?: string
  @Choice(precisions) precision!: (typeof precisions)[number]
  @Label({ max: 40 }) recordedAt!: string
  @Nested(NamedMember) who!: NamedMember
  @Optional() @Choice(correctionModes) mode?: (typeof correctionModes)[number]
  /** Its line; absent where there is none, and for private notes of others. */
  @Optional() @Text({ max: 32_000 }) summary?: Guarded<string>
  /** ISO 639-1, in which that is written. */
  @Optional() @Language() language?: string
}

export class BesideAnswer {
  @Label({ max: 20 }) position!: string
  /** What its type is called, in the reader's language. */
  @Optional() @Label({ max: 80 }) typeName?: string
  @Nested(NamedMember) who!: NamedMember
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  /** ISO 639-1, in which it is written: as stated, else that of its writer. */
  @Optional() @Language() language?: string
  /** The first event of what it corrects. */
  @Optional() @Nested(EventBeside) corrects?: EventBeside
  /** Corrections of the same fact, in recorded order. */
  @ListOf(EventBeside, { max: 1000 }) correctedBy!: EventBeside[]
  /** All that was recorded of the same record, in recorded order, this event included. */
  @ListOf(EventBeside, { max: 1000 }) record!: EventBeside[]
  /** What it came of: where each record that it names began, and the event that it says caused it. */
  @ListOf(EventBeside, { max: 1000 }) causes!: EventBeside[]
  /** What came of it: where each record that names its record began, what was decided by it, and what says that it caused it. */
  @ListOf(EventBeside, { max: 1000 }) effects!: EventBeside[]
  @ListOf(NamedCustomer, { max: 1000 }) customers!: NamedCustomer[]
  @ListOf(NamedContact, { max: 1000 }) contacts!: NamedContact[]
  /** Those of ours that it names. */
  @ListOf(NamedMember, { max: 1000 }) members!: NamedMember[]
  @ListOf(NamedProduct, { max: 1000 }) products!: NamedProduct[]
}

const entityOf = ({ stream }: StoredEvent): string => stream.slice(stream.indexOf('-') + 1)
const named = (event: StoredEvent) => ({ type: event.type, entity: entityOf(event) })

/** Customers and people are named by nearly everything: they cause nothing. */
const isRecord = ({ stream }: StoredEvent): boolean =>
  !/^(?:customer|contact|relationship|identifier|merge|contactmerge)-/.test(stream)

/** All texts of a value, however deep. */
function textsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each: Json) => textsIn(each))
}

interface Related {
  corrects: StoredEvent[]
  correctedBy: StoredEvent[]
  record: StoredEvent[]
  causes: StoredEvent[]
  effects: StoredEvent[]
}

/** @param events of a partition that the reader may know of, in recorded order */
export function relatedTo(event: StoredEvent, events: readonly StoredEvent[]): Related {
  const { corrects, causationId } = event.metadata
  const fact = corrects?.eventId ?? event.id
  const texts = new Set(textsIn(event.data))
  const others = events.filter(({ stream }) => stream !== event.stream)
  const begun = new Map<string, StoredEvent>()
  for (const each of others.filter(isRecord)) if (!begun.has(each.stream)) begun.set(each.stream, each)
  const isMeant = (each: StoredEvent) => texts.has(entityOf(each)) && begun.get(each.stream) === each
  const names = (each: StoredEvent) => isRecord(event) && textsIn(each.data).includes(entityOf(event))
  return {
    corrects: events.filter(({ id }) => id === corrects?.eventId),
    correctedBy: events.filter(({ id, metadata }) => metadata.corrects?.eventId === fact && id !== event.id),
    record: events.filter(({ stream }) => stream === event.stream),
    causes: others.filter((each) => each.id === causationId || isMeant(each)),
    effects: others.filter((each) => each.metadata.causationId === event.id || names(each)),
  }
}

/** The event at a position, or where the record of a stream began: `promise-c7k2m9q4x1z8w3v5`. */
function eventAt(asked: string, events: readonly StoredEvent[]): StoredEvent | undefined {
  const position = parsedPosition(asked)
  return events.find((each) => each.position === position || each.stream === asked)
}

/** @throws DomainError `not-found` where the reader may not know of the event, or it is filed elsewhere */
export async function besideEvent(ask: QueryContext<object>, partition: Partition): Promise<BesideAnswer> {
  const all = await ask.journals.events(partition)
  const events = all.filter(({ metadata }) => isReadable(ask, metadata))
  const event = eventAt(ask.params.event ?? '', events) ?? refuse('not-found')
  const notes = await PrivateNotes.among(ask, events.map(named))
  const related = relatedTo(
    event,
    events.filter((each) => each === event || !notes.hides(named(each))),
  )
  const names = new Names(ask)
  const shown = (each: StoredEvent) => lineOf(ask, each, { names, notes })
  const { metadata } = event
  const isHidden = notes.hides(named(event))
  const texts = isHidden ? [] : [...new Set(textsIn(event.data))]
  return ask.open({
    position: String(event.position),
    typeName: typeNameOf(ask, event, names),
    who: names.member(metadata.actor),
    unit: names.unit(metadata.unit),
    language: languageOf(event, names),
    corrects: related.corrects.map(shown)[0],
    correctedBy: related.correctedBy.map(shown),
    record: related.record.map(shown),
    causes: related.causes.map(shown),
    effects: related.effects.map(shown),
    customers: await Promise.all(metadata.customers.map((id) => names.customer(id))),
    contacts: isHidden ? [] : await names.contacts(metadata.contacts),
    members: texts.map((text) => names.member(text)).filter(isNamed),
    products: texts.map((text) => names.product(text)).filter(isNamed),
  })
}

const isNamed = ({ name }: { name?: unknown }): boolean => name !== undefined

const typeNameOf = ({ catalogue }: QueryContext<object>, { type }: StoredEvent, names: Names): string | undefined =>
  catalogue.get(type)?.texts?.[names.wording().language]

const languageOf = ({ data, metadata }: StoredEvent, names: Names): string | undefined =>
  names.writtenIn({ data, actor: metadata.actor })

function lineOf(
  ask: QueryContext<object>,
  event: StoredEvent,
  { names, notes }: { names: Names; notes: PrivateNotes },
): EventBeside {
  const { metadata, type } = event
  const isSilent = notes.hides(named(event)) || event.unreadable
  const said = isSilent ? undefined : notes.opened({ ...named(event), data: event.data })
  return {
    event: event.id,
    position: String(event.position),
    type,
    typeName: typeNameOf(ask, event, names),
    occurred: metadata.occurredPrecision === 'before' ? undefined : metadata.occurredAt,
    precision: metadata.occurredPrecision,
    recordedAt: metadata.recordedAt,
    who: names.member(metadata.actor),
    mode: metadata.corrects?.mode,
    language: said && languageOf(event, names),
    summary: said && ask.catalogue.get(type)?.touchpoint?.summary?.(said),
  }
}
