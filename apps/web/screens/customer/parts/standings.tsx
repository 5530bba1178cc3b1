/** Where each selling unit stands with the customer, and why. */

import { PersonalValue } from '../../../components/name.js'
import { Empty } from '../../../components/notice.js'
import { StageName, StatusName } from '../../../components/stage-name.js'
import { capital, useWords } from '../../../components/words.js'
import { EventLink } from '../../../history/event-link.js'
import { OwnWords } from '../../../history/own-words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { CustomerParts } from '../answer.js'
import styles from '../customer.module.css'
import { customerTexts } from '../texts.js'

type Standing = CustomerParts['standings'][number]

export function Standings({ of: { standings, shared }, currency }: { of: CustomerParts; currency: string }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">{say('whereWeStand')}</h2>
      {standings.length === 0 && <Empty>{say('noStandings')}</Empty>}
      {shared.map(({ matter, units }) => (
        <p key={matter} className={styles.caution}>
          {say(matter === 'meetings' ? 'sharedMeetings' : 'sharedOpportunities', {
            units: formats.list(units.map(({ unit }) => unit.name ?? unit.id)),
          })}
        </p>
      ))}
      <ul className={styles.rows}>
        {standings.map((standing) => (
          <StandingRow key={standing.id} of={standing} currency={currency} />
        ))}
      </ul>
    </section>
  )
}

function StandingRow({ of: standing, currency }: { of: Standing; currency: string }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const words = useWords()
  const { unit, stage, owner, offeredTo, target, status, statusSince, keyAccount } = standing
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <b>{unit.name ?? unit.id}</b> <StageName of={stage} filled />
      </div>
      <p className={styles.facts}>
        <StatusName of={status}>
          {statusSince !== undefined &&
            say('statusSince', { status: words.of('status', status), on: formats.shortMonth(statusSince) })}
        </StatusName>
        {owner && (
          <span>
            <PersonalValue of={owner.name} />
          </span>
        )}
        {offeredTo && (
          <span>
            {say('offeredTo')} <PersonalValue of={offeredTo.name} />
          </span>
        )}
        {keyAccount && <span>{say('keyAccount')}</span>}
      </p>
      <Figures of={standing} currency={currency} />
      {target?.stage && (
        <p className={styles.quiet}>
          {say(target.by ? 'targetBy' : 'target', {
            stage: capital(words.of('stage', target.stage)),
            by: target.by ? formats.shortMonth(target.by) : '',
          })}
        </p>
      )}
      <Why of={standing} />
    </li>
  )
}

/** In whose words it stands there, and since when. */
function Why({ of: { id, why, from, stageSince, stageSinceOn, stageSincePrecision } }: { of: Standing }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const since =
    stageSince && formats.stated({ at: stageSince, on: stageSinceOn, precision: datePrecision(stageSincePrecision) })
  if (!why && !since) return null
  return (
    <p className={styles.why}>
      <EventLink to={from[0]?.position ?? `relationship-${id}`}>
        {why && (
          <>
            “<OwnWords of={why} />”{' '}
          </>
        )}
        {since && <span className={styles.quiet}>{why ? since : say('sinceDay', { on: since })}</span>}
      </EventLink>
    </p>
  )
}

/** A stage is told by its day; the time of it is in the event. */
const datePrecision = (precision: Standing['stageSincePrecision']) => (precision === 'month' ? 'month' : 'day')

function Figures({ of, currency }: { of: Standing; currency: string }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const words = useWords()
  const { touches, purchases, boughtGroupMinor, boughtUnvalued = [], byFunction } = of
  const unvalued = boughtUnvalued.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p className={styles.facts}>
        <span>{say('touches', { count: touches })}</span>
        <span>
          {say('bought', { count: purchases, amount: formats.money(boughtGroupMinor, currency) })}
          {unvalued > 0 && ` (+${unvalued} ${boughtUnvalued.map((each) => each.currency).join(', ')})`}
        </span>
      </p>
      {byFunction.length > 0 && (
        <p className={styles.facts}>
          {byFunction.map(({ function: by, at, atOn, from, touches: count }) => (
            <EventLink
              key={by}
              to={from[0]?.position ?? ''}
              title={say('byFunction', { by: words.of('function', by), count })}
            >
              {words.of('function', by)} {at && formats.shortDay(atOn ?? at)}
            </EventLink>
          ))}
        </p>
      )}
    </>
  )
}
