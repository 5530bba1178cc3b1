/** How whoever holds references begins: with what is kept of them, where it fits the log and the definitions, else with the log from its beginning. */
import { type EventLog, loadReferences, type Position, type ReadStore, type ReferenceHolder, type Row } from '#kernel'
import {
  REFERENCES,
  type ReferenceDefinitions,
  type ReferencesHead,
  readBy,
  referenceRows,
  storedReferences,
} from './stored-references.js'

export interface StartingReferences {
  log: EventLog
  registry: ReferenceDefinitions
  store: Pick<ReadStore, 'tables' | 'get' | 'scan'>
  /** Not beyond here; to the head as it is now unless told. */
  until?: Position
}

/** With what references began. */
export interface StartedReferences {
  /** Of what was stored and fits; absent when the log was read from its beginning. */
  head?: ReferencesHead
  /** Rows that do not fit, and why; nothing stood there when both are absent. */
  unfit?: { rows: Row[]; reason: string }
}

/** Takes in what is stored, as far as it fits, and all that the log holds since. */
export async function startReferences(
  references: ReferenceHolder,
  from: StartingReferences,
): Promise<StartedReferences> {
  const isDeclared = (await from.store.tables()).includes(REFERENCES)
  const rows = isDeclared ? await referenceRows(from.store) : []
  const started = rows.length > 0 ? await takeStored(references, rows, from) : {}
  await loadReferences(references, from)
  return started
}

async function takeStored(
  references: ReferenceHolder,
  rows: Row[],
  { log, registry, until }: StartingReferences,
): Promise<StartedReferences> {
  const unfit = (reason: string) => ({ unfit: { rows, reason } })
  let stored: ReturnType<typeof storedReferences>
  try {
    stored = storedReferences(rows)
  } catch (error) {
    return unfit(`they are damaged: ${(error as Error).message}`)
  }
  const { head, events } = stored
  if (head.shape !== readBy(registry)) return unfit('they were read by other definitions')
  if (until !== undefined && head.upTo > until) return unfit('they are ahead of the read models')
  if ((await log.eventAt(head.upTo))?.id !== head.event) return unfit('they are of another log, or ahead of it')
  for (const event of events) references.take(event)
  references.passed(head.upTo)
  return { head }
}
