/** What can happen to something we said we would do. That time runs out is no event: it follows from when it is due. */
import { Choice, defineEvents, type Guarded, Id, Instant, Optional, Text } from '#kernel'
import { dealsWith } from '../families/deals-with.js'

/** Whether the hours until it is due run always, or only while the unit is at work. */
export const clocks = ['calendar', 'business'] as const
export type Clock = (typeof clocks)[number]

/** A next step is the same as a promise without the word given. */
export const promiseKinds = ['promise', 'next-step'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** What is said of a promise when it is made, but for when it is due and who owns it. */
export class PromiseSaid {
  @Id('customer') customer!: string
  @Id('unit') unit!: string
  @Text({ max: 500 }) what!: Guarded<string>
  @Choice(promiseKinds) kind!: PromiseKind
  @Choice(clocks) clock!: Clock
  /** To whom the word was given. */
  @Optional() @Id('contact') contact?: string
  @Optional() @Id('touchpoint') madeIn?: string
}

export class PromiseMade extends PromiseSaid {
  @Instant() due!: string
  /** Answers for it at once when it is who records it, otherwise from accepting it. */
  @Id('member') owner!: string
}

export class PromiseAccepted {}

export class PromiseDeclined {
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class PromiseHandedOver {
  /** Answers for it from accepting it; until then whoever did before. */
  @Id('member') to!: string
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class PromiseRescheduled {
  @Instant() due!: string
  /** How the customer agreed; a promise moves only with that. */
  @Optional() @Text({ max: 500 }) agreed?: Guarded<string>
}

export class PromiseKept {
  @Optional() @Text({ max: 2000 }) how?: Guarded<string>
}

export class PromiseWithdrawn {
  @Text({ max: 2000 }) why!: Guarded<string>
}

const made: PromiseMade = {
  customer: 'c7k2m9q4x1z8w3v5',
  unit: 'fi-food',
  what: 'Send the energy comparison of both cold rooms.',
  kind: 'promise',
  clock: 'business',
  due: '2026-03-06T14:00:00.000Z',
  owner: 'aino',
  contact: 'p3h8t5n2b6d1f9g4',
  madeIn: 't4n8k2m6p9q3r7s5',
}

export const promiseEvents = defineEvents(
  'promise',
  {
    made: {
      payload: PromiseMade,
      texts: { en: 'Promise made', fi: 'Lupaus annettu', sv: 'Löfte givet', de: 'Zusage gegeben', nb: 'Løfte gitt' },
      version: 1,
      examples: [made, { ...made, kind: 'next-step', clock: 'calendar', what: 'Ask the installer for dates.' }],
      touchpoint: { kind: 'promise-made', summary: (data) => data.what },
    },
    accepted: {
      payload: PromiseAccepted,
      texts: {
        en: 'Promise accepted',
        fi: 'Lupaus otettu vastuulle',
        sv: 'Löfte övertaget',
        de: 'Zusage übernommen',
        nb: 'Løfte overtatt',
      },
      version: 1,
      examples: [{}],
    },
    declined: {
      payload: PromiseDeclined,
      texts: {
        en: 'Promise declined',
        fi: 'Lupauksesta kieltäydytty',
        sv: 'Löfte avböjt',
        de: 'Zusage abgelehnt',
        nb: 'Løfte avslått',
      },
      version: 1,
      examples: [{ why: 'On leave until the 20th.' }],
    },
    handedOver: {
      payload: PromiseHandedOver,
      texts: {
        en: 'Promise handed over',
        fi: 'Lupaus siirretty toiselle',
        sv: 'Löfte överlämnat',
        de: 'Zusage übergeben',
        nb: 'Løfte overlevert',
      },
      version: 1,
      examples: [{ to: 'bengt', why: 'The kitchen is in Malmö.' }],
    },
    rescheduled: {
      payload: PromiseRescheduled,
      texts: {
        en: 'Promise rescheduled',
        fi: 'Lupauksen aika siirretty',
        sv: 'Löfte framflyttat',
        de: 'Zusage verschoben',
        nb: 'Løfte utsatt',
      },
      version: 1,
      examples: [{ due: '2026-03-13T14:00:00.000Z', agreed: 'The head chef is fine with the week after.' }],
      touchpoint: { kind: 'promise-rescheduled', summary: (data) => data.agreed },
    },
    kept: {
      payload: PromiseKept,
      texts: {
        en: 'Promise kept',
        fi: 'Lupaus pidetty',
        sv: 'Löfte hållet',
        de: 'Zusage eingehalten',
        nb: 'Løfte holdt',
      },
      version: 1,
      examples: [{ how: 'Spare part sent the same evening.' }],
      touchpoint: { kind: 'promise-kept', summary: (data) => data.how },
    },
    withdrawn: {
      payload: PromiseWithdrawn,
      texts: {
        en: 'Promise withdrawn',
        fi: 'Lupaus peruttu',
        sv: 'Löfte återtaget',
        de: 'Zusage zurückgezogen',
        nb: 'Løfte trukket tilbake',
      },
      version: 1,
      examples: [{ why: 'They closed the site; nothing is to be compared any more.' }],
      touchpoint: { kind: 'promise-withdrawn', summary: (data) => data.why },
    },
  },
  { published: true, families: [dealsWith.of(() => true)] },
)
