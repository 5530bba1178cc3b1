/** What the list of customers shows, as its address carries it: whoever opens the link sees the same. */
import { textsIn } from '../../api/address.js'

export interface CustomersAddress {
  /** Beginnings of words. */
  search?: string
  /** In the grammar of the lists. */
  filter?: string
  /** A field, with `-` in front for the greatest first. */
  sort?: string
  /** Selling unit; `group` for all of them, whatever the reader usually looks at. */
  unit?: string
  /** Columns by comma, those of the reader's choice. */
  columns?: string
  /** The customer looked at beside the list. */
  at?: string
}

/** What is no text is left out. */
export const addressIn = (search: Record<string, unknown>): CustomersAddress =>
  textsIn(search, ['search', 'filter', 'sort', 'unit', 'columns', 'at'])
