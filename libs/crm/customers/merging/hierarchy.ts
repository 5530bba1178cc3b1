/** Which customers belong to which, as far as all that is recorded says by now. */
import type { Deciding } from '#kernel'
import { groupOf } from '../../merging/identity.reference.js'
import { holding, parentStated, type Statement, stated, valuesOf } from '../../merging/statements.queries.js'

/** Deeper hierarchies are not followed to their end. */
const deepest = 50

/** The customer that another belongs to, under whichever of its ids. */
async function parentOf(customer: string, by: Deciding): Promise<string | undefined> {
  const group = groupOf(customer, by.present)
  let said: Statement[] = []
  for (const id of group) {
    for (const fact of await by.facts(`customer-${id}`)) {
      if (fact.type === 'customer.parent-set') said = stated(said, fact, parentStated(fact.data))
    }
  }
  return valuesOf(holding(said, group)).parent as string | undefined
}

/** Whether the customer decided about is above another. Checked at the edge: two who decide at once may both pass. */
export async function isAbove(customer: string, by: Deciding): Promise<boolean> {
  const own = groupOf(by.id, by.present)
  let at: string | undefined = customer
  for (let depth = 0; at !== undefined && depth < deepest; depth++) {
    if (own.includes(at)) return true
    at = await parentOf(at, by)
  }
  return false
}
