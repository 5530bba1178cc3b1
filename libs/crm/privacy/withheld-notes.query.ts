/** What stewards have to decide about: writing withheld since an erasure, with its text. */
import {
  Choice,
  defineQuery,
  type Guarded,
  holds,
  Id,
  Ids,
  Instant,
  type Json,
  Label,
  ListAnswer,
  ListOf,
  Optional,
  type QueryContext,
  refuse,
  type Sealed,
  type StoredEvent,
  Text,
  totalOf,
} from '#kernel'
import { type WithheldNote, withheldNotes } from './withheld-notes.view.js'

const statuses = ['withheld', 'released', 'redacted'] as const

export class WithheldNotesQuery {
  /** `withheld` unless told. */
  @Optional() @Choice(statuses) status?: (typeof statuses)[number]
  @Optional() @Label({ max: 2000 }) cursor?: string
}

/** One text as one event says it. */
export class WithheldText {
  @Id('event') event!: string
  @Label() type!: string
  @Instant() recordedAt!: string
  @Id('member') writer!: string
  /** Its field in the event, `notes.goals`. */
  @Label() field!: string
  @Text({ max: 64_000 }) text!: Guarded<string>
}

export class WithheldRow {
  /** Names the note in decisions about it. */
  @Id('record') stream!: string
  @Id('customer') customer!: string
  @Optional() @Id('unit') unit?: string
  @Ids('contact') contacts!: string[]
  @Choice(statuses) status!: (typeof statuses)[number]
  @Instant() since!: string
  @Optional() @Id('member') decidedBy?: string
  @Optional() @Instant() decidedAt?: string
  @ListOf(WithheldText, { max: 500 }) texts!: WithheldText[]
}

export class WithheldNotesAnswer extends ListAnswer {
  @ListOf(WithheldRow) rows!: WithheldRow[]
}

async function read(ask: QueryContext<WithheldNotesQuery>): Promise<WithheldNotesAnswer> {
  if (!holds(ask.viewer, ['steward', 'auditor']) && !ask.viewer.member.startsWith('system:')) refuse('not-allowed')
  const { status = 'withheld', cursor } = ask.query
  const where = { column: 'status', eq: status }
  const found = await ask.documents.find(withheldNotes, { where, sort: [{ column: 'since' }], limit: 50, cursor })
  const total = await totalOf(found, { cursor }, () => ask.documents.count(withheldNotes, where))
  return { rows: await Promise.all(found.documents.map((note) => rowOf(note, ask))), next: found.next, total }
}

async function rowOf({ events, ...note }: WithheldNote, ask: QueryContext): Promise<WithheldRow> {
  const journal = await ask.journals.events(ask.journals.partitionOf(note.customer))
  const texts = journal.filter((event) => events.includes(event.id)).flatMap(textsOf)
  // Only who decides about it reads it; others learn that it waits.
  return { ...note, texts: holds(ask.viewer, ['steward']) ? ask.openWithheld(texts) : ask.open(texts) }
}

/** Every sealed text of an event, still sealed. */
function textsOf({ id, type, metadata, data }: StoredEvent): WithheldText[] {
  return sealedIn(data).map((text) => ({
    event: id,
    type,
    recordedAt: metadata.recordedAt,
    writer: metadata.actor,
    field: text.at,
    text,
  }))
}

function sealedIn(value: Json): Sealed[] {
  if (value === null || typeof value !== 'object') return []
  if (!Array.isArray(value) && typeof value['~'] === 'string') return [value as unknown as Sealed]
  return Object.values(value).flatMap(sealedIn)
}

export const withheldNotesQuery = defineQuery({
  name: 'withheld-notes',
  about: 'Which writing is withheld since an erasure and waits for a steward.',
  route: '/withheld-notes',
  query: WithheldNotesQuery,
  answer: WithheldNotesAnswer,
  read,
})
