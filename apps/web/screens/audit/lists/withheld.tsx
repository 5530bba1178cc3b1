/** Writing that nobody reads since an erasure: what waits, unless a filter asks for what was decided. */
import { PersonalValue } from '../../../components/name.js'
import styles from '../audit.module.css'
import { CustomerCell, MemberCell, PersonCell, Quiet } from './cells.js'
import { defineList } from './list-definition.js'

const statuses = ['withheld', 'released', 'redacted'] as const

export const withheldNotes = defineList<'/api/v1/withheld-notes'>({
  path: '/api/v1/withheld-notes',
  usual: 'since',
  keyOf: ({ stream }) => stream,
  columns: ({ say, formats }) => [
    {
      id: 'customer',
      head: say('customer'),
      width: 'minmax(180px, 2fr)',
      cell: ({ customer }) => <CustomerCell of={customer} />,
    },
    { id: 'unit', head: say('unit'), sort: 'unit', phone: 'second', cell: ({ unit }) => unit?.name },
    { id: 'status', head: say('status'), sort: 'status', width: '140px', cell: ({ status }) => say(status) },
    {
      id: 'since',
      head: say('since'),
      sort: 'since',
      width: '130px',
      phone: 'end',
      cell: ({ since }) => formats.day(since),
    },
    {
      id: 'texts',
      head: say('texts'),
      numeric: true,
      width: '80px',
      phone: 'named',
      cell: ({ texts }) => texts.length,
    },
    {
      id: 'decided',
      head: say('decided'),
      width: 'minmax(160px, 1fr)',
      phone: 'hidden',
      cell: ({ decidedAt, decidedBy }) =>
        decidedAt && (
          <>
            {formats.day(decidedAt)} <MemberCell of={decidedBy} />
          </>
        ),
    },
  ],
  fields: ({ say, units }) => [
    {
      id: 'status',
      label: say('status'),
      operators: ['eq', 'ne'],
      values: statuses.map((code) => ({ code, word: say(code) })),
    },
    { id: 'unit', label: say('unit'), operators: ['eq', 'ne'], values: units },
    { id: 'since', label: say('since'), operators: ['ge', 'le'], type: 'date' },
  ],
  beside: ({ customer, contacts, texts }, { say, formats }) => (
    <>
      <h2>
        <CustomerCell of={customer} />
      </h2>
      <h3>{say('people')}</h3>
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <PersonCell of={contact} />
          </li>
        ))}
      </ul>
      <h3>{say('texts')}</h3>
      <ul>
        {texts.map(({ event, field, text, writer, recordedAt }) => (
          <li key={`${event} ${field}`} className={styles.entry}>
            <MemberCell of={writer} /> <Quiet>{formats.moment(recordedAt)}</Quiet>
            <br />
            <PersonalValue of={text} />
          </li>
        ))}
      </ul>
    </>
  ),
})
