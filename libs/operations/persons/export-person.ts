/** Hands out everything known about a person, for the person: every fact that names them, opened, with its dates and units. */
import { history, type Json, refuse, type Viewer } from '#kernel'
import { type Erasing, eventsNaming, recordsOf, requireSteward } from './erasing.js'

export interface ExportedFact {
  /** Stored type: what happened. */
  type: string
  /** As stated. */
  occurredAt: string
  recordedAt: string
  /** Selling unit, where it belongs to one. */
  unit?: string
  customers: string[]
  /** Whether others are named with the person: look before it is handed out. */
  shared: boolean
  data: Json
}

export interface ExportedPerson {
  contact: string
  exportedAt: string
  facts: ExportedFact[]
}

export interface PersonExport {
  /** A steward. */
  by: Viewer
  /** Why, for the access log. */
  reason?: string
}

/**
 * The facts that hold, in the order in which they happened. Private notes are there without their
 * text, and so is what is withheld for another's erasure.
 * @throws DomainError `not-allowed`, `not-found`
 */
export async function exportPerson(
  contact: string,
  { by, reason }: PersonExport,
  e: Exporting,
): Promise<ExportedPerson> {
  requireSteward(by)
  const records = recordsOf(contact, e)
  const events = await eventsNaming(records, e)
  if (events.length === 0) refuse('not-found')
  const facts = history(events)
  const position = await e.log.head()
  const partitions = records.map((id) => `contact:${id}`)
  await e.accessLog.note({ kind: 'export', viewer: by.member, page: 'export-person', partitions, reason, position })
  const shown = await e.openShown(
    facts.map(({ data }) => data),
    by,
  )
  return {
    contact,
    exportedAt: e.clock().toISOString(),
    facts: facts.map(({ type, occurredAt, recordedAt, unit, customers, contacts }, at) => ({
      type,
      occurredAt,
      recordedAt,
      unit,
      customers,
      shared: contacts.some((id) => !records.includes(id)),
      data: shown[at] as Json,
    })),
  }
}

export interface Exporting extends Erasing {
  clock: () => Date
  /** Opens what the viewer may see outside any query: neither private writing nor what is withheld. */
  openShown<T>(value: T, viewer: Viewer): Promise<T>
}
