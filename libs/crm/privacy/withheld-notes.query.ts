/** What stewards have to decide about: writing withheld since an erasure, with its text. */
import {
  Choice,
  countedRows,
  defineQuery,
  type Guarded,
  holds,
  Id,
  Instant,
  type Json,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  type QueryContext,
  refuse,
  type Sealed,
  type StoredEvent,
  Text,
  type Where,
} from '#kernel'
import { findOf } from '../pages/shown/lists/asked-list.js'
import { NamedContact, NamedCustomer, NamedMember, NamedUnit, Names } from '../pages/shown/names.js'
import { withheldStatuses } from './privacy.words.js'
import { type WithheldNote, withheldNotes } from './withheld-notes.view.js'

const shape: ListShape<QueryContext> = {
  fields: {
    status: { type: 'code', choices: withheldStatuses },
    customer: {
      type: 'id',
      where: (id, { journals }) => ({ column: 'customer', eq: journals.partitionOf(id).ids[0] }),
    },
    unit: { type: 'id' },
    since: { type: 'instant' },
  },
  sorts: { since: 'since', status: 'status', unit: 'unit' },
  usual: 'since',
}

/** One text as one event says it. */
export class WithheldText {
  @Id('event') event!: string
  @Label() type!: string
  @Instant() recordedAt!: string
  @Nested(NamedMember) writer!: NamedMember
  /** Its field in the event, `notes.goals`. */
  @Label() field!: string
  @Text({ max: 64_000 }) text!: Guarded<string>
}

export class WithheldRow {
  /** Names the note in decisions about it. */
  @Id('record') stream!: string
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  @ListOf(NamedContact) contacts!: NamedContact[]
  @Choice(withheldStatuses) status!: (typeof withheldStatuses)[number]
  @Instant() since!: string
  @Optional() @Nested(NamedMember) decidedBy?: NamedMember
  @Optional() @Instant() decidedAt?: string
  @ListOf(WithheldText, { max: 500 }) texts!: WithheldText[]
}

export class WithheldNotesAnswer extends ListAnswer {
  /** What waits for a decision, unless a filter says what is wanted. */
  @ListOf(WithheldRow, { max: 200 }) rows!: WithheldRow[]
}

const waiting: Where = { column: 'status', eq: 'withheld' }

async function read(ask: QueryContext<ListQuery>): Promise<WithheldNotesAnswer> {
  if (!holds(ask.viewer, ['steward', 'auditor']) && !ask.viewer.member.startsWith('system:')) refuse('not-allowed')
  const find = findOf(ask, shape, ask.query.filter === undefined ? waiting : undefined)
  const names = new Names(ask)
  const rowsOf = (notes: readonly WithheldNote[]) => Promise.all(notes.map((note) => rowOf(note, { ask, names })))
  return countedRows(ask.documents, { view: withheldNotes, find }, rowsOf)
}

interface Parts {
  ask: QueryContext<object>
  names: Names
}

async function rowOf({ events, ...note }: WithheldNote, { ask, names }: Parts): Promise<WithheldRow> {
  const journal = await ask.journals.events(ask.journals.partitionOf(note.customer))
  const texts = journal.filter((event) => events.includes(event.id)).flatMap((event) => textsOf(event, names))
  const named = {
    customer: await names.customer(note.customer),
    unit: names.unit(note.unit),
    contacts: await names.contacts(note.contacts),
    decidedBy: names.member(note.decidedBy),
  }
  // Only who decides about it reads it; others learn that it waits.
  const opened = holds(ask.viewer, ['steward']) ? ask.openWithheld(texts) : texts
  return ask.open({ ...note, ...named, texts: opened })
}

/** Every sealed text of an event, still sealed. */
function textsOf({ id, type, metadata, data }: StoredEvent, names: Names): WithheldText[] {
  return sealedIn(data).map((text) => ({
    event: id,
    type,
    recordedAt: metadata.recordedAt,
    writer: names.member(metadata.actor),
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
  query: ListQuery,
  answer: WithheldNotesAnswer,
  lists: [shape],
  read,
})
