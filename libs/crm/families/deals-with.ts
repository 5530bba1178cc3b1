/** The family of facts that say that a unit deals with a customer: the unit and the customers they are filed under. */
import { FactFamily } from '#kernel'

/** They begin a relationship of the unit, and make the customer its own. */
export const dealsWith = new FactFamily<true>('deals-with')
