/** A planned meeting or visit as answers show it. */
import { CodeOf, Day, Flag, type Guarded, Id, Instant, Language, Nested, Optional, Text, Title } from '#kernel'
import type { Plan } from '../../touchpoints/plans/plans.view.js'
import { NamedMember, NamedUnit, type Names } from './names.js'

export class PlannedMeeting {
  @Id('touchpoint') id!: string
  @CodeOf('touchpoint-kind') kind!: string
  @Nested(NamedUnit) unit!: NamedUnit
  @Nested(NamedMember) owner!: NamedMember
  @Instant() startsAt!: string
  @Optional() @Title() place?: Guarded<string>
  @Optional() @Text({ max: 2000 }) goal?: Guarded<string>
  /** ISO 639-1, in which the goal is written. */
  @Optional() @Language() language?: string
  /** Held already, and still wants a line of evaluation. */
  @Flag() held!: boolean
  /** The day it was held, where that is known. */
  @Optional() @Day() heldOn?: string
}

export const meetingOf = (plan: Plan, names: Names): PlannedMeeting => ({
  id: plan.id,
  kind: plan.kind,
  unit: names.unit(plan.unit),
  owner: names.member(plan.owner),
  startsAt: plan.startsAt,
  place: plan.place,
  goal: plan.goal,
  language: plan.goal === undefined ? undefined : names.writtenBy(plan.owner),
  held: plan.status === 'held',
  heldOn: plan.heldOn,
})
