/** What becomes of the identifiers that customers are known by. */
import { Choice, Code, Day, defineEvents, Id, Optional } from '#kernel'

export const identifierSchemes = ['business-id', 'vat-id', 'duns', 'lei', 'source'] as const

export class IdentifierClaimed {
  @Choice(identifierSchemes) scheme!: (typeof identifierSchemes)[number]
  /** As written on paper: `FI12345671`. */
  @Code() value!: string
  @Id('customer') customer!: string
  @Optional() @Day() since?: string
}

export class IdentifierReleased {
  @Id('customer') customer!: string
}

/** One stream per identifier, named by its keyed hash, so that no two customers hold the same one. */
export const identifierEvents = defineEvents('identifier', {
  claimed: {
    payload: IdentifierClaimed,
    texts: {
      en: 'Identifier recorded',
      fi: 'Tunniste kirjattu',
      sv: 'Identifierare registrerad',
      de: 'Kennung erfasst',
      nb: 'Identifikator registrert',
    },
    version: 1,
    examples: [{ scheme: 'vat-id', value: 'FI12345671', customer: 'c7k2m9q4x1z8w3v5' }],
  },
  released: {
    payload: IdentifierReleased,
    texts: {
      en: 'Identifier released',
      fi: 'Tunniste vapautettu',
      sv: 'Identifierare frigjord',
      de: 'Kennung freigegeben',
      nb: 'Identifikator frigitt',
    },
    version: 1,
    examples: [{ customer: 'c7k2m9q4x1z8w3v5' }],
  },
})
