/** Does with records that have vanished what the mapping says: of each all or nothing. */
import { type Caller, comparePositions, type NamedRecords, type SentCommand, type Viewer } from '#kernel'
import type { ImportTargets } from '../../records/define-target.js'
import type { VanishingTarget } from '../../records/vanishing-target.js'
import { type ImportPorts, openedBy, rehearsedPorts } from '../ports.js'
import { isRefusal } from '../steps/step-result.js'
import { writtenIn } from '../steps/written.js'
import type { KnownRecord } from './known-records.js'
import { type RecordToTake, type StandingFact, type Uses, usesOf } from './uses.js'
import type { VanishedOfTarget } from './vanished.js'

export const vanishedOutcomes = ['listed', 'ended', 'retracted', 'refused'] as const

export interface VanishedRecord {
  target: string
  stream: string
  became: (typeof vanishedOutcomes)[number]
  /** Why nothing was done, or code of what refused it. */
  why?: string
  /** A fact for which it stays. */
  by?: string
}

export interface VanishedDone {
  records: VanishedRecord[]
  events: number
}

interface Writing {
  importId: string
  source: string
  viewer: Viewer
  targets: ImportTargets
  references: NamedRecords
}

/** A record with what is to become of it. */
export interface DueRecord extends KnownRecord, Pick<VanishedOfTarget, 'becomes' | 'heldBack'> {}

type Done = Pick<VanishedRecord, 'became' | 'why' | 'by'> & { events: number }

export class VanishedWriter {
  /** Those that others may refer to last. */
  readonly due: readonly DueRecord[]
  private uses: Promise<Uses> | undefined

  constructor(
    private readonly ports: ImportPorts,
    private readonly writing: Writing,
    readonly vanished: readonly VanishedOfTarget[],
  ) {
    const due = vanished.flatMap(({ records, becomes, heldBack }) =>
      records.map((record): DueRecord => ({ ...record, becomes, heldBack })),
    )
    this.due = due.sort((a, b) => comparePositions(b.position, a.position))
  }

  /** In the order in which they are due. */
  async write(records: readonly DueRecord[]): Promise<VanishedDone> {
    const done: VanishedDone = { records: [], events: 0 }
    for (const record of records) {
      const { events, became, why, by } = await this.writeOne(record)
      const { target, stream } = record
      done.records.push({ target, stream, became, ...(why && { why }), ...(by && { by }) })
      done.events += events
    }
    return done
  }

  private async writeOne(record: DueRecord): Promise<Done> {
    const { becomes, heldBack } = record
    if (heldBack || becomes === 'listed') return { became: 'listed', why: heldBack, events: 0 }
    const target = this.writing.targets.vanishing(record.target)
    try {
      if (becomes === 'ended') return { became: 'ended', events: await this.end(record, target) }
      return await this.retract(record, target)
    } catch (error) {
      if (!isRefusal(error)) throw error
      if (becomes === 'retracted') (await this.usesOfAll()).keep(toTake(record, target))
      return { became: 'refused', why: 'code' in error ? error.code : 'invalid-input', events: 0 }
    }
  }

  private async end({ mark, stream }: KnownRecord, { category, raises, ends }: VanishingTarget): Promise<number> {
    const { source } = this.writing
    const own = writtenIn({ system: source, record: mark }, [raises], await this.read(stream)).at(-1)
    if (!ends || !own) return 0
    const said = (await openedBy(this.ports, own.last)).data
    const id = stream.slice(stream.indexOf('-') + 1)
    const request = { category, id, command: ends.command, body: ends.body?.(said, source) ?? {} }
    const { events } = await this.ports.core.dispatch(request, this.caller(mark, 'end'))
    return events.length
  }

  /** Whether all of it can be taken back is found out where nothing is kept. */
  private async retract(record: KnownRecord, target: VanishingTarget): Promise<Done> {
    const uses = await this.usesOfAll()
    const taken = toTake(record, target)
    const found = target.ownsStream
      ? { by: uses.heldBy(record.stream), facts: uses.factsOf(record.stream) }
      : await this.factsBeside(record, uses)
    if (found.by !== undefined) {
      uses.keep(taken)
      return { became: 'refused', why: 'used-since', by: found.by, events: 0 }
    }
    const corrections = found.facts.map((fact) => this.correction(fact, target.ownsStream))
    await sentTo(rehearsedPorts(this.ports), corrections)
    return { became: 'retracted', events: await sentTo(this.ports, corrections) }
  }

  private usesOfAll(): Promise<Uses> {
    const { targets, source, references } = this.writing
    const { log } = this.ports.core.ports
    const taken = this.due.filter(({ becomes, heldBack }) => becomes === 'retracted' && !heldBack)
    const records = taken.map((record) => toTake(record, targets.vanishing(record.target)))
    this.uses ??= usesOf(records, source, { log, references })
    return this.uses
  }

  /** What a record has said on a stream of others. */
  private async factsBeside({ mark, stream, alias = '' }: KnownRecord, uses: Uses) {
    const own = writtenIn({ system: this.writing.source, record: mark }, undefined, await this.read(stream))
    const corrected = own.find(({ last }) => last.metadata.source?.record !== mark)
    const facts = own.map(({ first: { id } }) => ({ id, stream, mark })).toReversed()
    return { by: corrected?.last.id ?? uses.heldBy(alias), facts }
  }

  private correction({ id, stream, mark = '' }: Pick<StandingFact, 'id' | 'stream' | 'mark'>, confirmed: boolean) {
    const because = `${this.writing.source} has it no longer.`
    const request = { stream, eventId: id, mode: 'retract' as const, because, confirmed }
    return { request, caller: this.caller(mark, `retract:${id}`) }
  }

  /** The same when the import goes on after a death. */
  private caller(mark: string, doing: string): Caller {
    const { importId, source, viewer } = this.writing
    const commandId = this.ports.core.ports.hash.uuid('vanished', importId, source, mark, doing)
    return { viewer, commandId, source: { system: source, record: mark }, importId }
  }

  private read(stream: string) {
    return this.ports.core.ports.log.readStream(stream)
  }
}

const toTake = ({ mark, stream, alias = '' }: KnownRecord, target: VanishingTarget): RecordToTake => ({
  mark,
  name: target.ownsStream ? stream : alias,
  ownsStream: target.ownsStream,
  elsewhere: target.elsewhere,
})

/** @returns how many facts @throws the first refusal */
async function sentTo({ core }: Pick<ImportPorts, 'core'>, commands: readonly SentCommand[]): Promise<number> {
  let events = 0
  for (const answer of await core.dispatchAll(commands)) {
    if (answer.status === 'rejected') throw answer.reason
    events += answer.value.events.length
  }
  return events
}
