/** Undoes one fact of an import by a correction, as far as nobody has changed the same since. */
import {
  type Caller,
  type CorrectionRequest,
  DomainError,
  type EventMetadata,
  isRetracted,
  type JsonObject,
  type Position,
  type Recorded,
  type StoredEvent,
  type Version,
  type Viewer,
  versionsOf,
} from '#kernel'
import { type ImportPorts, openedBy } from '../run/ports.js'
import { isOfUndo, type OwnFact } from './footprint.js'
import type { KeepingFact, Planned } from './undo-plan.js'

/** A line of one of the three lists. */
export interface UndoneFact {
  event: string
  stream: string
  type: string
  /** Of an edit: the fields meant. */
  fields?: string[]
}

export interface KeptFact extends UndoneFact {
  why: 'used-since' | 'needed-by-kept' | 'changed-since' | 'not-allowed'
  /** A fact for which it stays, and the stream on which that stands. */
  by?: string
  byStream?: string
}

export interface UndoLists {
  retracted: UndoneFact[]
  restored: UndoneFact[]
  kept: KeptFact[]
}

export interface Undoing {
  importId: string
  /** Position up to which the import has recorded. */
  until: Position
  /** Import → the position after which only its undo has recorded something for it. */
  untils: ReadonlyMap<string, Position>
  /** Position of the undo: another undo later is another matter. */
  undo: Position
  because: string
  viewer: Viewer
}

/** Refusals that another attempt need not meet. */
const passing: ReadonlySet<string> = new Set(['try-again', 'clock-behind'])

export class FactUndoer {
  constructor(
    private readonly ports: ImportPorts,
    private readonly undoing: Undoing,
  ) {}

  /**
   * Adds to the lists what became of facts that have nothing to do with each other; nothing of one that had been
   * taken back before. What is retracted goes together.
   */
  async undoAll(planned: readonly Planned[], lists: UndoLists): Promise<void> {
    const retracted = planned.flatMap(({ fact, does }) => (does === 'retract' ? [fact] : []))
    const others = planned.filter(({ does }) => does !== 'retract')
    await Promise.all([this.retractAll(retracted, lists), ...others.map((each) => this.undo(each, lists))])
  }

  private async retractAll(facts: readonly OwnFact[], lists: UndoLists): Promise<void> {
    if (facts.length === 0) return
    const answers = await this.ports.core.dispatchAll(facts.map((fact) => this.correction(retracting(fact))))
    for (const [at, fact] of facts.entries()) {
      const answer = answers[at] as PromiseSettledResult<Recorded>
      if (answer.status === 'fulfilled') lists.retracted.push(lineOf(fact))
      else keep(fact, answer.reason, lists)
    }
  }

  private async undo(planned: Planned, lists: UndoLists): Promise<void> {
    const { fact } = planned
    if (planned.does === 'keep') {
      const { why, by } = planned
      lists.kept.push({ ...lineOf(fact), why, ...becauseOf(by) })
      return
    }
    try {
      await (planned.does === 'edit' ? this.restoreFields(fact, lists) : this.restoreVersion(fact, lists))
    } catch (error) {
      keep(fact, error, lists)
    }
  }

  private async correct(of: Correcting): Promise<void> {
    const { request, caller } = this.correction(of)
    await this.ports.core.correct(request, caller)
  }

  private correction(of: Correcting): { request: CorrectionRequest; caller: Caller } {
    const { importId, undo, because, viewer } = this.undoing
    const commandId = this.ports.core.ports.hash.uuid('undo', importId, String(undo), of.id)
    const { stream, id: eventId, mode, like } = of
    return {
      // The plan has weighed what others have built on since.
      request: { stream, eventId, mode, because, body: like?.body, occurred: like?.occurred, confirmed: true },
      caller: { viewer, commandId, importId, source: of.source },
    }
  }

  private async versions(stream: string): Promise<Map<string, Version>> {
    return versionsOf(await this.ports.core.ports.log.readStream(stream))
  }

  /** Takes back the fields that nobody has changed since; an edit of others stays with what they left of it. */
  private async restoreFields(fact: OwnFact, lists: UndoLists): Promise<void> {
    const versions = await this.versions(fact.stream)
    const own = versions.get(fact.corrects ?? fact.id)
    if (!own || isRetracted(own)) return
    const corrected = this.isOthers(own.last) ? fieldsIn(own) : []
    const later = [...versions.values()].filter(
      (version) => version.first.position > fact.position && !isRetracted(version) && this.isOthers(version.first),
    )
    const changed = later.filter(({ first }) => first.type === fact.type).flatMap(fieldsIn)
    const changedSince = new Set([...changed, ...corrected])
    const fields = fieldsIn(own)
    const restored = fields.filter((name) => !changedSince.has(name))
    const kept = fields.filter((name) => changedSince.has(name))
    if (kept.length > 0) {
      const by =
        corrected.length > 0 ? own : later.findLast((version) => fieldsIn(version).some((name) => kept.includes(name)))
      lists.kept.push({ ...lineOf(fact), fields: kept, why: 'changed-since', ...becauseOf(by?.last) })
    }
    if (restored.length === 0) return
    if (kept.length === 0) await this.correct(retracting(fact))
    else {
      const body = onlyFields((await openedBy(this.ports, own.last)).data, kept)
      await this.correct({ id: own.first.id, stream: fact.stream, mode: 'restate', like: { body } })
    }
    lists.restored.push({ ...lineOf(fact), fields: restored })
  }

