/** What can be asked of the list of customers, in words. */
import type { FilterField } from '../../components/filter/filter.js'
import type { Words } from '../../components/words.js'
import type { Say } from '../../language/texts.js'
import type { CustomersText } from './texts.js'

const ofText = ['starts', 'eq', 'ne', 'empty', 'filled'] as const
const ofCode = ['eq', 'ne'] as const
const ofNumber = ['ge', 'le', 'eq', 'empty', 'filled'] as const
const ofRank = ['eq', 'ne', 'ge', 'le'] as const

export interface FieldsFor {
  say: Say<CustomersText>
  words: Words
  units: readonly { code: string; word: string }[]
  countries: readonly { code: string; word: string }[]
  hasUnit: boolean
}

export function customerFields({ say, words, units, countries, hasUnit }: FieldsFor): FilterField[] {
  const everywhere: FilterField[] = [
    { id: 'name', label: say('name'), operators: ofText },
    { id: 'stage', label: say('stage'), operators: ofRank, values: words.in('stage') },
    { id: 'sector', label: say('sector'), operators: [...ofCode, 'empty', 'filled'], values: words.in('sector') },
    { id: 'country', label: say('country'), operators: ofCode, values: countries },
    { id: 'city', label: say('city'), operators: ofText },
    { id: 'employees', label: say('employees'), operators: ofNumber, type: 'number' },
    { id: 'lastTouch', label: say('lastTouch'), operators: ofNumber, type: 'date' },
  ]
  const ofUnit: FilterField[] = [{ id: 'status', label: say('status'), operators: ofCode, values: words.in('status') }]
  const ofGroup: FilterField[] = [
    { id: 'units', label: say('units'), operators: ['has'], values: units },
    { id: 'openOpportunities', label: say('openCount'), operators: ofNumber, type: 'number' },
  ]
  return [...everywhere, ...(hasUnit ? ofUnit : ofGroup)]
}
