/** Steps through a relationship event by event, with what each event changed. */
import {
  AnyValue,
  BadCursor,
  Choice,
  CodeOf,
  defineQuery,
  Flag,
  type FoldedStep,
  Integer,
  Label,
  ListOf,
  Nested,
  Optional,
  type Position,
  parsedPosition,
  precisions,
  SaidBy,
  type StoredEvent,
} from '#kernel'
import { customersView } from '../../customers/customers.view.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import { NamedCustomer, NamedMember, NamedUnit, Names } from '../shown/names.js'
import { PrivateNotes } from '../shown/notes/private-notes.js'
import { correctionModes } from '../shown/pages.words.js'

export class ReplayQuery {
  /** `recorded`: as it became known; `effective`: as it happened, by what is known. */
  @Optional() @Choice(['recorded', 'effective']) order?: 'recorded' | 'effective'
  /** Position of the step to go on after. */
  @Optional() @Label({ max: 16 }) from?: string
  @Optional() @Integer({ min: 1, max: 100 }) limit?: number
}

/** One field, as it was and as it is; either is absent where there was none. */
export class ChangedField {
  /** Dot path inside the document. */
  @Label({ max: 200 }) path!: string
  @Optional() @AnyValue() before?: unknown
  @Optional() @AnyValue() after?: unknown
}

export class ChangedDocument {
  @CodeOf('view') view!: string
  @Label({ max: 200 }) key!: string
  @ListOf(ChangedField, { max: 1000 }) fields!: ChangedField[]
}

export class ReplayStep {
  @Label({ max: 64 }) event!: string
  @Label({ max: 20 }) position!: string
  @Label({ max: 80 }) type!: string
  /** What such an event is called, in the reader’s language; absent where nothing calls it. */
  @Optional() @Label({ max: 80 }) kindName?: string
  /** As stated: an instant, a day, a month, or nothing when before everything. */
  @Optional() @Label({ max: 40 }) occurred?: string
  @Choice(precisions) precision!: (typeof precisions)[number]
  @Label({ max: 40 }) recordedAt!: string
  @Nested(NamedMember) who!: NamedMember
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  /** Id of the first event, where this one corrects another, and how. */
  @Optional() @Label({ max: 64 }) corrects?: string
  @Optional() @Choice(correctionModes) mode?: (typeof correctionModes)[number]
  @Flag() private!: boolean
  @SaidBy('type') says!: unknown
  @ListOf(ChangedDocument, { max: 1000 }) changes!: ChangedDocument[]
}

export class ReplayAnswer {
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  @ListOf(ReplayStep) steps!: ReplayStep[]
  /** Position to go on from; absent at the end. */
  @Optional() @Label({ max: 20 }) next?: string
}

const entityOf = ({ stream }: StoredEvent): string => stream.slice(stream.indexOf('-') + 1)

/** @throws BadCursor */
function positionIn(from: string | undefined): Position | undefined {
  if (from === undefined) return undefined
  const position = parsedPosition(from)
  if (position === undefined) throw new BadCursor()
  return position
}

export const replayQuery = defineQuery({
  name: 'replay',
  about: 'Step by step through a customer’s history: each event with the fields it changed.',
  route: '/customers/:id/replay',
  query: ReplayQuery,
  answer: ReplayAnswer,
  past: { param: 'id', of: customersView, open: 'retracted' },
  folds: true,
  async read(ask): Promise<ReplayAnswer> {
    const { subject } = ask
    const { order = 'recorded', from, limit = 25 } = ask.query
    const { steps, next } = await ask.journals.replay(subject.partition, { order, after: positionIn(from), limit })
    const names = new Names(ask)
    const { language } = names.wording()
    const named = steps.map(({ event }) => ({ type: event.type, entity: entityOf(event) }))
    const notes = await PrivateNotes.among(ask, named)
    const shown = ({ event, changes }: FoldedStep): ReplayStep => {
      const { metadata } = event
      const fact = { type: event.type, entity: entityOf(event) }
      const isHidden = notes.hides(fact)
      return {
        event: event.id,
        position: String(event.position),
        type: event.type,
        kindName: ask.catalogue.get(event.type)?.texts?.[language],
        occurred: metadata.occurredPrecision === 'before' ? undefined : metadata.occurredAt,
        precision: metadata.occurredPrecision,
        recordedAt: metadata.recordedAt,
        who: names.member(metadata.actor),
        unit: names.unit(metadata.unit),
        corrects: metadata.corrects?.eventId,
        mode: metadata.corrects?.mode,
        private: isHidden,
        says: isHidden ? null : notes.opened({ ...fact, data: event.data }),
        changes,
      }
    }
    return ask.open({
      customer: await names.customer(subject.id),
      stopped: shownStop(ask),
      steps: steps.map(shown),
      next: next === undefined ? undefined : String(next),
    })
  },
})
