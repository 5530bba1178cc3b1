/** Which goods a text may speak of: what the customer has bought from us, what is on its way, what it asks for. */
import { type Noun, nounsOf, type TextWriting } from './grammar.js'
import type { TextContext } from './vocabulary.js'

/** A service agreement, by its code in the catalogue. */
const serviceAgreement = 'HA-SA01'

/**
 * Adds the lists `bought`, `boughtCooler`, `ordered` and `delivered`, and a tag for each that holds anything, so that
 * `(bought) ` begins what is said of them. `goods` tells whether what is asked for has a noun, `agreement` whether we
 * service what they have.
 */
export function goodsIn(writing: TextWriting, context: TextContext): TextWriting {
  const [products, coolers] = [nounsOf(writing, 'product'), nounsOf(writing, 'cooler')]
  const bought = context.isCustomer === false ? [] : context.bought
  const theirs = {
    bought: those(products, bought),
    boughtCooler: those(coolers, bought),
    ordered: those(products, context.ordered),
    delivered: those(products, context.delivered),
  }
  const goods = those(products, context.goods)
  const found = Object.entries({ ...theirs, goods }).flatMap(([list, nouns]) => (nouns.length > 0 ? [list] : []))
  const isServiced = bought === undefined || bought.includes(serviceAgreement)
  return {
    ...writing,
    tags: [...writing.tags, ...found, ...(isServiced ? ['agreement'] : [])],
    nouns: goods.length > 0 ? { ...theirs, product: goods } : theirs,
  }
}

/** Those of the codes; all where nobody says which. */
const those = (nouns: readonly Noun[], codes: readonly string[] | undefined): readonly Noun[] =>
  codes ? nouns.filter(({ code = '' }) => codes.includes(code)) : nouns
