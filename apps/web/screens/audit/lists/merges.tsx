/** Which customers and which contacts were said to be the same, and which of that was taken back. */
import type { Answer } from '../../../api/questions.js'
import type { FilterField } from '../../../components/filter/filter.js'
import { PersonalValue } from '../../../components/name.js'
import type { Column } from '../../../components/table/column.js'
import styles from '../audit.module.css'
import { CustomerCell, MemberCell, PersonCell, Quiet } from './cells.js'
import { defineList, type ShownWith } from './list-definition.js'

type CustomerMerge = Answer<'/api/v1/merges'>['rows'][number]
type ContactMerge = Answer<'/api/v1/merges/contacts'>['rows'][number]
type Merge = Pick<CustomerMerge, 'status' | 'made' | 'ended' | 'recorded'>

const statuses = ['standing', 'void', 'taken-back'] as const

const decision = ({ say, formats }: ShownWith): Column<Merge>[] => [
  {
    id: 'status',
    head: say('status'),
    sort: 'status',
    width: '130px',
    phone: 'end',
    cell: ({ status }) => say(status),
  },
  {
    id: 'made',
    head: say('made'),
    sort: 'madeAt',
    width: '130px',
    phone: 'hidden',
    cell: ({ made }) => formats.day(made.recordedAt),
  },
  {
    id: 'by',
    head: say('by'),
    width: 'minmax(140px, 1fr)',
    phone: 'named',
    cell: ({ made }) => <MemberCell of={made.who} />,
  },
  {
    id: 'ended',
    head: say('ended'),
    width: 'minmax(160px, 1fr)',
    phone: 'hidden',
    cell: ({ ended }) =>
      ended && (
        <>
          {formats.day(ended.recordedAt)}{' '}
          <Quiet>
            <MemberCell of={ended.who} />
          </Quiet>
        </>
      ),
  },
]

const fields = ({ say }: ShownWith): FilterField[] => [
  {
    id: 'status',
    label: say('status'),
    operators: ['eq', 'ne'],
    values: statuses.map((code) => ({ code, word: say(code) })),
  },
  { id: 'madeAt', label: say('made'), operators: ['ge', 'le'], type: 'date' },
]

/** What was recorded with the one record while it counted as the other. */
function Between({ of, shown: { say, formats } }: { of: Merge; shown: ShownWith }) {
  return (
    <>
      <h2>{say('recordedSince')}</h2>
      <ul>
        {of.recorded.map(({ event, kind, kindName, recordedAt, who, summary }) => (
          <li key={event} className={styles.entry}>
            <b>{kindName ?? kind}</b> <Quiet>{formats.day(recordedAt)}</Quiet> <MemberCell of={who} />
            <br />
            <PersonalValue of={summary} />
          </li>
        ))}
      </ul>
    </>
  )
}

export const customerMerges = defineList<'/api/v1/merges'>({
  path: '/api/v1/merges',
  usual: '-madeAt',
  keyOf: ({ made }) => made.event,
  columns: (shown) => [
    {
      id: 'customer',
      head: shown.say('customer'),
      width: 'minmax(180px, 2fr)',
      cell: ({ customer }: CustomerMerge) => <CustomerCell of={customer} />,
    },
    {
      id: 'into',
      head: shown.say('into'),
      width: 'minmax(180px, 2fr)',
      phone: 'named',
      cell: ({ into }: CustomerMerge) => <CustomerCell of={into} />,
    },
    ...decision(shown),
  ],
  fields,
  beside: (row, shown) => row.recorded.length > 0 && <Between of={row} shown={shown} />,
})

export const contactMerges = defineList<'/api/v1/merges/contacts'>({
  path: '/api/v1/merges/contacts',
  usual: '-madeAt',
  keyOf: ({ made }) => made.event,
  columns: (shown) => [
    {
      id: 'contact',
      head: shown.say('people'),
      width: 'minmax(180px, 2fr)',
      cell: ({ contact }: ContactMerge) => <PersonCell of={contact} />,
    },
    {
      id: 'into',
      head: shown.say('into'),
      width: 'minmax(180px, 2fr)',
      phone: 'named',
      cell: ({ into }: ContactMerge) => <PersonCell of={into} />,
    },
    ...decision(shown),
  ],
  fields,
  beside: (row, shown) => row.recorded.length > 0 && <Between of={row} shown={shown} />,
})
