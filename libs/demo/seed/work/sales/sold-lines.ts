/** What an opportunity is about: products of the unit's brand at prices near the list, in the unit's currency. */
import { type DemoProduct, demoProducts } from '../../../products.js'
import { productId, withdrawnProduct } from '../../founding/catalogue.js'
import type { Relation, World } from '../../plan/world.js'

const currencies = { 'fi-foodservice': 'EUR', 'fi-lab': 'EUR', de: 'EUR', se: 'SEK', no: 'NOK' } as const
/** Round rates for list prices abroad. */
const perEuro = { EUR: 1, SEK: 11.2, NOK: 11.6 } as const

export interface Line {
  product: string
  quantity: string
  price: { amountMinor: number; currency: string }
}

/** One to four products, at or below list price. */
export function soldLinesOf({ random }: World, { unit }: Relation): Line[] {
  const currency = currencies[unit]
  const brand = unit === 'fi-lab' ? 'Kryolin' : 'Hallaris'
  const offered = demoProducts.filter((one) => one.brand === brand && one.code !== withdrawnProduct)
  return random
    .shuffle(offered)
    .slice(0, random.int(1, 4))
    .map((product) => ({
      product: productId(product.code),
      quantity: String(quantityOf(product, random.int(1, 6))),
      price: {
        amountMinor: Math.round(product.listPriceMinor * perEuro[currency] * (1 - random.int(0, 12) / 100)),
        currency,
      },
    }))
}

/** What is cheap is bought by the dozen. */
const quantityOf = ({ listPriceMinor }: DemoProduct, few: number): number => (listPriceMinor < 50_000 ? few * 12 : few)

/** The sum of the lines. */
export function worthOf(lines: readonly Line[]): Line['price'] {
  const amountMinor = lines.reduce((sum, { quantity, price }) => sum + Number(quantity) * price.amountMinor, 0)
  return { amountMinor, currency: lines[0]?.price.currency ?? 'EUR' }
}
