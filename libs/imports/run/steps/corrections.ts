/** Corrects facts that a source has said: fields and moment of them, or takes them back. */
import { fingerprintOfCorrection } from '#commands'
import {
  type CorrectionRequest,
  DomainError,
  history,
  type Json,
  type JsonObject,
  type Stated,
  type StoredEvent,
  type Version,
} from '#kernel'
import type { RecordStep } from '../../records/step.js'
import { allOpenedBy, type ImportPorts, openedBy } from '../ports.js'
import { isFollowedByOwnAlone, isOfAnotherMoment, isOwnAlone, type Settling, saidLast } from './settling.js'
import { conflict } from './step-refusals.js'
import type { StepSending } from './step-sending.js'
import { emptied, emptiedIn, says, statable } from './written.js'

/** Field → its value; undefined to empty it. */
export type FieldsSaid = Record<string, Json | undefined>

/** What is to stand otherwise in a fact. */
export interface Restatement {
  version: Version
  fields: FieldsSaid
  occurred?: Stated
  /** Tells apart what is said otherwise of one fact in turn. */
  doing?: string
}

export class Corrections {
  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly sending: Pick<StepSending, 'caller'>,
  ) {}

  /** Of one fact, what the row says otherwise than the source did last. @returns whether there was anything */
  async restateOwn(of: Settling, version: Version): Promise<boolean> {
    const { step } = of
    const own = await openedBy(this.ports, saidLast(of, version))
    const filled = step.fills?.(history(await allOpenedBy(this.ports, of.events))) ?? {}
    const fields = differing(step, own.data, filled)
    const isMoved = isOfAnotherMoment(step, own)
    if (Object.keys(fields).length === 0 && !isMoved) return false
    const now = await openedBy(this.ports, version.last)
    for (const name of Object.keys(fields)) {
      if (!says(statable(own.data[name]), statable(now.data[name]))) conflict(name)
    }
    if (isMoved && !isSameMoment(own, now)) conflict('at')
    return this.restate(of, { version, fields, occurred: isMoved ? step.occurred : undefined })
  }

  /**
   * Fields that are not named stay as they stand, whoever wrote them.
   * @returns whether it was still to be said: what a record fills in by itself stays filled in
   */
  async restate(of: Settling, { version: { first, last }, fields, occurred, doing }: Restatement): Promise<boolean> {
    const { '~because': _, ...stated } = (await openedBy(this.ports, last)).data
    const body = Object.entries({ ...stated, ...fields }).filter(([, value]) => value !== undefined)
    const request: CorrectionRequest = {
      stream: first.stream,
      eventId: first.id,
      mode: 'restate',
      body: Object.fromEntries(body),
      because: `${of.source.system} says otherwise now.`,
      ...(occurred ? { occurred } : {}),
    }
    if (fingerprintOfCorrection(request, this.ports.core.ports.hash) === last.metadata.fingerprint) return false
    const confirmed = isOwnAlone(of) || (!occurred && isFollowedByOwnAlone(of, last.metadata.effectiveAt))
    await this.ports.core.correct(
      { ...request, confirmed },
      this.sending.caller(of, ['restate', first.id, ...(doing ? [doing] : [])].join(':')),
    )
    return true
  }

  /**
   * Takes back what the source had said, the last first. @returns how many facts
   * @throws DomainError where a person has corrected one of them, or later facts stand on it
   */
  async retractAll(of: Settling): Promise<number> {
    let count = 0
    for (const version of of.written.live.toReversed()) {
      if (saidLast(of, version).id !== version.last.id) conflict(version.first.type)
      count += await this.takeBack(of, version)
    }
    return count
  }

  /** @returns how many facts */
  async takeBack(of: Settling, { first, last }: Version): Promise<number> {
    const begins = of.events.find(({ metadata }) => !metadata.corrects)?.id === first.id
    const request = {
      stream: first.stream,
      eventId: first.id,
      mode: 'retract' as const,
      because: `${of.source.system} says this no longer.`,
      // Of a record that ceases to be, others may speak.
      confirmed: !begins && isFollowedByOwnAlone(of, last.metadata.effectiveAt),
    }
    try {
      const { events } = await this.ports.core.correct(request, this.sending.caller(of, `retract:${first.id}`))
      return events.length
    } catch (error) {
      if (error instanceof DomainError && error.code === 'already-retracted') return 0
      throw error
    }
  }
}

/** What the row says otherwise than the source did. @param filled what the record fills in where the row says nothing */
function differing(step: RecordStep, said: JsonObject, filled: JsonObject): FieldsSaid {
  const found: FieldsSaid = {}
  for (const [name, value] of Object.entries(step.body)) if (!says(value, said[name])) found[name] = value
  for (const name of emptied(step)) if (!says(filled[name], statable(said[name]))) found[name] = undefined
  for (const name of emptiedIn(step, said)) found[name] = step.body[name]
  return found
}

const isSameMoment = (a: StoredEvent, b: StoredEvent): boolean =>
  a.metadata.occurredAt === b.metadata.occurredAt && a.metadata.occurredPrecision === b.metadata.occurredPrecision
