/** Who the customer is: what is contradicted, what the register says, and the family it belongs to. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { question } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import { StageName } from '../../../components/stage-name.js'
import { useWords } from '../../../components/words.js'
import { EventLink } from '../../../history/event-link.js'
import { momentOf } from '../../../history/person-link.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { Moment } from '../../../past/moment.js'
import { isPast } from '../../../past/past.js'
import type { Customer360, CustomerParts } from '../answer.js'
import styles from '../customer.module.css'
import { customerTexts } from '../texts.js'
import { useCustomerAddress } from '../use-address.js'

type Register = CustomerParts['register']

export interface AboutProps {
  of: Customer360
  /** Of the group. */
  currency: string
}

export function About({ of: { id, parts } }: AboutProps) {
  const say = useTexts(customerTexts)
  const { moment } = useCustomerAddress()
  if (!parts) return null
  const { contradictions, parent, daughters = [] } = parts.register
  return (
    <>
      {contradictions.length > 0 && (
        <section aria-labelledby="contradictions">
          <h2 id="contradictions">{say('contradictions')}</h2>
          <Contradictions of={contradictions} />
        </section>
      )}
      <section aria-labelledby="register">
        <h2 id="register">{say('register')}</h2>
        <RegisterFields of={parts.register} />
      </section>
      {(parent || daughters.length > 0 || isPast(moment)) && <Family of={id} moment={moment} />}
    </>
  )
}

function Contradictions({ of }: { of: Register['contradictions'] }) {
  const say = useTexts(customerTexts)
  const words = useWords()
  return (
    <ul className={styles.rows}>
      {of.map(({ id, field, ours, theirs, system }) => (
        <li key={id} className={styles.row}>
          <b>{words.of('field', field)}</b>
          <p className={styles.facts}>
            <span>
              {say('systemSays', { system })} “<PersonalValue of={theirs} />”
            </span>
            <span>
              {say('weSay')} “<PersonalValue of={ours} />”
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Said by others already, or only part of another. */
const shownElsewhere = new Set(['name', 'revenueCurrency'])

function RegisterFields({ of: { fields, identifiers, sites, links, mergedFrom } }: { of: Register }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const words = useWords()
  const revenueIn = String(fields.find(({ field }) => field === 'revenueCurrency')?.value ?? 'EUR')
  const shown = (field: string, value: unknown): string => {
    if (field === 'revenueMinor') return formats.money(Number(value), revenueIn)
    if (field === 'country') return formats.country(String(value))
    if (field === 'sector') return words.of('sector', String(value))
    return typeof value === 'number' && field !== 'foundedYear' ? formats.number(value) : String(value)
  }
  return (
    <dl className={styles.about}>
      {fields
        .filter(({ field }) => !shownElsewhere.has(field))
        .map(({ field, value, from }) => (
          <div key={field}>
            <dt>{words.of('field', field)}</dt>
            <dd>
              <EventLink to={from[0]?.position ?? ''}>
                {typeof value === 'object' ? <PersonalValue of={value as { erased: true }} /> : shown(field, value)}
              </EventLink>
            </dd>
          </div>
        ))}
      {identifiers.map(({ scheme, value, from }) => (
        <div key={`${scheme} ${value}`}>
          <dt>{say(isScheme(scheme) ? scheme : 'source')}</dt>
          <dd>
            <EventLink to={from[0]?.position ?? ''}>{value}</EventLink>
          </dd>
        </div>
      ))}
      {links.map(({ system, record }) => (
        <div key={`${system} ${record}`}>
          <dt>{system}</dt>
          <dd>{record}</dd>
        </div>
      ))}
      {sites.length > 0 && (
        <div>
          <dt>{say('sites')}</dt>
          <dd>
            <ul>
              {sites.map(({ site, name, city }) => (
                <li key={site}>{[name, city].filter(Boolean).join(', ')}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {mergedFrom.length > 0 && (
        <div>
          <dt>{say('mergedFrom')}</dt>
          <dd>{formats.list(mergedFrom.map(({ id, name }) => name ?? id))}</dd>
        </div>
      )}
    </dl>
  )
}

const schemes = ['business-id', 'vat-id', 'duns', 'lei'] as const
const isScheme = (scheme: string): scheme is (typeof schemes)[number] => schemes.some((one) => one === scheme)

/** Mother and daughters as a tree, as they are today; on a page of the past it says so. */
function Family({ of: id, moment }: { of: string; moment: Moment }) {
  const say = useTexts(customerTexts)
  const { data } = useQuery(question('/api/v1/customers/{id}/hierarchy', { path: { id } }))
  if (!data || data.rows.length < 2) return null
  return (
    <section aria-labelledby="family">
      <h2 id="family">{say('family')}</h2>
      {isPast(moment) && <p className={styles.quiet}>{say('familyToday')}</p>}
      <ul className={styles.tree}>
        {data.rows.map(({ id: member, name, depth, stage }) => (
          <li
            key={member}
            aria-current={member === id ? 'true' : undefined}
            style={{ paddingInlineStart: `${depth * 16}px` }}
          >
            <Link to="/customers/$id" params={{ id: member }} search={momentOf}>
              {name ?? member}
            </Link>
            <StageName of={stage} filled />
          </li>
        ))}
      </ul>
      {data.more && <p className={styles.quiet}>{say('familyMore')}</p>}
    </section>
  )
}
