/** One row of a timeline: a fact with when it happened, when we knew, who it was, and its line. */
import {
  Choice,
  type Fact,
  Flag,
  type Guarded,
  Id,
  Instant,
  Label,
  Language,
  ListOf,
  Nested,
  Optional,
  precisions,
  type QueryContext,
  Text,
  Title,
} from '#kernel'
import { standingContacts } from '../../contacts/people.queries.js'
import { functions, type MemberFunction } from '../../organization/events/member.events.js'
import type { Wording } from '../../texts/wording.js'
import { NamedContact, NamedMember, NamedUnit, type Names } from '../shown/names.js'
import type { NoteReadings } from '../shown/notes/note-readings.js'

export class TimelineRow {
  /** Id of the first event. */
  @Id('event') event!: string
  @Label({ max: 20 }) position!: string
  /** Id of what the fact is about: the touchpoint, the opportunity, … */
  @Id('record') record!: string
  /** When it happened; absent when that is only known to lie before everything else. */
  @Optional() @Instant() at?: string
  /** As stated: an instant, a day, or a month. */
  @Optional() @Label({ max: 40 }) occurred?: string
  @Choice(precisions) precision!: (typeof precisions)[number]
  @Instant() recordedAt!: string
  /** The touchpoint kind, or the stored type of any other fact. */
  @Label({ max: 80 }) kind!: string
  /** What the kind is called, in the reader's language. */
  @Optional() @Label({ max: 80 }) kindName?: string
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  @Optional() @Choice(functions) function?: MemberFunction
  @Nested(NamedMember) who!: NamedMember
  /** Whom it concerned, by name as far as the reader may see it. */
  @Optional() @ListOf(NamedContact, { max: 50 }) contacts?: NamedContact[]
  /** Absent when there is nothing to say, and for private notes of others. */
  @Optional() @Text({ max: 32_000 }) summary?: Guarded<string>
  /** ISO 639-1, of what was written: as stated, else that of its writer; absent where nothing was. */
  @Optional() @Language() language?: string
  /** What a note says in one sentence of the group's language, where it is in another than the reader's. */
  @Optional() @Title({ max: 400 }) gist?: Guarded<string>
  /** Whether a correction has restated it. */
  @Flag() restated!: boolean
  /** This program cannot read what it says. */
  @Optional() @Flag() unreadable?: boolean
  /** Others see of a private note that it exists, and who wrote it. */
  @Flag() private!: boolean
}

const functionOf = ({ data }: Fact): MemberFunction | undefined => functions.find((each) => each === data.function)

/** The touchpoint kind a fact shows as; other facts show as their type. */
export const kindOf = ({ catalogue }: QueryContext<object>, { type }: Fact): string =>
  catalogue.get(type)?.touchpoint?.kind ?? type

export interface RowParts extends NoteReadings {
  names: Names
  wording: Wording
}

export async function timelineRowOf(
  ask: QueryContext<object>,
  fact: Fact,
  { names, wording, privateNotes, gists }: RowParts,
): Promise<TimelineRow> {
  const isPrivate = privateNotes.hides(fact)
  const isBefore = fact.precision === 'before'
  const kind = kindOf(ask, fact)
  const isSilent = isPrivate || fact.unreadable === true
  const summary = isSilent ? undefined : ask.catalogue.get(fact.type)?.touchpoint?.summary?.(privateNotes.opened(fact))
  return {
    event: fact.id,
    position: String(fact.position),
    record: fact.entity,
    at: isBefore ? undefined : fact.at,
    occurred: isBefore ? undefined : fact.occurredAt,
    precision: fact.precision,
    recordedAt: fact.recordedAt,
    kind,
    kindName: ask.catalogue.get(fact.type)?.texts?.[wording.language],
    unit: names.unit(fact.unit),
    function: isPrivate ? undefined : functionOf(fact),
    who: names.member(fact.actor),
    contacts:
      isPrivate || fact.contacts.length === 0 ? undefined : await names.contacts(standingContacts(fact.contacts, ask)),
    summary,
    language: summary === undefined ? undefined : names.writtenIn(fact),
    gist: isSilent ? undefined : gists.of(fact.id),
    restated: fact.restated,
    unreadable: fact.unreadable,
    private: isPrivate,
  }
}
