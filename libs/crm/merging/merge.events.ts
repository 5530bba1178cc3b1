/** That two records always were one organisation, or one person; taken back by a retraction. One stream per merged record. */
import { defineEvents, Id } from '#kernel'

export class MergeMade {
  /** The customer it always was the same organisation as. */
  @Id('customer') into!: string
}

export class ContactMergeMade {
  /** The contact they always were the same person as. */
  @Id('contact') into!: string
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

export const contactMergeEvents = defineEvents(
  'contactmerge',
  {
    made: {
      payload: ContactMergeMade,
      texts: {
        en: 'Contacts merged',
        fi: 'Yhteyshenkilöt yhdistetty',
        sv: 'Kontakter sammanslagna',
        de: 'Kontakte zusammengeführt',
        nb: 'Kontakter slått sammen',
      },
      version: 1,
      examples: [{ into: 'p3h8t5n2b6d1f9g4' }],
    },
  },
  { published: true },
)
