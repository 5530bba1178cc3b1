/** What members who have left still lead, answer for and have planned. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Answer, question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import { nameOf, type Personal, PersonalValue } from '../../../components/name.js'
import { Empty } from '../../../components/notice.js'
import { useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../shell/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { CustomerCell, MemberCell } from '../lists/cells.js'
import { isOffered } from '../offers.js'
import { operationTexts } from '../texts/operation-texts.js'
import { auditTexts } from '../texts/texts.js'

const route = getRouteApi('/audit/left')
const mostMembers = 200

export function Left() {
  const say = useTexts(auditTexts)
  const { member, unit } = route.useSearch()
  if (!isOffered('left', useMe())) return <NotYours />
  return (
    <main className={page.page}>
      <Head title={say('left')} about={say('leftAbout')} />
      <Choices />
      <Answered of={question('/api/v1/left-behind', { query: { member, unit } })}>
        {(answer) => <Lists of={answer} />}
      </Answered>
    </main>
  )
}

function Choices() {
  const say = useTexts(operationTexts)
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/audit/left' })
  const { data: units } = useQuery(question('/api/v1/units'))
  const { data: members } = useQuery(
    question('/api/v1/members', { query: { filter: 'left eq true', limit: mostMembers } }),
  )
  const choose = (to: { member?: string; unit?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true })
  const left = members?.rows.map(({ id, name }) => ({ id, name: nameOf(name) ?? id })) ?? []
  return (
    <div className={styles.tools}>
      <Choice
        label={say('members')}
        all={say('anybody')}
        options={left}
        chosen={address.member}
        onChoose={(member) => choose({ member })}
      />
      <Choice
        label={say('unit')}
        all={say('everyUnit')}
        options={units?.rows ?? []}
        chosen={address.unit}
        onChoose={(unit) => choose({ unit })}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  /** What it is called to choose none of them. */
  all: string
  options: readonly { id: string; name: string }[]
  chosen: string | undefined
  onChoose(id: string | undefined): void
}

function Choice({ label, all, options, chosen, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={chosen ?? ''} onChange={({ target }) => onChoose(target.value || undefined)}>
        <option value="">{all}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Lists({ of }: { of: Answer<'/api/v1/left-behind'> }) {
  const say = useTexts(operationTexts)
  const words = useWords()
  const formats = useFormats()
  const isEmpty = Object.values(of.totals).every((total) => total === 0)
  if (isEmpty) return <Empty>{say('noneLeft')}</Empty>
  return (
    <>
      <Part title={say('relationships')} total={of.totals.relationships}>
        {of.relationships.map((row) => (
          <Row key={row.id} of={row} />
        ))}
      </Part>
      <Part title={say('opportunities')} total={of.totals.opportunities}>
        {of.opportunities.map((row) => (
          <Row key={row.id} of={row} what={row.name} when={row.closesOn && formats.day(row.closesOn)} />
        ))}
      </Part>
      <Part title={say('promises')} total={of.totals.promises}>
        {of.promises.map((row) => (
          <Row key={row.id} of={row} what={row.what} when={formats.day(row.due)} />
        ))}
      </Part>
      <Part title={say('visits')} total={of.totals.visits}>
        {of.visits.map((row) => (
          <Row
            key={row.id}
            of={row}
            what={row.goal ?? words.of('touchpoint-kind', row.kind)}
            when={formats.moment(row.startsAt)}
          />
        ))}
      </Part>
    </>
  )
}

function Part({ title, total, children }: { title: string; total: number; children: ReactNode }) {
  if (total === 0) return null
  return (
    <section className={styles.section}>
      <h2>
        {title} <span className={styles.quiet}>{total}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  )
}

type Member = { id: string; name?: Personal }

interface RowProps {
  of: {
    customer: { id: string; name?: string }
    unit: { name?: string }
    owner?: Member
    offeredTo?: Member
    declinedBy?: Member
  }
  what?: Personal
  when?: string
}

function Row({ of: { customer, unit, owner, offeredTo, declinedBy }, what, when }: RowProps) {
  const say = useTexts(operationTexts)
  const name = (member: Member) => nameOf(member.name) ?? member.id
  return (
    <li className={styles.entry}>
      <CustomerCell of={customer} /> <PersonalValue of={what} />{' '}
      <span className={styles.quiet}>
        {[when, unit.name].filter(Boolean).join(' · ')} · <MemberCell of={owner} />{' '}
        {offeredTo && say('offered', { name: name(offeredTo) })}{' '}
        {declinedBy && say('declined', { name: name(declinedBy) })}
      </span>
    </li>
  )
}