  /** Of later versions those of others that no undo has put back since. */
  private standing(later: readonly StoredEvent[]): StoredEvent[] {
    const undone = new Set(
      later.filter((event) => isOfUndo(event, this.undoing.untils)).map(({ metadata }) => metadata.importId),
    )
    return later.filter((event) => this.isOthers(event) && !undone.has(event.metadata.importId ?? 'none'))
  }

  private isElsewhere({ metadata }: StoredEvent): boolean {
    return metadata.importId !== this.undoing.importId
  }

  /** What the undo of another import has written is nobody's word: it puts back what stood before that. */
  private isOthers(event: StoredEvent): boolean {
    return this.isElsewhere(event) && !isOfUndo(event, this.undoing.untils)
  }

  /** Puts back, once, the version that the import had corrected, if nobody has corrected it further. */
  private async restoreVersion(fact: OwnFact, lists: UndoLists): Promise<void> {
    const { undo, until } = this.undoing
    const first = fact.corrects ?? fact.id
    const events = await this.ports.core.ports.log.readStream(fact.stream)
    const versions = events.filter(({ id, metadata }) => id === first || metadata.corrects?.eventId === first)
    const at = versions.findIndex(({ id }) => id === fact.id)
    const before = versions.slice(0, at).findLast((event) => this.isElsewhere(event))
    const since = this.standing(versions.slice(at + 1))
    const last = versions.at(-1)?.position ?? 0
    if (!before || since.length > 0)
      return void lists.kept.push({ ...lineOf(fact), why: 'changed-since', ...becauseOf(since.at(-1)) })
    if (last > undo) return void lists.restored.push(lineOf(fact))
    if (last > until) return
    const { occurredAt, occurredPrecision, corrects } = before.metadata
    const { data } = await openedBy(this.ports, before)
    const like = { body: withoutReason(data), occurred: { occurredAt, occurredPrecision } }
    const mode = corrects?.mode === 'retract' ? 'retract' : 'restate'
    const { source } = before.metadata
    await this.correct({ id: first, stream: fact.stream, mode, source, like: mode === 'restate' ? like : undefined })
    lists.restored.push(lineOf(fact))
  }
}

interface Correcting {
  id: string
  stream: string
  mode: 'retract' | 'restate'
  like?: Restated
  /** Of the version put back, so that its source may go on to say otherwise. */
  source?: EventMetadata['source']
}

const retracting = ({ id, stream, corrects }: OwnFact): Correcting => ({ id: corrects ?? id, stream, mode: 'retract' })

/** @throws what says nothing about the fact: it stops the undo, which goes on when it is asked for again */
function keep(fact: OwnFact, error: unknown, lists: UndoLists): void {
  if (!(error instanceof DomainError) || passing.has(error.code)) throw error
  if (error.code === 'already-retracted') return
  lists.kept.push({ ...lineOf(fact), why: error.kind === 'forbidden' ? 'not-allowed' : 'used-since' })
}

interface Restated {
  body: JsonObject
  occurred?: { occurredAt: string; occurredPrecision: StoredEvent['metadata']['occurredPrecision'] }
}

/** @param by a stored event, or what is known of one */
function becauseOf(by: { id: string; stream: string } | KeepingFact | undefined): Pick<KeptFact, 'by' | 'byStream'> {
  if (!by) return {}
  return { by: 'event' in by ? by.event : by.id, byStream: by.stream }
}

const lineOf = ({ id, stream, type }: OwnFact): UndoneFact => ({ event: id, stream, type })

/** The fields an edit sets or empties; sealed ones by their first step. */
function fieldsIn({ last: { data } }: Version): string[] {
  const { cleared, '~because': _, '~sealed': sealed, ...open } = data
  const names = Object.keys(open)
  if (Array.isArray(cleared)) names.push(...cleared.map(String))
  for (const { paths } of (sealed ?? []) as unknown as { paths: string[] }[]) {
    names.push(...paths.flatMap((path) => (path.startsWith('~') ? [] : [path.split('.')[0] as string])))
  }
  return [...new Set(names)]
}

function onlyFields(data: JsonObject, names: readonly string[]): JsonObject {
  const { cleared, ...rest } = withoutReason(data)
  const body = Object.fromEntries(Object.entries(rest).filter(([name]) => names.includes(name)))
  const emptied = (Array.isArray(cleared) ? cleared : []).filter((name) => names.includes(String(name)))
  return emptied.length > 0 ? { ...body, cleared: emptied } : body
}

const withoutReason = ({ '~because': _, ...data }: JsonObject): JsonObject => data
