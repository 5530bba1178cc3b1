/** What all touchpoints share: who met whom, who began it, how, and what was said. */
import { Choice, Flag, type Guarded, Id, Ids, Integer, Language, Nested, Optional, Text, Title } from '#kernel'
import { functions, type MemberFunction } from '../organization/events/member.events.js'

export const directions = ['outbound', 'inbound', 'mutual'] as const
export const starters = ['we-unasked', 'we-asked', 'they'] as const
export const channels = ['in-person', 'phone', 'video', 'email', 'chat', 'letter', 'web', 'other'] as const
export const feelings = ['bad', 'poor', 'neutral', 'good', 'excellent'] as const

/** What was said, in the customer's own terms. */
export class VisitNotes {
  @Optional() @Text({ max: 10_000 }) currentSituation?: Guarded<string>
  @Optional() @Text({ max: 10_000 }) goals?: Guarded<string>
  @Optional() @Text({ max: 10_000 }) challenges?: Guarded<string>
  @Optional() @Text({ max: 10_000 }) expectations?: Guarded<string>
  @Optional() @Text({ max: 10_000 }) nextSteps?: Guarded<string>
  @Optional() @Text({ max: 10_000 }) promisesMade?: Guarded<string>
}

export class Encounter {
  /** The first leads; a fair or a parent-and-daughter meeting has several. */
  @Ids('customer', { max: 20 }) customers!: string[]
  /** Selling unit that met them. */
  @Id('unit') unit!: string
  @Optional() @Ids('contact') contacts?: string[]
  /** Members present besides whoever records it. */
  @Optional() @Ids('member') members?: string[]
  /** Function in which we met; the recorder's own when left out. */
  @Optional() @Choice(functions) function?: MemberFunction
  @Optional() @Choice(directions) direction?: (typeof directions)[number]
  @Optional() @Choice(starters) startedBy?: (typeof starters)[number]
  @Optional() @Choice(channels) channel?: (typeof channels)[number]
  @Optional() @Integer({ min: 0, max: 100_000 }) durationMinutes?: number
  /** Language of the note. */
  @Optional() @Language() language?: string
  /** A sentence is enough. */
  @Optional() @Text({ max: 32_000 }) note?: Guarded<string>
  @Optional() @Nested(VisitNotes) notes?: VisitNotes
  @Optional() @Choice(feelings) feeling?: (typeof feelings)[number]
  @Optional() @Id('opportunity') opportunity?: string
  @Optional() @Id('customer-project') customerProject?: string
  /** Recorded on a phone. */
  @Optional() @Flag() mobile?: boolean
}

/** Where people meet, and what for. */
export class Encountered extends Encounter {
  @Optional() @Title() place?: Guarded<string>
  @Optional() @Id('site') site?: string
  @Optional() @Text({ max: 2000 }) goal?: Guarded<string>
}

/** The first topic of which something was said. */
export const firstSaid = (notes: VisitNotes = {}): Guarded<string> | undefined =>
  notes.currentSituation ??
  notes.goals ??
  notes.challenges ??
  notes.expectations ??
  notes.nextSteps ??
  notes.promisesMade

/** The line a timeline shows for an encounter. */
export const noteOf = (data: Encounter): Guarded<string> | undefined => data.note ?? firstSaid(data.notes)
