/** What people decide about the tie between one customer and one selling unit. */
import { Choice, Day, defineEvents, Flag, type Guarded, Id, Ids, Optional, Text } from '#kernel'
import { dealsWith } from '../families/deals-with.js'
import { type Stage, stages } from '../organization/events/group.events.js'

export const statuses = ['prospect', 'one-off', 'continuing', 'passive', 'lost'] as const
export type Status = (typeof statuses)[number]

export class StageChanged {
  @Choice(stages) from!: Stage
  @Choice(stages) to!: Stage
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
  /** Touchpoints, opportunities and other records that show it. */
  @Optional() @Ids('record', { max: 30 }) evidence?: string[]
}

export class RelationshipEnded {
  @Choice(['we', 'they', 'both']) by!: 'we' | 'they' | 'both'
  @Choice(['broken-off', 'ran-its-course']) how!: 'broken-off' | 'ran-its-course'
  @Text({ max: 2000 }) why!: Guarded<string>
}

export class RelationshipReopened {
  @Choice(stages) at!: Stage
  @Text({ max: 2000 }) why!: Guarded<string>
}

export class TargetSet {
  /** Left out when there is no target any more. */
  @Optional() @Choice(stages) stage?: Stage
  @Optional() @Day() by?: string
}

export class OwnerSet {
  @Id('member') owner!: string
  /** Those who carry it out with the owner. */
  @Optional() @Ids('member', { max: 20 }) with?: string[]
}

export class StatusCorrected {
  /** Holds until the next income. */
  @Choice(statuses) status!: Status
  @Text({ max: 2000 }) why!: Guarded<string>
}

export class KeyAccountSet {
  @Flag() keyAccount!: boolean
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

export const relationshipEvents = defineEvents(
  'relationship',
  {
    stageChanged: {
      payload: StageChanged,
      version: 1,
      examples: [
        { from: 'exploratory', to: 'basic', why: 'First order delivered and paid.', evidence: ['t4n8k2m6p9q3r7s5'] },
        { from: 'cooperative', to: 'basic', why: 'The single contact has left.' },
      ],
      touchpoint: { kind: 'stage-changed', summary: (data) => data.why },
    },
    ended: {
      payload: RelationshipEnded,
      version: 1,
      examples: [{ by: 'they', how: 'broken-off', why: 'They buy from a group-wide frame agreement now.' }],
      touchpoint: { kind: 'relationship-ended', summary: (data) => data.why },
    },
    reopened: {
      payload: RelationshipReopened,
      version: 1,
      examples: [{ at: 'exploratory', why: 'The frame agreement ended; they asked for a quote.' }],
      touchpoint: { kind: 'relationship-reopened', summary: (data) => data.why },
    },
    targetSet: { payload: TargetSet, version: 1, examples: [{ stage: 'cooperative', by: '2027-06-30' }, {}] },
    ownerSet: { payload: OwnerSet, version: 1, examples: [{ owner: 'aino', with: ['eero'] }] },
    statusCorrected: {
      payload: StatusCorrected,
      version: 1,
      examples: [{ status: 'continuing', why: 'They buy through an installer; we see no invoices.' }],
    },
    keyAccountSet: {
      payload: KeyAccountSet,
      version: 1,
      examples: [{ keyAccount: true, why: 'Chain with 14 kitchens.' }],
    },
  },
  { published: true, families: [dealsWith.of(() => true)] },
)
