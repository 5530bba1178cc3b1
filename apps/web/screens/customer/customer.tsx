/** A customer in full: the sentence, the score, promises and people, the timeline, where each unit stands. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { buttonLink } from '../../components/button.js'
import { EventSheet } from '../../history/event/event-sheet.js'
import { useFormats, useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { ReplayLead } from '../audit/offers/leads.js'
import type { Customer360 } from './answer.js'
import { customerAsked } from './asked.js'
import styles from './customer.module.css'
import { About } from './parts/about.js'
import { Opportunities } from './parts/opportunities.js'
import { People } from './parts/people.js'
import { Promises } from './parts/promises.js'
import { Standings } from './parts/standings.js'
import { PastOf } from './score/past-of.js'
import { ScoreSection } from './score/score-section.js'
import { Tabs, useTab } from './tabs.js'
import { customerTexts } from './texts.js'
import { Timeline } from './timeline/timeline.js'
import { useCustomerAddress } from './use-address.js'

export function Customer() {
  const { id, moment, address, change, to } = useCustomerAddress()
  return (
    <main className={page.page}>
      <PastOf id={id} moment={moment} onMoment={to} />
      <Answered page of={customerAsked(id, moment)}>
        {(customer, isOutstanding) => <Whole of={customer} isOutstanding={isOutstanding} />}
      </Answered>
      {address.event !== undefined && (
        <EventSheet
          event={address.event}
          of={{ customer: id }}
          moment={moment}
          onClose={() => change({ event: undefined })}
        />
      )}
    </main>
  )
}

function Whole({ of: customer, isOutstanding }: { of: Customer360; isOutstanding: boolean }) {
  const say = useTexts(customerTexts)
  const { id, moment, address, change, to } = useCustomerAddress()
  const { tab, isNarrow } = useTab()
  const { data: group } = useQuery(question('/api/v1/group'))
  const currency = group?.currency ?? 'EUR'
  const { parts } = customer
  const shows = (part: typeof tab) => !isNarrow || tab === part
  return (
    <>
      <Head of={customer} />
      {customer.own && (
        <ScoreSection
          id={id}
          moment={moment}
          onMoment={to}
          shown={address}
          onPeriod={(period) => change({ from: period?.from, to: period?.to })}
          onZoom={change}
        />
      )}
      {parts === undefined ? (
        <p className={styles.notice}>{say(customer.known ? 'outline' : 'unknown')}</p>
      ) : (
        <div
          className={isOutstanding ? `${styles.columns} ${styles.outstanding}` : styles.columns}
          aria-busy={isOutstanding}
        >
          <div className={styles.left}>
            <Promises of={parts} />
            {isNarrow && <Tabs />}
            {shows('people') && <People of={parts.people} />}
          </div>
          <div className={styles.middle}>{shows('timeline') && <Timeline of={customer} />}</div>
          <div className={styles.right}>
            {shows('standing') && <Standings of={parts} currency={currency} />}
            {shows('standing') && <Opportunities of={parts} currency={currency} />}
            {shows('about') && <About of={customer} currency={currency} />}
          </div>
        </div>
      )}
    </>
  )
}

function Head({ of: { id, name, sentence, askedFor, stopped } }: { of: Customer360 }) {
  const say = useTexts(customerTexts)
  const formats = useFormats()
  const { moment } = useCustomerAddress()
  return (
    <>
      <div className={styles.head}>
        <title>{`${name ?? id} · Kumppani`}</title>
        <h1>{name ?? id}</h1>
        <p className={`${page.sentence} ${styles.sentence}`}>{sentence}</p>
        <div className={styles.ways}>
          <ReplayLead id={id} />
          <Link to="/customers/$id/brief" params={{ id }} search={moment} className={buttonLink}>
            {say('brief')}
          </Link>
        </div>
      </div>
      {askedFor !== undefined && askedFor !== id && <p className={styles.notice}>{say('merged')}</p>}
      {stopped && (
        <p className={styles.caution} role="alert">
          {stopped.sentence} {formats.moment(stopped.since)}
        </p>
      )}
    </>
  )
}
