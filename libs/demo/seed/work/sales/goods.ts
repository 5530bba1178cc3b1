/** What is sold: goods that fit where the customer works and what the unit deals in, named in the seller's language. */
import { type DemoProduct, demoProducts, isSoldTo } from '../../../products.js'
import type { InventedLanguage } from '../../../texts/vocabulary.js'
import { productId, withdrawnProduct } from '../../founding/catalogue.js'
import { contextOf, isMonitoredOnly, type Relation, type World } from '../../plan/world.js'

const currencies = { 'fi-foodservice': 'EUR', 'fi-lab': 'EUR', de: 'EUR', se: 'SEK', no: 'NOK' } as const
/** Round rates for list prices abroad. */
const perEuro = { EUR: 1, SEK: 11.2, NOK: 11.6 } as const

/** Pieces of a product. */
export type Parcel = readonly (readonly [code: string, pieces: number])[]

export interface Line {
  product: string
  quantity: string
  price: { amountMinor: number; currency: string }
}

export interface Goods {
  /** As the deal is called: `Kylmähuone 20 m³, 2 kpl`. */
  name: string
  /** What is worth most comes first. */
  lines: Line[]
  codes: string[]
  /** Whether it may be a project of its own: large equipment, not a refrigerator or a handful of seals. */
  isLarge: boolean
}

/** Goods of the parcel, or of one that fits the relationship, at or below list price. */
export function goodsOf(
  world: World,
  relation: Relation,
  { day, parcel = fittingParcel(world, relation, day) }: { day: string; parcel?: Parcel },
): Goods {
  const sold = parcel.map(([code, pieces]) => ({ product: productOf(code), pieces })).toSorted(byWorth)
  return {
    name: nameOf(sold, relation.owner.language),
    lines: sold.map(({ product, pieces }) => lineOf(world, relation, { product, pieces })),
    codes: sold.map(({ product }) => product.code),
    isLarge: sold.some((one) => one.product.kind === 'product' && worthAtList(one) >= projectMinor),
  }
}

/** The sum of the lines. */
export function worthOf(lines: readonly Line[]): Line['price'] {
  const amountMinor = lines.reduce((sum, { quantity, price }) => sum + Number(quantity) * price.amountMinor, 0)
  return { amountMinor, currency: lines[0]?.price.currency ?? 'EUR' }
}

interface Sold {
  product: DemoProduct
  pieces: number
}

function productOf(code: string): DemoProduct {
  const found = demoProducts.find((one) => one.code === code)
  if (!found) throw new Error(`the demo group sells no ${code}`)
  return found
}

function lineOf({ random }: World, { unit }: Relation, { product, pieces }: Sold): Line {
  const currency = currencies[unit]
  const amountMinor = Math.round(product.listPriceMinor * perEuro[currency] * (1 - random.int(0, 12) / 100))
  return { product: productId(product.code), quantity: String(pieces), price: { amountMinor, currency } }
}

const pieceWords: Readonly<Record<InventedLanguage, string>> = {
  fi: 'kpl',
  sv: 'st',
  de: 'Stück',
  nb: 'stk',
  en: 'pcs',
}

const worthAtList = ({ product, pieces }: Sold): number => product.listPriceMinor * pieces
const byWorth = (a: Sold, b: Sold): number => worthAtList(b) - worthAtList(a)

const projectMinor = 14_000_00

/** By what is worth most, with its number where there are several. */
function nameOf(sold: readonly Sold[], language: InventedLanguage): string {
  const [main] = sold
  if (!main) throw new Error('nothing is sold')
  const name = main.product.names[language]
  // What a service is counted by is nothing to call a deal by.
  if (main.product.kind === 'service') return name.split(',')[0] ?? name
  return main.pieces > 1 ? `${name}, ${main.pieces} ${pieceWords[language]}` : name
}

/** Equipment mostly; monitoring everywhere; service to those who have equipment of ours in a kitchen or on a ship. */
function fittingParcel(world: World, relation: Relation, day: string): Parcel {
  if (isMonitoredOnly(relation)) return monitoringParcel(world)
  const { random } = world
  const { setting, isCustomer } = contextOf(relation, day)
  if (random.chance(0.15)) return monitoringParcel(world)
  if (isCustomer && setting !== 'laboratory' && random.chance(0.2)) return serviceParcel(world)
  return equipmentParcel(world, relation, day)
}

/** Up to three kinds of what fits where they work. */
export function equipmentParcel(world: World, relation: Relation, day: string): Parcel {
  if (isMonitoredOnly(relation)) return monitoringParcel(world)
  const { random } = world
  const { setting = 'kitchen', sector } = { ...contextOf(relation, day), sector: relation.account.company.sector }
  const equipment = demoProducts.filter(
    (one) => one.kind === 'product' && one.code !== withdrawnProduct && isSoldTo(one, { setting, sector }),
  )
  return random
    .shuffle(equipment)
    .slice(0, random.int(1, 3))
    .map(({ code, listPriceMinor }) => [code, random.int(1, listPriceMinor > 10_000_00 ? 2 : 5)] as const)
}

function monitoringParcel({ random }: World): Parcel {
  const tens = random.int(1, 4)
  const parcel: Parcel = [
    ['KR-TS01', tens * 10],
    ['KR-GW01', tens],
    ['KR-MS10', tens * 12],
  ]
  return random.chance(0.3) ? [['KR-PL03', 1]] : parcel
}

function serviceParcel({ random }: World): Parcel {
  const parts: Parcel = [
    ['HA-P101', random.int(4, 12)],
    ['HA-P204', random.int(2, 8)],
    ['HA-MV01', 2],
  ]
  return random.chance(0.5) ? [['HA-SA01', random.int(1, 3) * 12]] : parts
}
