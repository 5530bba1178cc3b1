/**
 * What is decided about writing that names an erased person together with others: it is withheld at
 * once, and then released or redacted; and which keys were destroyed, so that whoever holds plaintext or keys
 * lets go of them. One stream per record, named by that record's stream.
 */
import { Choice, defineEvents, Id, Ids, KeyIds, Optional, Partitions } from '#kernel'

export class WritingWithheld {
  /** Who was erased. */
  @Id('contact') contact!: string
  /** Ids of the events that hold the writing, in all versions. */
  @Ids('event', { max: 200 }) events!: string[]
  /** With whom it is filed. */
  @Ids('customer', { max: 50 }) customers!: string[]
  @Optional() @Id('unit') unit?: string
}

export const releaseGrounds = ['not-about-them', 'needed-as-evidence', 'other'] as const

/** What a steward says to have writing shown again. */
export class ReleaseWriting {
  /** What the decision rests on. */
  @Choice(releaseGrounds) grounds!: (typeof releaseGrounds)[number]
}

export class WritingReleased extends ReleaseWriting {
  /** The events that were withheld. */
  @Ids('event', { max: 200 }) events!: string[]
}

/** The old writing stays withheld for good; its own keys are destroyed. */
export class WritingRedacted {
  /** Ids of the first events that were restated. */
  @Ids('event', { max: 200 }) restated!: string[]
}

export class KeysDestroyed {
  /** Whose keys all are gone: nothing that names them stays in the clear. */
  @Partitions({ max: 10 }) owners!: string[]
  @KeyIds({ max: 200 }) keys!: string[]
}

export const privacyEvents = defineEvents('privacy', {
  withheld: {
    payload: WritingWithheld,
    texts: {
      en: 'Writing withheld',
      fi: 'Teksti piilotettu',
      sv: 'Text undanhållen',
      de: 'Text zurückgehalten',
      nb: 'Tekst holdt tilbake',
    },
    version: 1,
    examples: [
      {
        contact: 'p3n8w5t0b6x2j9d4',
        events: ['0f8fad5b-d9cb-869f-a165-70867728950e'],
        customers: ['c7k2m9q4x1z8w3v5'],
        unit: 'fi',
      },
    ],
  },
  released: {
    payload: WritingReleased,
    texts: {
      en: 'Writing released',
      fi: 'Teksti vapautettu',
      sv: 'Text frisläppt',
      de: 'Text freigegeben',
      nb: 'Tekst frigitt',
    },
    version: 1,
    examples: [{ grounds: 'not-about-them', events: ['0f8fad5b-d9cb-869f-a165-70867728950e'] }],
  },
  redacted: {
    payload: WritingRedacted,
    texts: {
      en: 'Writing redacted',
      fi: 'Teksti muokattu',
      sv: 'Text redigerad',
      de: 'Text geschwärzt',
      nb: 'Tekst sladdet',
    },
    version: 1,
    examples: [{ restated: ['0f8fad5b-d9cb-869f-a165-70867728950e'] }],
  },
  keysDestroyed: {
    payload: KeysDestroyed,
    texts: {
      en: 'Keys destroyed',
      fi: 'Avaimet tuhottu',
      sv: 'Nycklar förstörda',
      de: 'Schlüssel vernichtet',
      nb: 'Nøkler ødelagt',
    },
    version: 1,
    examples: [{ owners: ['contact:p3n8w5t0b6x2j9d4'], keys: ['uV3x-k_9AbCd'] }],
    published: true,
    erases: true,
  },
})
