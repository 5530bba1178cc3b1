/**
 * What an import has recorded, and what others have built on it since: one pass over the log from the
 * import's start. Held in memory are the import's own facts and the uses of its records.
 */
import { type EventLog, isRetracted, type NamedRecords, type Position, type StoredEvent, versionsOf } from '#kernel'
import type { ImportState } from '../run/course/import-stream.js'

/** A fact of the import. */
export interface OwnFact {
  id: string
  type: string
  stream: string
  revision: number
  position: Position
  /** Streams of the records it names. */
  names: ReadonlySet<string>
  /** The first event, when this is a correction. */
  corrects?: string
}

/** A later fact, of somebody else, that builds on a record of the import. */
export interface Use {
  event: string
  stream: string
  position: Position
}

export interface Footprint {
  /** In recorded order. */
  facts: OwnFact[]
  /** Streams whose first fact that still holds is of the import. */
  begun: ReadonlySet<string>
  /** Stream → the last fact of somebody else on it, or that names its record. */
  uses: ReadonlyMap<string, Use>
}

const pageSize = 2000

/**
 * @param of where the import begins; of each import the position after which only its undo has recorded something for it
 * @throws Error when the log cannot be read
 */
export async function footprintOf(
  id: string,
  { from, untils }: Pick<ImportState, 'from'> & { untils: ReadonlyMap<string, Position> },
  { log, references }: { log: EventLog; references: NamedRecords },
): Promise<Footprint> {
  const tracing = new Tracing(id, untils, references)
  for (let after: Position = from; ; ) {
    const page = await log.readAll({ after, limit: pageSize })
    for (const event of page) tracing.take(event)
    if (page.length < pageSize) return tracing.footprint(await begunAnew(tracing.continuing(), log))
    after = page.at(-1)?.position ?? after
  }
}

/** Of the streams that had been there before, those of which nothing held when the import first wrote on them. */
async function begunAnew(streams: ReadonlyMap<string, OwnFact>, log: EventLog): Promise<string[]> {
  const found: string[] = []
  for (const [stream, { position }] of streams) {
    const earlier = (await log.readStream(stream)).filter((event) => event.position < position)
    if ([...versionsOf(earlier).values()].every(isRetracted)) found.push(stream)
  }
  return found
}

/** Whether an undo has recorded it. @param untils import → the position after which only its undo records for it */
export function isOfUndo(
  { metadata: { importId = '' }, position }: StoredEvent,
  untils: ReadonlyMap<string, Position>,
): boolean {
  const until = untils.get(importId)
  return until !== undefined && position > until
}

interface UseOfStreams {
  streams: string[]
  use: Use
  importId?: string
}

class Tracing {
  private readonly facts: OwnFact[] = []
  /** Ids of the import's facts, and of what followed from them without a person's doing. */
  private readonly own = new Set<string>()
  /** Stream → the import's first fact on it. */
  private readonly streams = new Map<string, OwnFact>()
  /** First event of a use → what it has said since the import: the last of that counts, without what was undone. */
  private readonly usedBy = new Map<string, UseOfStreams[]>()
  /** First event of the import → how others have corrected it; what was undone of that is none. */
  private readonly correctedBy = new Map<string, UseOfStreams[]>()

  constructor(
    private readonly id: string,
    private readonly untils: ReadonlyMap<string, Position>,
    private readonly references: NamedRecords,
  ) {}

  take(event: StoredEvent): void {
    if (event.stream === `import-${this.id}`) return
    const { importId, causationId } = event.metadata
    const followed = causationId !== undefined && this.own.has(causationId)
    if (importId === this.id && isOfUndo(event, this.untils)) return
    if (importId === this.id || followed) this.takeOwn(event)
    else this.takeOther(event)
  }

  private takeOwn(event: StoredEvent): void {
    const { id, type, stream, revision, position, metadata } = event
    const names = this.references.of(event)
    const fact = { id, type, stream, revision, position, names, corrects: metadata.corrects?.eventId }
    this.facts.push(fact)
    this.own.add(id)
    if (!this.streams.has(stream)) this.streams.set(stream, fact)
  }

  /** Somebody's own correction of their own fact replaces or takes back the use it was. */
  private takeOther(event: StoredEvent): void {
    const { corrects } = event.metadata
    const first = corrects?.eventId ?? event.id
    if (this.own.has(first)) {
      this.note(this.correctedBy, first, { event, streams: this.usedIn(event) })
      return
    }
    const streams = corrects?.mode === 'retract' ? [] : this.usedIn(event)
    if (streams.length > 0 || this.usedBy.has(first)) this.note(this.usedBy, first, { event, streams })
  }

  /** An undo puts back what had stood before its import. */
  private note(
    known: Map<string, UseOfStreams[]>,
    first: string,
    { event, streams }: { event: StoredEvent; streams: string[] },
  ): void {
    const { id, stream, position, metadata } = event
    const { importId } = metadata
    const before = known.get(first) ?? []
    if (isOfUndo(event, this.untils)) {
      known.set(
        first,
        before.filter((other) => other.importId !== importId),
      )
    } else known.set(first, [...before, { streams, use: { event: id, stream, position }, importId }])
  }

  private usedIn(event: StoredEvent): string[] {
    return [event.stream, ...this.references.of(event)].filter((stream) => this.streams.has(stream))
  }

  /** Streams that had been there before, each with the import's first fact on it. */
  continuing(): ReadonlyMap<string, OwnFact> {
    return new Map([...this.streams].filter(([, { revision }]) => revision > 0))
  }

  footprint(begunAnew: readonly string[]): Footprint {
    const begun = [...this.streams].flatMap(([stream, { revision }]) => (revision === 0 ? [stream] : []))
    const uses = new Map<string, Use>()
    const last = [...this.usedBy.values()].flatMap((said) => said.at(-1) ?? [])
    const all = [...last, ...[...this.correctedBy.values()].flat()]
    for (const { streams, use } of all) for (const stream of streams) keepLast(uses, stream, use)
    return { facts: this.facts, begun: new Set([...begun, ...begunAnew]), uses }
  }
}

function keepLast(uses: Map<string, Use>, stream: string, use: Use): void {
  const known = uses.get(stream)
  if (!known || known.position < use.position) uses.set(stream, use)
}
