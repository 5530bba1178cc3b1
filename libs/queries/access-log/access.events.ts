/** The one event of the access log: personal values were opened. Sealed in it is only the reason, in the reader's own words. */
import {
  type AccessKind,
  accessKinds,
  Catalogue,
  Choice,
  Code,
  defineEvents,
  type Guarded,
  Integer,
  Label,
  Optional,
  Partitions,
  Text,
} from '#kernel'

/** Most of them that one entry names. */
export const mostPartitions = 2000

export class PersonalValuesOpened {
  @Choice(accessKinds) kind!: AccessKind
  /** Member id, or `system:<name>`. */
  @Label() viewer!: string
  @Code() page!: string
  /** `customer:<id>`, `contact:<id>`, `touchpoint:<id>`, `import:<id>`. */
  @Partitions({ max: mostPartitions }) partitions!: string[]
  @Optional() @Text({ max: 2000 }) reason?: Guarded<string>
  /** Position, in the log of facts, that the answer stood for. */
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) position!: number
}

export const accessEvents = defineEvents('access', {
  opened: {
    payload: PersonalValuesOpened,
    version: 1,
    examples: [
      { kind: 'read', viewer: 'aino', page: 'contact', partitions: ['contact:p3n8w5t0b6x2j9d4'], position: 4711 },
      {
        kind: 'export',
        viewer: 'stella',
        page: 'export-person',
        partitions: ['contact:p3n8w5t0b6x2j9d4', 'customer:c7k2m9q4x1z8w3v5'],
        reason: 'They asked by letter.',
        position: 4712,
      },
    ],
  },
})

export const accessCatalogue = new Catalogue(accessEvents.definitions)
