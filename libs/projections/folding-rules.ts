/** What projecting must know of the business: which records count as one, where days end, what amounts are worth, and what is withheld; never who may see it. */
import type { Registry, Rules } from '#kernel'

export interface FoldingRules
  extends Pick<Rules, 'identitySets' | 'calendar' | 'valuation' | 'privateWriting' | 'withholding'> {
  registry: Registry
}
