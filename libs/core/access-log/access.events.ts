/** The one event of the access log: personal values were opened. Sealed in it is only the reason, in the reader's own words. */
import {
  type AccessKind,
  accessKinds,
  Catalogue,
  Choice,
  Code,
  Codes,
  defineEvents,
  type Guarded,
  Integer,
  Label,
  Optional,
  Text,
} from '#kernel'

export class PersonalValuesOpened {
  @Choice(accessKinds) kind!: AccessKind
  /** Member id, or `system:<name>`. */
  @Label() viewer!: string
  @Code() page!: string
  /** `customer:<id>`, `contact:<id>`, `touchpoint:<id>`. */
  @Codes({ max: 2000 }) partitions!: string[]
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
    ],
  },
})

export const accessCatalogue = new Catalogue(accessEvents.definitions)
