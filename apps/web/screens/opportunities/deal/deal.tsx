/** One deal in full: how it stands or how it was decided, what it is worth, what is offered, and who is in it. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Answer, question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import { PersonalValue } from '../../../components/name.js'
import { useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { opportunitiesTexts } from '../texts.js'
import { Worth } from '../worth.js'
import styles from './deal.module.css'
import { DealLines } from './lines.js'

const route = getRouteApi('/opportunities/$id')

type DealAnswer = Answer<'/api/v1/opportunities/{id}'>

export function Deal() {
  const { id } = route.useParams()
  return (
    <main className={page.page}>
      <Answered page of={question('/api/v1/opportunities/{id}', { path: { id } })}>
        {(deal) => <Shown of={deal} />}
      </Answered>
    </main>
  )
}

function Shown({ of }: { of: DealAnswer }) {
  const say = useTexts(opportunitiesTexts)
  const { name, customer, why, about } = of
  return (
    <>
      <h1>
        <PersonalValue of={name} />
      </h1>
      <p className={page.sentence}>
        <Link to="/customers/$id" params={{ id: customer.id }} className={styles.customer}>
          {customer.name ?? customer.id}
        </Link>
        {' · '}
        <Outcome of={of} />
      </p>
      <Ladder of={of} />
      <div className={styles.columns}>
        <section>
          {about && (
            <p className={styles.said}>
              <PersonalValue of={about} />
            </p>
          )}
          {why && (
            <blockquote className={styles.said}>
              <PersonalValue of={why} />
            </blockquote>
          )}
          <DealLines of={of} />
        </section>
        <section aria-label={say('facts')}>
          <Facts of={of} />
        </section>
      </div>
    </>
  )
}

/** Open until when; or won or lost, when and why. */
function Outcome({ of: { status, closesOn, wonAtOn, lostAtOn, reason, lostTo } }: { of: DealAnswer }) {
  const say = useTexts(opportunitiesTexts)
  const words = useWords()
  const formats = useFormats()
  if (status === 'open') return closesOn ? say('openUntil', { day: formats.day(closesOn) }) : say('openNoDay')
  const on = status === 'won' ? wonAtOn : lostAtOn
  const because = [reason && words.of('loss-reason', reason), lostTo && say('to', { rival: lostTo })].filter(Boolean)
  return (
    <>
      <b className={status === 'lost' ? styles.lost : styles.won}>{words.of('opportunity-status', status)}</b>{' '}
      {on && formats.day(on)}
      {because.length > 0 && <> · {because.join(', ')}</>}
    </>
  )
}

/** The stages of its kind of sale, up to the one it came to. */
function Ladder({ of: { stages, stage, stageSinceOn } }: { of: DealAnswer }) {
  const words = useWords()
  const formats = useFormats()
  const at = stages.findIndex((each) => each.stage === stage)
  return (
    <ol className={styles.ladder}>
      {stages.map((each, n) => (
        <li
          key={each.stage}
          className={n <= at ? styles.reached : styles.ahead}
          aria-current={n === at ? 'step' : undefined}
        >
          <span className={styles.stage}>{words.of('opportunity-stage', each.stage)}</span>
          {n === at && stageSinceOn && <span className={styles.quiet}>{formats.shortDay(stageSinceOn)}</span>}
        </li>
      ))}
    </ol>
  )
}

function Facts({ of }: { of: DealAnswer }) {
  const say = useTexts(opportunitiesTexts)
  const words = useWords()
  const formats = useFormats()
  const { data: group } = useQuery(question('/api/v1/group'))
  const currency = group?.currency
  const { unit, owner, profile, value, status, probability, weightedMinor, openedAtOn, contacts, credit } = of
  return (
    <dl className={styles.facts}>
      <Fact term={say('worth')}>
        <Worth of={value} currency={currency} />
      </Fact>
      {status === 'open' && probability !== undefined && (
        <Fact term={say('odds')}>{formats.share(probability / 100)}</Fact>
      )}
      {status === 'open' && weightedMinor !== undefined && currency && (
        <Fact term={say('weightedHead')}>{formats.money(weightedMinor, currency)}</Fact>
      )}
      <Fact term={say('profile')}>{words.of('profile', profile)}</Fact>
      <Fact term={say('unit')}>{unit.name ?? unit.id}</Fact>
      <Fact term={say('owner')}>{owner ? <PersonalValue of={owner.name} /> : say('noOwner')}</Fact>
      {openedAtOn && <Fact term={say('opened')}>{formats.day(openedAtOn)}</Fact>}
      {contacts.length > 0 && (
        <Fact term={say('contacts')}>
          {contacts.map(({ id, name }) => (
            <span key={id} className={styles.each}>
              {name ? <PersonalValue of={name} /> : id}
            </span>
          ))}
        </Fact>
      )}
      {credit.length > 0 && (
        <Fact term={say('credit')}>
          {credit.map(({ member, unit: of, percent }) => (
            <span key={`${member.id} ${of.id}`} className={styles.each}>
              <PersonalValue of={member.name} /> {formats.share(percent / 100)}
            </span>
          ))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
