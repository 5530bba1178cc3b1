/** The references of whoever projects, as it begins: what is kept of them is brought up to where the read models are, or put anew. */
import type { EventLog, Position, ReadStore, ReferenceHolder, Registry, Write } from '#kernel'
import { KeptReferences, REFERENCES, startReferences } from '#read-models'

export interface BeginningReferences {
  log: EventLog
  registry: Registry
  store: ReadStore
  /** Told why what was kept is put anew, where it did not fit. */
  onReferencesAnew?: (reason: string) => void
}

/** Whoever starts often would else read on from ever further back. @param position where the read models are */
export async function begunReferences(
  references: ReferenceHolder,
  position: Position,
  { log, registry, store, onReferencesAnew }: BeginningReferences,
): Promise<KeptReferences> {
  const { head, unfit } = await startReferences(references, { log, registry, store, until: position })
  if (unfit) onReferencesAnew?.(unfit.reason)
  const going = (unfit?.rows ?? []).map(
    (row): Write => ({ table: REFERENCES, remove: row.key, position: row.position }),
  )
  const kept = head ? KeptReferences.after(head, registry) : KeptReferences.atStart(registry)
  const last = head?.upTo === position ? undefined : await log.eventAt(position)
  const told = last && kept.upTo(last, references)
  const coming = (told?.rows ?? []).map((put): Write => ({ table: REFERENCES, put }))
  if (going.length + coming.length > 0) await store.write([...going, ...coming])
  return told?.kept ?? kept
}
