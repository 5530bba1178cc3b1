/** That two records always were one organisation; taken back by a retraction. One stream per merged customer. */
import { defineEvents, Id } from '#kernel'

export class MergeMade {
  /** The customer it always was the same organisation as. */
  @Id('customer') into!: string
}

export const mergeEvents = defineEvents(
  'merge',
  {
    made: {
      payload: MergeMade,
      texts: {
        en: 'Customers merged',
        fi: 'Asiakkaat yhdistetty',
        sv: 'Kunder sammanslagna',
        de: 'Kunden zusammengeführt',
        nb: 'Kunder slått sammen',
      },
      version: 1,
      examples: [{ into: 'c7k2m9q4x1z8w3v5' }],
    },
  },
  { published: true },
)
