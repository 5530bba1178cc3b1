/** That somebody hands over what they lead: what it is, stands in each record. */
import { defineEvents, Id, Optional } from '#kernel'

export class HandoverMade {
  /** The selling unit whose work it is. */
  @Id('unit') unit!: string
  /** Whoever leaves, or has less time; absent where nobody led it. */
  @Optional() @Id('member') from?: string
}

/** That somebody answers several handovers: what they say, stands in each record. */
export class HandoverAnswered {}

export const handoverEvents = defineEvents('handover', {
  made: {
    payload: HandoverMade,
    texts: {
      en: 'Handover made',
      fi: 'Luovutus tehty',
      sv: 'Överlämning gjord',
      de: 'Übergabe gemacht',
      nb: 'Overlevering gjort',
    },
    version: 1,
    examples: [{ unit: 'fi-food', from: 'aino' }],
  },
  answered: {
    payload: HandoverAnswered,
    texts: {
      en: 'Handovers answered',
      fi: 'Luovutuksiin vastattu',
      sv: 'Överlämningar besvarade',
      de: 'Übergaben beantwortet',
      nb: 'Overleveringer besvart',
    },
    version: 1,
    examples: [{}],
  },
})
