/** What we hope to sell here, and what the customer itself is about to do. */

import { useWords } from '../../../components/words.js'
import { EventLink } from '../../../history/event-link.js'
import { OwnWords } from '../../../history/own-words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { Moment } from '../../../past/moment.js'
import { useMe } from '../../../reader/me.js'
import { dayIn } from '../../../score/facts/days.js'
import type { CustomerParts } from '../answer.js'
import styles from '../customer.module.css'
import { customerTexts } from '../texts.js'
import { useCustomerAddress } from '../use-address.js'

export function Opportunities({
  of: { opportunities = [], projects = [] },
  currency,
}: {
  of: CustomerParts
  currency: string
}) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  return (
    <>
      <section aria-labelledby="opportunities">
        <h2 id="opportunities">
          {say('opportunities')} <span className={styles.count}>{formats.number(opportunities.length)}</span>
        </h2>
        {opportunities.length === 0 && <p className={styles.quiet}>{say('noOpportunities')}</p>}
        <ul className={styles.rows}>
          {opportunities.map((deal) => (
            <Deal key={deal.id} of={deal} currency={currency} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="projects">
        <h2 id="projects">
          {say('projects')} <span className={styles.count}>{formats.number(projects.length)}</span>
        </h2>
        {projects.length === 0 && <p className={styles.quiet}>{say('noProjects')}</p>}
        <ul className={styles.rows}>
          {projects.map((project) => (
            <Project key={project.id} of={project} />
          ))}
        </ul>
      </section>
    </>
  )
}

/** The day that counts as today: of the moment looked at. */
function useDayShown({ asOf, knownAt }: Moment): string {
  const { timeZone, today } = useMe()
  return dayIn(asOf ?? knownAt ?? today.day, timeZone)
}

function Deal({ of, currency }: { of: NonNullable<CustomerParts['opportunities']>[number]; currency: string }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const words = useWords()
  const { id, name, unit, stage, value, probability, closesOn } = of
  const { moment } = useCustomerAddress()
  const today = useDayShown(moment)
  const isLate = closesOn !== undefined && closesOn < today
  return (
    <li className={styles.row}>
      <EventLink to={`opportunity-${id}`} className={styles.line}>
        <OwnWords of={name} />
        {value && (
          <b title={value.groupMinor === undefined ? undefined : formats.money(value.amountMinor, value.currency)}>
            {value.groupMinor === undefined
              ? formats.money(value.amountMinor, value.currency)
              : formats.money(value.groupMinor, currency)}
          </b>
        )}
      </EventLink>
      <p className={styles.facts}>
        <span>{unit.name ?? unit.id}</span>
        <span>{words.of('opportunity-stage', stage)}</span>
        {probability !== undefined && <span>{formats.share(probability / 100)}</span>}
        {closesOn && (
          <span className={isLate ? styles.caution : undefined}>
            {say('closes', { on: formats.shortDay(closesOn) })}
          </span>
        )}
      </p>
    </li>
  )
}

function Project({ of }: { of: NonNullable<CustomerParts['projects']>[number] }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const words = useWords()
  const { id, name, kind, what, unit, decidesOn } = of
  return (
    <li className={styles.row}>
      <EventLink to={`customerproject-${id}`} className={styles.name}>
        <OwnWords of={name} />
      </EventLink>
      <p className={styles.facts}>
        <span>{words.of('customer-project-kind', kind)}</span>
        <span>{unit.name ?? unit.id}</span>
        {decidesOn && <span>{say('decides', { on: formats.shortDay(decidesOn) })}</span>}
      </p>
      <p className={styles.why}>
        <OwnWords of={what} short />
      </p>
    </li>
  )
}
