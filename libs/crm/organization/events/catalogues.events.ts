/** Products and exchange rates: what figures are counted and priced by. */
import {
  Choice,
  Code,
  Currency,
  Day,
  Decimal,
  defineEvents,
  Label,
  ListOf,
  Money,
  Nested,
  Optional,
  type TextLanguage,
} from '#kernel'

export const productKinds = ['product', 'service', 'spare-part'] as const

/** What a product is called in languages besides its name, which holds in all others. */
export class ProductNames implements Partial<Record<TextLanguage, string>> {
  @Optional() @Label() en?: string
  @Optional() @Label() fi?: string
  @Optional() @Label() sv?: string
  @Optional() @Label() de?: string
  @Optional() @Label() nb?: string
}

export class ProductListed {
  @Code() code!: string
  @Label() name!: string
  @Optional() @Nested(ProductNames) names?: ProductNames
  @Label({ max: 80 }) line!: string
  @Optional() @Label({ max: 80 }) brand?: string
  @Choice(productKinds) kind!: (typeof productKinds)[number]
  @Optional() @Nested(Money) listPrice?: Money
}

export class ProductChanged {
  @Optional() @Label() name?: string
  /** All of them: what is left out has none any more. */
  @Optional() @Nested(ProductNames) names?: ProductNames
  @Optional() @Label({ max: 80 }) line?: string
  @Optional() @Label({ max: 80 }) brand?: string
  @Optional() @Nested(Money) listPrice?: Money
}

export class ProductWithdrawn {}

export const productEvents = defineEvents(
  'product',
  {
    listed: {
      payload: ProductListed,
      version: 1,
      examples: [
        {
          code: 'KR-400',
          name: 'Cold room 400',
          names: { fi: 'Kylmähuone 400', de: 'Kühlraum 400' },
          line: 'Cold storage',
          brand: 'Kylmä',
          kind: 'product',
          listPrice: { amountMinor: 890_000, currency: 'EUR' },
        },
      ],
    },
    changed: {
      payload: ProductChanged,
      version: 1,
      examples: [{ listPrice: { amountMinor: 910_000, currency: 'EUR' } }],
    },
    withdrawn: { payload: ProductWithdrawn, version: 1, examples: [{}] },
  },
  { published: true },
)

export class Rate {
  @Currency() currency!: string
  /** Units of group currency for one unit of this one. */
  @Decimal() toGroup!: string
}

export class RatesPublished {
  @Day() day!: string
  @ListOf(Rate, { max: 200 }) rates!: Rate[]
}

export const ratesEvents = defineEvents(
  'rates',
  {
    published: {
      payload: RatesPublished,
      version: 1,
      examples: [{ day: '2026-03-02', rates: [{ currency: 'SEK', toGroup: '0.0912' }] }],
    },
  },
  { published: true },
)
