/** Which records a source has told of that still stand: read once from the log, by the marks that stand in its events. */
import { comparePositions, type EventLog, type Position, type StoredEvent } from '#kernel'
import type { VanishingTarget } from '../../records/vanishing-target.js'

export interface KnownRecord {
  target: string
  /** By which the source's own facts are known. */
  mark: string
  stream: string
  /** What others name it by, where it stands on a stream of another record. */
  alias?: string
  /** Of the fact with which it begins. */
  position: Position
}

const pageSize = 2000

/** A fact with which a record begins or ends, as far as it holds. */
interface Turning {
  stream: string
  slot: unknown
  position: Position
  holds: boolean
}

interface Beginning extends Turning {
  target: VanishingTarget
  mark: string
  alias?: string
}

/** @param of the source, and the import whose own endings do not count: it may have been stopped in their midst */
export async function knownRecords(
  of: { source: string; importId: string },
  targets: readonly VanishingTarget[],
  log: Pick<EventLog, 'readAll'>,
): Promise<KnownRecord[]> {
  const found = new Turnings(of, targets)
  const prefixes = [...new Set(targets.map(({ category }) => `${category}-`))]
  for (let after: Position = 0; ; ) {
    const page = await log.readAll({ after, limit: pageSize, prefixes })
    for (const event of page) found.take(event)
    if (page.length < pageSize) return found.standing()
    after = page.at(-1)?.position ?? after
  }
}

class Turnings {
  private readonly byRaised: ReadonlyMap<string, VanishingTarget>
  private readonly endingTypes: ReadonlyMap<string, string | undefined>
  /** Mark → the type of the first fact that has it: a deal's stages bear the deal's. */
  private readonly firstTypes = new Map<string, string>()
  private readonly beginnings = new Map<string, Beginning>()
  private readonly endings = new Map<string, Turning>()

  constructor(
    private readonly of: { source: string; importId: string },
    targets: readonly VanishingTarget[],
  ) {
    this.byRaised = new Map(targets.map((target) => [target.raises, target]))
    this.endingTypes = new Map(
      targets.flatMap(({ ends }) => (ends ? [ends.raises, ...(ends.over ?? [])].map((type) => [type, ends.slot]) : [])),
    )
  }

  take(event: StoredEvent): void {
    const { id, type, stream, position, data, metadata } = event
    const { corrects, source, importId } = metadata
    const isOwnRun = importId === this.of.importId
    if (corrects) {
      if (corrects.mode === 'retract' && isOwnRun) return
      const known = this.beginnings.get(corrects.eventId) ?? this.endings.get(corrects.eventId)
      if (known) known.holds = corrects.mode !== 'retract'
      return
    }
    const slotOf = (name: string | undefined) => (name === undefined ? undefined : data[name])
    if (this.endingTypes.has(type) && !isOwnRun) {
      this.endings.set(id, { stream, slot: slotOf(this.endingTypes.get(type)), position, holds: true })
    }
    if (source?.system !== this.of.source) return
    const { record: mark } = source
    if (!this.firstTypes.has(mark)) this.firstTypes.set(mark, type)
    const target = this.byRaised.get(type)
    if (!target || this.firstTypes.get(mark) !== type) return
    const alias = target.slot === undefined ? undefined : `${target.target}-${String(data[target.slot])}`
    const slot = slotOf(target.ends?.slot)
    this.beginnings.set(id, { target, mark, stream, alias, slot, position, holds: true })
  }

  /** Each once, where the source said it last. */
  standing(): KnownRecord[] {
    const last = new Map<string, Beginning>()
    for (const beginning of this.beginnings.values()) if (beginning.holds) last.set(beginning.mark, beginning)
    const endings = Map.groupBy(
      [...this.endings.values()].filter(({ holds }) => holds),
      ({ stream }) => stream,
    )
    const isOver = ({ stream, slot, position }: Beginning) =>
      (endings.get(stream) ?? []).some((end) => end.slot === slot && comparePositions(end.position, position) > 0)
    return [...last.values()]
      .filter((beginning) => !isOver(beginning))
      .map(({ target: { target }, mark, stream, alias, position }) => ({ target, mark, stream, alias, position }))
  }
}
