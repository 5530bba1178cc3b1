/** Which records counted as one with which others, and from when until when that was known. */
import type { Partition, StoredEvent } from '#kernel'

export interface MergeSpan {
  kind: Partition['kind']
  /** The one that was merged. */
  record: string
  into: string
  /** The event that said so: the merge, or a correction of it. */
  made: StoredEvent
  /** The event that said otherwise. */
  ended?: StoredEvent
}

/** @param events of merges with all their corrections, in recorded order */
export function mergeSpans(events: readonly StoredEvent[]): MergeSpan[] {
  const spans: MergeSpan[] = []
  const standing = new Map<string, MergeSpan>()
  for (const event of events) {
    const { corrects } = event.metadata
    const first = corrects?.eventId ?? event.id
    const into = corrects?.mode === 'retract' ? undefined : String(event.data.into)
    const span = standing.get(first)
    if (span?.into === into) continue
    if (span) span.ended = event
    standing.delete(first)
    if (into === undefined) continue
    const at = event.stream.indexOf('-')
    const kind = event.stream.slice(0, at) === 'contactmerge' ? 'contact' : 'customer'
    const begun: MergeSpan = { kind, record: event.stream.slice(at + 1), into, made: event }
    standing.set(first, begun)
    spans.push(begun)
  }
  return spans
}
