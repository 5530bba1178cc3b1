/** That somebody hands over what they lead: what it is, stands in each record. */
import { defineEvents, Id, Optional } from '#kernel'

export class HandoverMade {
  /** The selling unit whose work it is. */
  @Id('unit') unit!: string
  /** Whoever leaves, or has less time; absent where nobody led it. */
  @Optional() @Id('member') from?: string
}

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
})
