/** A person of a customer's: who, where, who of us knows them, what they agreed to, and all that happened with them. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { list, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { nameOf, PersonalValue } from '../../components/name.js'
import { Empty, Failed, Loading } from '../../components/notice.js'
import { retried } from '../../components/table/paging.js'
import { Entries } from '../../history/entries.js'
import { EventSheet } from '../../history/event/event-sheet.js'
import { More } from '../../history/more.js'
import { useFormats, useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import type { Moment } from '../../past/moment.js'
import { Past } from '../../past/past.js'
import { PersonLead } from '../audit/offers/leads.js'
import { Consents } from './consents.js'
import styles from './contact.module.css'
import { KnownBy } from './known-by.js'
import type { Person } from './person.js'
import { Posts } from './posts.js'
import { contactTexts } from './texts.js'

const route = getRouteApi('/contacts/$id')
const pageRows = 50

export function Contact() {
  const { id } = route.useParams()
  const { event, ...moment } = route.useSearch()
  const navigate = useNavigate({ from: '/contacts/$id' })
  const to = (search: Moment) => void navigate({ search, resetScroll: false })
  return (
    <main className={page.page}>
      <Past moment={moment} onToday={() => to({})} onMoment={to} />
      <Answered page of={question('/api/v1/contacts/{id}', { path: { id }, query: moment })}>
        {(person) => <Whole of={person} />}
      </Answered>
      {event !== undefined && (
        <EventSheet
          event={event}
          of={{ contact: id }}
          moment={moment}
          onClose={() => void navigate({ search: moment, replace: true, resetScroll: false })}
        />
      )}
    </main>
  )
}

function Whole({ of: person }: { of: Person }) {
  const say = useTexts(contactTexts)
  const formats = useFormats()
  const { id, name, erased, erasedAt, askedFor, stopped } = person
  return (
    <>
      <title>{`${nameOf(name) ?? say('timeline')} · Kumppani`}</title>
      <h1>{name === undefined ? id : <PersonalValue of={name} />}</h1>
      <p className={page.sentence}>
        <Summary of={person} />
      </p>
      {erased && <p className={styles.notice}>{say('erased', { on: erasedAt ? formats.day(erasedAt) : '' })}</p>}
      {askedFor !== undefined && askedFor !== id && <p className={styles.notice}>{say('merged')}</p>}
      {stopped && (
        <p className={styles.caution} role="alert">
          {stopped.sentence}
        </p>
      )}
      <p>
        <PersonLead id={id} />
      </p>
      <div className={styles.columns}>
        <div>
          <Reach of={person} />
          <Posts of={person.posts} />
          <Consents of={person.consents} />
        </div>
        <Happened id={id} />
        <div>
          <KnownBy of={person} />
        </div>
      </div>
    </>
  )
}

/** Where they work now, and since when they are known. */
function Summary({ of: { posts, since, sinceOn, sincePrecision, touches, lastTouch, lastTouchOn } }: { of: Person }) {
  const say = useTexts(contactTexts)
  const formats = useFormats()
  const at = posts.filter(({ current }) => current).map(({ customer }) => customer.name ?? customer.id)
  const known =
    since && formats.stated({ at: since, on: sinceOn, precision: sincePrecision === 'month' ? 'month' : 'day' })
  return (
    <>
      {at.length > 0 ? say('worksAt', { at: formats.list(at) }) : say('worksNowhere')}
      {known && ` ${say('knownSince', { on: known })}`} {say('met', { count: touches })}
      {lastTouch && ` ${say('lastMet', { on: formats.day(lastTouchOn ?? lastTouch) })}`}
    </>
  )
}

function Reach({ of: { mail, phone, language, note } }: { of: Person }) {
  const say = useTexts(contactTexts)
  const formats = useFormats()
  const lines = [
    ['mail', mail],
    ['phone', phone],
    ['language', language && formats.languageName(language)],
    ['note', note],
  ] as const
  const known = lines.filter(([, value]) => value !== undefined)
  if (known.length === 0) return null
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{say('reach')}</h2>
      <dl className={styles.reach}>
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>
              <PersonalValue of={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Happened({ id }: { id: string }) {
  const say = useTexts(contactTexts)
  const { event: _, ...moment } = route.useSearch()
  const asked = useInfiniteQuery(
    list('/api/v1/contacts/{id}/timeline', { path: { id }, query: { ...moment, limit: pageRows } }),
  )
  const rows = useMemo(() => asked.data?.pages.flatMap((each) => each.rows) ?? [], [asked.data])
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{say('timeline')}</h2>
      {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
      {asked.isPending && !asked.error && <Loading />}
      {asked.data && rows.length === 0 && <Empty>{say('nothingHappened')}</Empty>}
      {rows.length > 0 && <Entries rows={rows} />}
      <More of={asked} />
    </section>
  )
}
