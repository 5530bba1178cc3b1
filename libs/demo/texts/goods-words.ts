/** Which goods a text may speak of: what the customer has bought from us, what is on its way, what it asks for. */
import { demoProducts, isSoldTo } from '../products.js'
import { type Noun, nounsOf, type TextWriting } from './grammar.js'
import { settings, type TextContext } from './vocabulary.js'

/** A service agreement and a maintenance visit, by their codes in the catalogue. */
const [serviceAgreement, maintenanceVisit] = ['HA-SA01', 'HA-MV01']

/**
 * Adds the lists `bought`, `boughtCooler`, `ordered` and `delivered`, and a tag for each that holds anything, so that
 * `(bought) ` begins what is said of them. `goods` tells whether what is asked for has a noun, `agreement` whether we
 * service what they have, `serviced` whether we ever did. All other goods spoken of are none that we sold them lately.
 */
export function goodsIn(writing: TextWriting, context: TextContext): TextWriting {
  const products = fitting(nounsOf(writing, 'product'), context)
  const coolers = fitting(nounsOf(writing, 'cooler'), context)
  const bought = context.isCustomer === false ? [] : context.bought
  const theirs = {
    bought: those(products, bought),
    boughtCooler: those(coolers, bought),
    ordered: those(products, context.ordered),
    delivered: those(products, context.delivered),
  }
  const goods = those(products, context.goods)
  const others = { product: withoutNew(products, context), cooler: withoutNew(coolers, context) }
  const found = Object.entries({ ...theirs, goods }).flatMap(([list, nouns]) => (nouns.length > 0 ? [list] : []))
  const hasHad = (service: string) => bought === undefined || bought.includes(service)
  const isServiced = hasHad(serviceAgreement) || hasHad(maintenanceVisit)
  const service = [...(hasHad(serviceAgreement) ? ['agreement'] : []), ...(isServiced ? ['serviced'] : [])]
  return {
    ...writing,
    tags: [...writing.tags, ...found, ...service],
    nouns: { ...theirs, ...others, ...(goods.length > 0 ? { product: goods } : {}) },
  }
}

/** Those that are sold to such customers. */
function fitting(all: readonly Noun[], { sector = 'hospitality', setting = settings[sector] }: TextContext) {
  const isFitting = (code: string) =>
    demoProducts.some((one) => one.code === code && isSoldTo(one, { setting, sector }))
  return all.filter(({ code = '' }) => isFitting(code))
}

/** What we sold them in the last years is not old, and nothing new is offered in its place; where they have all, any. */
function withoutNew(all: readonly Noun[], { lately = [] }: TextContext): readonly Noun[] {
  const others = all.filter(({ code = '' }) => !lately.includes(code))
  return others.length > 0 ? others : all
}

/** Those of the codes; all where nobody says which. */
const those = (nouns: readonly Noun[], codes: readonly string[] | undefined): readonly Noun[] =>
  codes ? nouns.filter(({ code = '' }) => codes.includes(code)) : nouns
