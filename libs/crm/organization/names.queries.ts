/**
 * Names of units, members and products by id, at the moment asked about: what answers show beside ids.
 * What had no name then has today's, and is marked so.
 */
import type { Guarded, QueryContext } from '#kernel'
import { spoken } from '../texts/wording.js'
import type { ProductListed } from './events/catalogues.events.js'
import { type Organization, organization } from './organization.reference.js'
import { alphabetOf } from './reader.queries.js'

type Naming = Pick<QueryContext, 'references' | 'referencesToday'>
/** Who reads as well, where a name is another in each language. */
type NamingFor = Naming & Pick<QueryContext, 'viewer'>

export interface NameAt<N extends Guarded<string> = Guarded<string>> {
  name?: N
  /** Whether it is the name of today: at the moment asked about none was known. */
  nameOfToday?: true
}

/** The first that is there: what was known at the moment, else what is known today. */
export function atMoment<T>(
  { references, referencesToday }: Naming,
  known: (organization: Organization) => T | undefined,
): { value?: T; ofToday?: true } {
  const then = known(references.get(organization))
  if (then !== undefined) return { value: then }
  const value = known(referencesToday.get(organization))
  return value === undefined ? {} : { value, ofToday: true }
}

function nameAt<N extends Guarded<string>>(
  ask: Naming,
  known: (organization: Organization) => { name: N } | undefined,
): NameAt<N> {
  const { value, ofToday } = atMoment(ask, known)
  return { name: value?.name, nameOfToday: ofToday }
}

export const unitNamed = (id: string, ask: Naming): NameAt<string> => nameAt(ask, ({ units }) => units.get(id))

/** @param id nobody's where left out */
export const memberNamed = (id: string | undefined, ask: Naming): NameAt =>
  id === undefined ? {} : nameAt(ask, ({ members }) => members.get(id))

/** @param id nothing's where left out */
export const productNamed = (id: string | undefined, ask: NamingFor): NameAt<string> =>
  id === undefined
    ? {}
    : nameAt(ask, ({ products }) => {
        const product = products.get(id)
        return product && { name: productNameFor(product, ask) }
      })

/** What a product is called in the reader's language; its one name where it has none there. */
export function productNameFor({ name, names }: Pick<ProductListed, 'name' | 'names'>, ask: NamingFor): string {
  const language = spoken(alphabetOf(ask))
  return names?.[language] ?? name
}
