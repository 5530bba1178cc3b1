/** What the list of customers asks for. */
import { list } from '../../api/questions.js'
import type { CustomersAddress } from './address.js'

const pageRows = 100
const wholeGroup = 'group'

/** The unit looked at: that of the address, else the one that the reader prefers; the whole group when absent. */
export const unitOf = ({ unit }: CustomersAddress, preferred: string | undefined): string | undefined =>
  unit === wholeGroup ? undefined : (unit ?? preferred)

export const customersAsked = (address: CustomersAddress, preferred: string | undefined) => {
  const { search, filter, sort = '-lastTouch' } = address
  return list('/api/v1/customers', {
    query: { limit: pageRows, search, filter, sort, scope: unitOf(address, preferred) },
  })
}
