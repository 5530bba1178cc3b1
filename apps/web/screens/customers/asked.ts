/** What the list of customers asks for. */
import type { Asked } from '../../api/questions.js'
import type { CustomersAddress } from './address.js'

export const customersList = '/api/v1/customers'

/** @param unit the whole group when absent */
export const customersAsked = (
  { search, filter, sort = '-lastTouch' }: CustomersAddress,
  unit: string | undefined,
): Asked<typeof customersList> => ({ query: { search, filter, sort, scope: unit } })

/** Columns of the list as its file calls them; the score is drawn, and stands in no file. */
const inFile: Readonly<Record<string, { ofGroup: string; ofUnit: string }>> = {
  stage: { ofGroup: 'stage', ofUnit: 'here.stage' },
  status: { ofGroup: '', ofUnit: 'here.status' },
  units: { ofGroup: 'units', ofUnit: '' },
  owner: { ofGroup: '', ofUnit: 'here.owner' },
  open: { ofGroup: 'openGroup', ofUnit: 'openGroup' },
  lastTouch: { ofGroup: 'lastTouch', ofUnit: 'here.lastTouch' },
  score: { ofGroup: '', ofUnit: '' },
}

/** The columns of the file of what is shown, in the same order. */
export const fileColumnsOf = (shown: readonly string[], hasUnit: boolean): string =>
  shown.flatMap((id) => (inFile[id] ?? { ofGroup: id, ofUnit: id })[hasUnit ? 'ofUnit' : 'ofGroup'] || []).join(',')
