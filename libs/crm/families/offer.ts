/** The family of facts about what a customer is offered: it lies open until it is decided, for so much. */
import { FactFamily, type PricedMoney } from '#kernel'

export interface StatedOffer {
  /** What becomes of it; left out where only its value is another. */
  turn?: 'opened' | 'decided' | 'reopened'
  /** What it is worth since; as before where it is left out. */
  value?: PricedMoney
}

/** A record is one offer, of the unit that the fact is filed under to its customer. */
export const offer = new FactFamily<StatedOffer>('offer')
