/** What people decide about the tie between one customer and one selling unit. */
import { Choice, Day, defineEvents, Flag, type Guarded, Id, Ids, Optional, Text } from '#kernel'
import { dealsWith } from '../families/deals-with.js'
import { handoverFacts } from '../families/handover.js'
import { type Stage, stages } from '../organization/events/group.events.js'

export const statuses = ['prospect', 'one-off', 'continuing', 'passive', 'lost'] as const
export type Status = (typeof statuses)[number]

export const endings = ['broken-off', 'ran-its-course'] as const
export type HowEnded = (typeof endings)[number]
export const enders = ['we', 'they', 'both'] as const

export class StageChanged {
  @Choice(stages) from!: Stage
  @Choice(stages) to!: Stage
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
  /** Touchpoints, opportunities and other records that show it. */
  @Optional() @Ids('record', { max: 30 }) evidence?: string[]
}

export class RelationshipEnded {
  @Choice(enders) by!: (typeof enders)[number]
  @Choice(endings) how!: HowEnded
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
      texts: {
        en: 'Stage changed',
        fi: 'Vaihe muuttunut',
        sv: 'Stadium ändrat',
        de: 'Stufe geändert',
        nb: 'Trinn endret',
      },
      version: 1,
      examples: [
        { from: 'exploratory', to: 'basic', why: 'First order delivered and paid.', evidence: ['t4n8k2m6p9q3r7s5'] },
        { from: 'cooperative', to: 'basic', why: 'The single contact has left.' },
      ],
      touchpoint: { kind: 'stage-changed', summary: (data) => data.why },
    },
    ended: {
      payload: RelationshipEnded,
      texts: {
        en: 'Relationship ended',
        fi: 'Asiakassuhde päättynyt',
        sv: 'Relation avslutad',
        de: 'Beziehung beendet',
        nb: 'Relasjon avsluttet',
      },
      version: 1,
      examples: [{ by: 'they', how: 'broken-off', why: 'They buy from a group-wide frame agreement now.' }],
      touchpoint: { kind: 'relationship-ended', summary: (data) => data.why },
    },
    reopened: {
      payload: RelationshipReopened,
      texts: {
        en: 'Relationship reopened',
        fi: 'Asiakassuhde avattu uudelleen',
        sv: 'Relation återupptagen',
        de: 'Beziehung wieder aufgenommen',
        nb: 'Relasjon gjenopptatt',
      },
      version: 1,
      examples: [{ at: 'exploratory', why: 'The frame agreement ended; they asked for a quote.' }],
      touchpoint: { kind: 'relationship-reopened', summary: (data) => data.why },
    },
    targetSet: {
      payload: TargetSet,
      texts: { en: 'Target set', fi: 'Tavoite asetettu', sv: 'Mål satt', de: 'Ziel gesetzt', nb: 'Mål satt' },
      version: 1,
      examples: [{ stage: 'cooperative', by: '2027-06-30' }, {}],
    },
    ownerSet: {
      payload: OwnerSet,
      texts: {
        en: 'Owner named',
        fi: 'Vastuuhenkilö nimetty',
        sv: 'Ansvarig utsedd',
        de: 'Zuständigkeit festgelegt',
        nb: 'Ansvarlig utpekt',
      },
      version: 1,
      examples: [{ owner: 'aino', with: ['eero'] }],
    },
    statusCorrected: {
      payload: StatusCorrected,
      texts: {
        en: 'Status corrected',
        fi: 'Tila korjattu',
        sv: 'Status rättad',
        de: 'Status korrigiert',
        nb: 'Status rettet',
      },
      version: 1,
      examples: [{ status: 'continuing', why: 'They buy through an installer; we see no invoices.' }],
    },
    keyAccountSet: {
      payload: KeyAccountSet,
      texts: {
        en: 'Key account decided',
        fi: 'Avainasiakkuudesta päätetty',
        sv: 'Nyckelkund beslutad',
        de: 'Schlüsselkunde festgelegt',
        nb: 'Nøkkelkunde bestemt',
      },
      version: 1,
      examples: [{ keyAccount: true, why: 'Chain with 14 kitchens.' }],
    },
    ...handoverFacts,
  },
  { published: true, families: [dealsWith.of(() => true)] },
)
