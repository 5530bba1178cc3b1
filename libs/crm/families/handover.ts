/**
 * What somebody leads is offered to another, who accepts or declines. Until it is accepted, whoever led it does. The
 * facts are those of the record itself, whichever kind it is.
 */
import { type EventSpec, type Fact, type Guarded, Id, Optional, Text } from '#kernel'

/** What somebody leads, answers for or takes part in. */
export const handedKinds = ['relationship', 'opportunity', 'promise', 'visit'] as const
export type HandedKind = (typeof handedKinds)[number]

export class HandoverOffered {
  /** Leads it from accepting it. */
  @Id('member') to!: string
  /** In whose place; absent where nobody leads it. */
  @Optional() @Id('member') from?: string
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class HandoverAccepted {}

export class HandoverDeclined {
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

const offered: EventSpec<HandoverOffered> = {
  payload: HandoverOffered,
  texts: {
    en: 'Handover offered',
    fi: 'Luovutusta tarjottu',
    sv: 'Överlämning erbjuden',
    de: 'Übergabe angeboten',
    nb: 'Overlevering tilbudt',
  },
  version: 1,
  examples: [{ to: 'bengt', from: 'aino', why: 'Aino retires in June.' }, { to: 'bengt' }],
}

const accepted: EventSpec<HandoverAccepted> = {
  payload: HandoverAccepted,
  texts: {
    en: 'Handover accepted',
    fi: 'Luovutus hyväksytty',
    sv: 'Överlämning godtagen',
    de: 'Übergabe angenommen',
    nb: 'Overlevering godtatt',
  },
  version: 1,
  examples: [{}],
}

const declined: EventSpec<HandoverDeclined> = {
  payload: HandoverDeclined,
  texts: {
    en: 'Handover declined',
    fi: 'Luovutuksesta kieltäydytty',
    sv: 'Överlämning avböjd',
    de: 'Übergabe abgelehnt',
    nb: 'Overlevering avslått',
  },
  version: 1,
  examples: [{ why: 'I have no room for another chain this year.' }],
}

/** For the events of whatever may be handed over. */
export const handoverFacts = { handoverOffered: offered, handoverAccepted: accepted, handoverDeclined: declined }

/** What documents of such a record keep of it. */
export interface Offered {
  /** Asked to lead it, and has not answered. */
  offeredTo?: string
  offeredFrom?: string
  /** Who declined last, and why; until it is offered again. */
  declinedBy?: string
  declinedWhy?: Guarded<string>
}

const answered: Offered = {
  offeredTo: undefined,
  offeredFrom: undefined,
  declinedBy: undefined,
  declinedWhy: undefined,
}

/** The record once it is offered: what was offered before is not any more. */
export const withOffer = <D extends Offered>(doc: D, { data }: Fact<string, HandoverOffered>): D => ({
  ...doc,
  ...answered,
  offeredTo: data.to,
  offeredFrom: data.from,
})

export const withoutOffer = <D extends Offered>(doc: D): D => ({ ...doc, ...answered })

export const withDeclined = <D extends Offered>(doc: D, { data, actor }: Fact<string, HandoverDeclined>): D => ({
  ...doc,
  ...answered,
  declinedBy: actor,
  declinedWhy: data.why,
})
