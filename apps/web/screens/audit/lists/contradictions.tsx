/** What other systems say otherwise of a customer, and nobody has settled. */
import { PersonalValue } from '../../../components/name.js'
import { capital } from '../../../components/words.js'
import { CustomerCell, Quiet } from './cells.js'
import { defineList } from './list-definition.js'

export const contradictions = defineList<'/api/v1/contradictions'>({
  path: '/api/v1/contradictions',
  usual: 'contradicted,name',
  keyOf: ({ id }) => id,
  columns: ({ say, formats }) => [
    {
      id: 'customer',
      head: say('customer'),
      sort: 'name',
      width: 'minmax(180px, 2fr)',
      cell: ({ customer }) => <CustomerCell of={customer} />,
    },
    {
      id: 'group',
      head: say('field'),
      width: '140px',
      phone: 'end',
      cell: ({ fieldGroup }) => capital(say(fieldGroup)),
    },
    {
      id: 'ours',
      head: say('ours'),
      width: 'minmax(140px, 2fr)',
      phone: 'named',
      cell: ({ ours }) => <PersonalValue of={ours} />,
    },
    {
      id: 'theirs',
      head: say('theirs'),
      width: 'minmax(140px, 2fr)',
      phone: 'named',
      cell: ({ theirs }) => <PersonalValue of={theirs} />,
    },
    { id: 'system', head: say('system'), width: '110px', phone: 'hidden', cell: ({ system }) => system },
    {
      id: 'since',
      head: say('since'),
      width: '120px',
      numeric: true,
      phone: 'hidden',
      cell: ({ at }) => at && <Quiet>{formats.day(at)}</Quiet>,
    },
  ],
  fields: ({ say, words, units }) => [
    { id: 'name', label: say('name'), operators: ['starts', 'eq', 'ne'] },
    { id: 'sector', label: say('sector'), operators: ['eq', 'ne', 'empty'], values: words.in('sector') },
    { id: 'units', label: say('unit'), operators: ['has'], values: units },
  ],
})
