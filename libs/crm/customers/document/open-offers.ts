/**
 * What a customer is offered at the moment, whatever slice says so: counted as it is opened, decided and
 * taken up again. Of many only the latest are kept one by one, so that the document does not grow with
 * what was ever offered; the sums are of all.
 */
import {
  type Amount,
  type AmountSum,
  type AnyFact,
  amountOf,
  HistoryNeeded,
  noAmounts,
  type PricedMoney,
  type Worth,
  withAmount,
  worthOfSums,
} from '#kernel'
import type { StatedOffer } from '../../families/offer.js'

interface Offer {
  /** Of the record. */
  id: string
  unit: string
  /** Absent where none is stated. */
  value?: Amount
}

interface Sum {
  count: number
  /** How many state a value. */
  amounts: number
  /** Of those whose value is stated. */
  value: AmountSum
}

export interface OpenOffers {
  /** Open ones, those opened last at the end. */
  offers: Offer[]
  /** Decided ones, which may be taken up again. */
  decided: Offer[]
  /** What is not kept one by one: decided ones, or also the open ones before the latest. */
  cut?: 'decided' | 'open'
  /** All open ones by unit. */
  offeredBy: Record<string, Sum>
  openCount: number
}

export const noOffers: OpenOffers = { offers: [], decided: [], offeredBy: {}, openCount: 0 }

/** So many open ones are kept one by one. */
const mostOpen = 50

const placeOf = (offers: readonly Offer[], { entity }: AnyFact): number =>
  offers.findLastIndex(({ id }) => id === entity)

const without = (offers: Offer[], offer: Offer | undefined): Offer[] =>
  offer ? offers.toSpliced(offers.indexOf(offer), 1) : offers

const valueIn = (value: PricedMoney, { day, at }: AnyFact): Pick<Offer, 'value'> => ({
  value: amountOf(value, day ?? at),
})

/** The document after what a fact says of an offer. */
export function offered<D extends OpenOffers>(doc: D, fact: AnyFact, said: StatedOffer): D {
  if (said.turn === 'opened') return opened(doc, fact, said)
  const known = valued(doc, fact, said)
  if (said.turn === 'decided') return decided(known, fact)
  return said.turn === 'reopened' ? reopened(known, fact) : known
}

function opened<D extends OpenOffers>(doc: D, fact: AnyFact, { value }: StatedOffer): D {
  const { entity, unit = '' } = fact
  const before = doc.offers[placeOf(doc.offers, fact)]
  const offer: Offer = { id: entity, unit, ...(value && valueIn(value, fact)) }
  const offers = [...without(doc.offers, before), offer]
  return { ...doc, ...summed(doc, before, offer), offers, decided: without(doc.decided, decidedIn(doc, fact)) }
}

/** With another value, if one is stated. */
function valued<D extends OpenOffers>(doc: D, fact: AnyFact, { value }: StatedOffer): D {
  if (!value) return doc
  const priced = (offer: Offer): Offer => ({ ...offer, ...valueIn(value, fact) })
  const open = openIn(doc, fact)
  if (open) {
    const offers = doc.offers.with(doc.offers.indexOf(open), priced(open))
    return { ...doc, ...summed(doc, open, priced(open)), offers }
  }
  const offer = decidedIn(doc, fact)
  return offer ? { ...doc, decided: doc.decided.with(doc.decided.indexOf(offer), priced(offer)) } : doc
}

function decided<D extends OpenOffers>(doc: D, fact: AnyFact): D {
  const offer = openIn(doc, fact)
  if (!offer) return doc
  // In its place another would be kept one by one.
  if (doc.cut === 'open') throw new HistoryNeeded()
  return {
    ...doc,
    ...summed(doc, offer, undefined),
    offers: without(doc.offers, offer),
    decided: [...doc.decided, offer],
  }
}

function reopened<D extends OpenOffers>(doc: D, fact: AnyFact): D {
  if (placeOf(doc.offers, fact) >= 0) return doc
  const offer = decidedIn(doc, fact)
  if (!offer && doc.cut) throw new HistoryNeeded()
  if (!offer) return doc
  return {
    ...doc,
    ...summed(doc, undefined, offer),
    offers: [...doc.offers, offer],
    decided: without(doc.decided, offer),
  }
}

/** What a customer's document keeps of its offers. */
export function boundedOffers<D extends OpenOffers>(doc: D): D {
  const { offers, decided, cut } = doc
  const isMuch = offers.length > mostOpen
  if (!isMuch && decided.length === 0) return doc
  return { ...doc, offers: offers.slice(-mostOpen), decided: [], cut: isMuch || cut === 'open' ? 'open' : 'decided' }
}

/** What all that is open is worth, and how much of it cannot be valued. */
export const offersWorth = ({ offeredBy }: Pick<OpenOffers, 'offeredBy'>, worth: Worth) =>
  worthOfSums(
    Object.values(offeredBy).map(({ value }) => value),
    worth,
  )

/** What those units offer the customer that `reads` names. */
export function offersOf(doc: OpenOffers, reads: (unit: string) => boolean): OpenOffers {
  const isOwn = ({ unit }: Offer) => reads(unit)
  const offeredBy = Object.fromEntries(Object.entries(doc.offeredBy).filter(([unit]) => reads(unit)))
  return {
    offers: doc.offers.filter(isOwn),
    decided: doc.decided.filter(isOwn),
    cut: doc.cut,
    offeredBy,
    openCount: Object.values(offeredBy).reduce((sum, { count }) => sum + count, 0),
  }
}

/** The offer, if it is open; one that is nowhere has been decided, or its opening is not known. */
function openIn(doc: OpenOffers, fact: AnyFact): Offer | undefined {
  const offer = doc.offers[placeOf(doc.offers, fact)]
  if (!offer && doc.cut === 'open' && !decidedIn(doc, fact)) throw new HistoryNeeded()
  return offer
}

const decidedIn = ({ decided }: OpenOffers, fact: AnyFact): Offer | undefined => decided[placeOf(decided, fact)]

type Sums = Pick<OpenOffers, 'offeredBy' | 'openCount'>

/** The sums with one open offer instead of another. */
function summed({ offeredBy, openCount }: Sums, before?: Offer, after?: Offer): Sums {
  const sums = { offeredBy: { ...offeredBy }, openCount }
  const add = ({ unit, value }: Offer, sign: 1 | -1) => {
    const known = sums.offeredBy[unit] ?? { count: 0, amounts: 0, value: noAmounts }
    sums.offeredBy[unit] = {
      count: known.count + sign,
      amounts: known.amounts + (value ? sign : 0),
      value: value ? withAmount(known.value, value, sign) : known.value,
    }
    sums.openCount += sign
  }
  if (before) add(before, -1)
  if (after) add(after, 1)
  return sums
}
