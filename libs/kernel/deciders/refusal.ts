/**
 * What is refused has a name: a stable code, and what it says in every language, stated once beside the rule it belongs
 * to. A refusal carries its texts and its values; the sentence is made where somebody reads it.
 */
import type { Texts } from '../text/languages.js'
import { type PlacesOf, requirePlaces, type Sentence, say } from '../text/sentence.js'

/** How a refusal is answered: 403, 404, 409, 422, or 503 where the same is to be sent again later. */
export type RefusalKind = 'forbidden' | 'not-found' | 'conflict' | 'rule' | 'unavailable'

/**
 * What is told beside the sentence, and fills its places. Ids of what it names, never the names of persons: errors
 * reach logs.
 */
export interface RefusalDetails {
  [name: string]: unknown
}

/** A rule, a right or a conflict that stands against a command. Codes are stable; sentences are for people. */
export class DomainError extends Error implements Sentence {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly texts: Texts,
    readonly details: RefusalDetails = {},
  ) {
    super(say({ texts, values: details }, 'en'))
    this.name = 'DomainError'
  }

  /** The same refusal, told with other details. */
  with(details: RefusalDetails): DomainError {
    return new DomainError(this.code, this.kind, this.texts, details)
  }

  get values(): RefusalDetails {
    return this.details
  }
}

/** Code → kind and what it says, as one slice states its refusals. */
export type RefusalTexts = Readonly<Record<string, readonly [RefusalKind, Texts]>>

/** What a `refuse` function may say; slices list theirs, so that documents know every code. */
export interface Refusals {
  readonly texts: RefusalTexts
}

/** Values for the places of the text are needed, others are welcome. */
type DetailsFor<T extends Texts> = [PlacesOf<T['en']>] extends [never]
  ? [details?: RefusalDetails]
  : [details: RefusalDetails & Readonly<Record<PlacesOf<T['en']>, unknown>>]

/**
 * Makes the `refuse` function of a slice: only its own codes compile, each in five languages and with the values that
 * its text speaks of.
 */
export function defineRefusals<const R extends RefusalTexts>(texts: R) {
  for (const [code, [, said]] of Object.entries(texts)) requirePlaces(said, code)
  const refuse = <C extends keyof R & string>(code: C, ...[details]: DetailsFor<R[C][1]>): never => {
    const [kind, said] = texts[code] as RefusalTexts[string]
    throw new DomainError(code, kind, said, details)
  }
  return Object.assign(refuse, { texts: texts as RefusalTexts })
}

/** Some of the refusals of a list. @throws Error for a code that is not in it */
export function refusalsAmong({ texts }: Refusals, ...codes: string[]): RefusalTexts {
  return Object.fromEntries(
    codes.map((code) => {
      const text = texts[code]
      if (!text) throw new Error(`no refusal is called ${code}`)
      return [code, text]
    }),
  )
}
