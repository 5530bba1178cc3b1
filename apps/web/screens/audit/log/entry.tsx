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

export type LogEntry = Answer<'/api/v1/access-log'>['entries'][number]

/** Ids of the records of a kind among whose values were opened. */
export const recordsOf = ({ partitions }: LogEntry, kind: 'customer' | 'contact'): string[] =>
  partitions
    .filter((partition) => partition.startsWith(`${kind}:`))
    .map((partition) => partition.slice(kind.length + 1))

export function Entry({ of }: { of: LogEntry }) {
  const say = useTexts(logTexts)
  const formats = useFormats()
  const customers = recordsOf(of, 'customer')
  const people = recordsOf(of, 'contact')
  const names = new Map(of.names.map(({ partition, name }) => [partition, name]))
  const others = of.partitions.length - customers.length - people.length
  return (
    <>
      <h2>
        <PersonalValue of={of.viewerName} />
      </h2>
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
        {customers.map((id) => (
          <li key={id}>
            <CustomerCell of={{ id, name: names.get(`customer:${id}`) }} />
          </li>
        ))}
      </ul>
      {people.length > 0 && <h3>{say('peopleOpened')}</h3>}
      {people.length > 0 && <People ids={people} />}
      {others > 0 && <p className={styles.quiet}>{say('otherRecords', { count: others })}</p>}
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
  const customers = recordsOf(of, 'customer')
  const people = recordsOf(of, 'contact')
  const [only] = people
  return (
    <>
      {customers.length > namesInLine && `${say('customers', { count: customers.length })}: `}
      {of.names
        .slice(0, namesInLine)
        .map(({ name }) => name)
        .join(', ')}
      {customers.length > namesInLine && ' …'}
      {of.names.length > 0 && people.length > 0 && ' · '}
      {people.length > 1 && say('people', { count: people.length })}
      {people.length === 1 && only && (
        <Link to="/audit/person/$id" params={{ id: only }}>
          {say('person')}
        </Link>
      )}
    </>
  )
}

const namesInLine = 2
