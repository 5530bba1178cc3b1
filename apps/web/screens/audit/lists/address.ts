/** What a list of the audit shows, as its address carries it. */
import { textsIn } from '../../../api/address.js'

export interface ListAddress {
  /** In the grammar of the lists. */
  filter?: string
  /** A field, with `-` in front for the greatest first. */
  sort?: string
  /** Key of the row looked at beside the list. */
  at?: string
}

export const listAddressIn = (search: Record<string, unknown>): ListAddress => textsIn(search, ['filter', 'sort', 'at'])
