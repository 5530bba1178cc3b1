/** What members who have left still lead, answer for and have planned, by kind, page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useOwn } from '../../../api/own.js'
import { type Answer, list } from '../../../api/questions.js'
import { nameOf, type Personal, PersonalValue } from '../../../components/name.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { retried } from '../../../components/table/paging.js'
import { useWords } from '../../../components/words.js'
import { More } from '../../../history/more.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { CustomerCell, MemberCell } from '../lists/cells.js'
import { operationTexts } from '../texts/operation-texts.js'

type LeftRow = Answer<'/api/v1/left-behind'>['rows'][number]

const parts = {
  relationship: 'relationships',
  opportunity: 'opportunities',
  promise: 'promises',
  visit: 'visits',
} as const
const kinds = ['relationship', 'opportunity', 'promise', 'visit'] as const

export function LeftList({ member, unit }: { member: string | undefined; unit: string | undefined }) {
  const say = useTexts(operationTexts)
  const asked = useOwn(useInfiniteQuery(list('/api/v1/left-behind', { query: { member, unit } })))
  const rows = useMemo(() => asked.data?.pages.flatMap((page) => page.rows) ?? [], [asked.data])
  const totals = asked.data?.pages[0]?.totals
  if (asked.error && !totals) return <Failed error={asked.error} retry={retried(asked)} />
  if (!totals) return <Loading />
  if (rows.length === 0) return <Empty>{say('noneLeft')}</Empty>
  return (
    <>
      {kinds.map((kind) => (
        <Part key={kind} title={say(parts[kind])} total={totals[parts[kind]]}>
          {rows
            .filter((row) => row.kind === kind)
            .map((row) => (
              <Row key={row.id} of={row} />
            ))}
        </Part>
      ))}
      <More of={asked} />
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

function Row({ of }: { of: LeftRow }) {
  const { customer, unit, because, owner, offeredTo, declinedBy, what, closesOn, due, startsAt } = of
  const formats = useFormats()
  const day = closesOn ?? due
  const when = startsAt === undefined ? day && formats.day(day) : formats.moment(startsAt)
  const say = useTexts(operationTexts)
  const words = useWords()
  const name = (member: Member) => nameOf(member.name) ?? member.id
  return (
    <li className={styles.entry}>
      <CustomerCell of={customer} /> <PersonalValue of={what} />{' '}
      <span className={styles.quiet}>
        {[when, unit.name, because === 'unit-closed' && words.of('left-because', because)].filter(Boolean).join(' · ')}{' '}
        · <MemberCell of={owner} /> {offeredTo && say('offered', { name: name(offeredTo) })}{' '}
        {declinedBy && say('declined', { name: name(declinedBy) })}
      </span>
    </li>
  )
}
