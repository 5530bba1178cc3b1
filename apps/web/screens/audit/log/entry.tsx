/** An entry of the access log in full: all whose values were opened. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { CustomerCell, PersonCell } from '../lists/cells.js'
import { logTexts } from '../texts/log-texts.js'
import { auditTexts } from '../texts/texts.js'
import { PageName } from './page-name.js'

export type LogEntry = Answer<'/api/v1/access-log'>['rows'][number]

export function Entry({ of }: { of: LogEntry }) {
  const say = useTexts(logTexts)
  const formats = useFormats()
  const { customers, contacts, others } = of
  return (
    <>
      <h2>{of.viewer.name === undefined ? of.viewer.id : <PersonalValue of={of.viewer.name} />}</h2>
      <p>
        {formats.moment(of.at)} · {say(of.kind)} · <PageName of={of.page} />
      </p>
      {of.reason !== undefined && (
        <p>
          {say('reason')}: <PersonalValue of={of.reason} />
        </p>
      )}
      <p className={styles.quiet}>{say('position', { position: String(of.position) })}</p>
      {customers.length > 0 && <h3>{say('customersOpened')}</h3>}
      <ul>
        {customers.map((customer) => (
          <li key={customer.id}>
            <CustomerCell of={customer} />
          </li>
        ))}
      </ul>
      {contacts.length > 0 && <h3>{say('peopleOpened')}</h3>}
      {contacts.length > 0 && <People ids={contacts.map(({ id }) => id)} />}
      {others.length > 0 && <p className={styles.quiet}>{say('otherRecords', { count: others.length })}</p>}
    </>
  )
}

const mostNamed = 100

/** People by name, where they may be named. */
function People({ ids }: { ids: readonly string[] }) {
  const asked = ids.slice(0, mostNamed).map((id) => `contact-${id}`)
  const { data } = useQuery(question('/api/v1/record-names', { query: { streams: asked.join(',') } }))
  const names = new Map(data?.rows.map(({ stream, name }) => [stream, name]))
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <PersonCell of={{ id, name: names.get(`contact-${id}`) }} />
        </li>
      ))}
    </ul>
  )
}

/** Some of whose values were opened, in a line. */
export function Whose({ of }: { of: LogEntry }) {
  const say = useTexts(auditTexts)
  const { customers, contacts: people } = of
  const [only] = people
  return (
    <>
      {customers.length > namesInLine && `${say('customers', { count: customers.length })}: `}
      {customers
        .slice(0, namesInLine)
        .map(({ id, name }) => name ?? id)
        .join(', ')}
      {customers.length > namesInLine && ' …'}
      {customers.length > 0 && people.length > 0 && ' · '}
      {people.length > 1 && say('people', { count: people.length })}
      {people.length === 1 && only && (
        <Link to="/audit/person/$id" params={{ id: only.id }}>
          {say('person')}
        </Link>
      )}
    </>
  )
}

const namesInLine = 2
