/** One event in full, over the page: what it says, who, when, what it corrects, what it came of, and the raw record. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Answer, question } from '../../api/questions.js'
import { nameOf, PersonalValue } from '../../components/name.js'
import { Failed, Loading } from '../../components/notice.js'
import { Sheet } from '../../components/sheet.js'
import { useFormats, useTexts } from '../../language/language.js'
import { OwnWords } from '../own-words.js'
import { momentOf, PersonLink } from '../person-link.js'
import { historyTexts } from '../texts.js'
import type { Beside } from './answer.js'
import styles from './event.module.css'
import { OtherEvents } from './other-events.js'
import { SaidFields } from './said.js'
import { saidIn } from './said-values.js'

type Recorded = Answer<'/api/v1/events/{position}'>

export interface EventSheetProps {
  /** Position of the event, or the stream of a record. */
  event: string
  /** In whose history it stands. */
  of: { customer: string } | { contact: string }
  moment: { knownAt?: string | undefined }
  onClose(): void
}

/** What stands beside the event, by whose history it is asked in. */
function useBeside({ of, event, moment: { knownAt } }: Omit<EventSheetProps, 'onClose'>) {
  const isOfCustomer = 'customer' in of
  const query = { knownAt }
  const ofCustomer = question('/api/v1/customers/{id}/events/{event}', {
    path: { id: isOfCustomer ? of.customer : '', event },
    query,
  })
  const ofContact = question('/api/v1/contacts/{id}/events/{event}', {
    path: { id: isOfCustomer ? '' : of.contact, event },
    query,
  })
  const customers = useQuery({ ...ofCustomer, enabled: isOfCustomer, placeholderData: undefined })
  const contacts = useQuery({ ...ofContact, enabled: !isOfCustomer, placeholderData: undefined })
  return isOfCustomer ? customers : contacts
}

export function EventSheet({ onClose, ...asked }: EventSheetProps) {
  const say = useTexts(historyTexts)
  const { data: beside, error } = useBeside(asked)
  const recorded = useQuery({
    ...question('/api/v1/events/{position}', { path: { position: beside?.position ?? '' } }),
    enabled: beside !== undefined,
    placeholderData: undefined,
  })
  const failed = error ?? recorded.error
  return (
    <Sheet title={beside?.typeName ?? recorded.data?.type ?? say('event')} side onClose={onClose}>
      {failed && <Failed error={failed} />}
      {!failed && (beside === undefined || recorded.data === undefined) && <Loading />}
      {beside && recorded.data && <Told beside={beside} event={recorded.data} />}
    </Sheet>
  )
}

function Told({ beside, event }: { beside: Beside; event: Recorded }) {
  const say = useTexts(historyTexts)
  const payload = event.payload as unknown as Readonly<Record<string, unknown>>
  const fields = saidIn(event.type, payload)
  const named = [...beside.members, ...beside.products, ...beside.customers].flatMap(({ id, name }) => {
    const known = nameOf(name)
    return known === undefined ? [] : [[id, known] as const]
  })
  const others = beside.record.length > 1 ? beside.record : []
  return (
    <div className={styles.event}>
      <Circumstances beside={beside} event={event} />
      {event.because !== undefined && (
        <p className={styles.because}>
          <b>{say('because')}</b> <OwnWords of={event.because as string} />
        </p>
      )}
      {fields.length > 0 && (
        <section aria-label={say('says')}>
          <SaidFields fields={fields} names={new Map(named)} language={beside.language} />
        </section>
      )}
      <OtherEvents heading={say('corrects')} events={beside.corrects ? [beside.corrects] : []} />
      <OtherEvents heading={say('correctedBy')} events={beside.correctedBy} />
      <OtherEvents heading={say('causes')} events={beside.causes} />
      <OtherEvents heading={say('effects')} events={beside.effects} />
      <OtherEvents heading={say('record')} events={others} at={beside.position} />
      <details className={styles.raw}>
        <summary>{say('raw')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
      </details>
    </div>
  )
}

/** Who it was, with whom, when it happened, and when we knew. */
function Circumstances({ beside, event }: { beside: Beside; event: Recorded }) {
  const say = useTexts(historyTexts)
  const formats = useFormats()
  const { who, unit, customers, contacts } = beside
  const { effectiveAt: at, occurredAt: on, occurredPrecision: precision, recordedAt, source, importId } = event
  return (
    <dl className={styles.head}>
      <Circumstance name={say('happened')}>
        {precision === 'before' ? say('beforeAll') : formats.stated({ at, on, precision })}
      </Circumstance>
      <Circumstance name={say('recorded')}>{formats.moment(recordedAt)}</Circumstance>
      <Circumstance name={say('who')}>
        {who.name === undefined ? who.id : <PersonalValue of={who.name} />}
        {unit && <span className={styles.quiet}> · {unit.name ?? unit.id}</span>}
      </Circumstance>
      {customers.length > 0 && (
        <Circumstance name={say('customers')}>
          {customers.map(({ id, name }) => (
            <Link key={id} to="/customers/$id" params={{ id }} search={momentOf} className={styles.name}>
              {name ?? id}
            </Link>
          ))}
        </Circumstance>
      )}
      {contacts.length > 0 && (
        <Circumstance name={say('contacts')}>
          {contacts.map(({ id, name }) => (
            <PersonLink key={id} id={id} name={name} className={styles.name} />
          ))}
        </Circumstance>
      )}
      {source && (
        <Circumstance name={say('source')}>
          {source.system} · {source.record}
        </Circumstance>
      )}
      {importId && <Circumstance name={say('import')}>{importId}</Circumstance>}
    </dl>
  )
}

function Circumstance({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
