/** Whom we are losing: relationships that are passive, or lost, with since when and what they were worth. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../api/questions.js'
import { allOf } from '../../components/filter/grammar.js'
import { PersonalValue } from '../../components/name.js'
import { Empty, Failed, Loading } from '../../components/notice.js'
import { StageName } from '../../components/stage-name.js'
import type { Column } from '../../components/table/column.js'
import { useRowLinks } from '../../components/table/row-links.js'
import { Table } from '../../components/table/table.js'
import { useWindowed } from '../../components/table/windowed/use-windowed.js'
import { useFormats, useTexts } from '../../language/language.js'
import { usePhone } from '../../look/matches.js'
import { SmallScore } from '../../score/small/small-score.js'
import type { RelationshipsAddress } from './address.js'
import styles from './relationships.module.css'
import { relationshipsTexts } from './texts.js'

type Row = Answer<'/api/v1/relationships'>['rows'][number]

export interface LeavingListProps {
  status: 'passive' | 'lost'
  filter: string | undefined
  sort: string | undefined
  change(to: Partial<RelationshipsAddress>): void
  /** ms */
  now: number
}

/** px */
const phoneScoreWidth = 96

export function LeavingList({ status, filter, sort = '-bought', change, now }: LeavingListProps) {
  const say = useTexts(relationshipsTexts)
  const columns = useColumns(status, now)
  const table = useRowLinks()
  const asked = useWindowed('/api/v1/relationships', {
    query: { filter: allOf(filter, `status eq ${status}`), sort },
  })
  const { rows, error, retry } = asked
  if (asked.isPending) return error ? <Failed error={error} retry={retry} /> : <Loading />
  if (rows.length === 0) return <Empty>{say(status === 'passive' ? 'nobodyPassive' : 'nobodyLost')}</Empty>
  return (
    <>
      {error && <Failed error={error} retry={retry} />}
      <div ref={table} className={styles.table}>
        <Table
          label={say(status)}
          columns={columns}
          rows={rows}
          total={rows.length}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={(by) => change({ sort: by })}
          onSight={asked.onSight}
          question={asked.question}
        />
      </div>
    </>
  )
}

function useColumns(status: 'passive' | 'lost', now: number): Column<Row>[] {
  const say = useTexts(relationshipsTexts)
  const formats = useFormats()
  const { data: group } = useQuery(question('/api/v1/group'))
  const isPhone = usePhone()
  const day = (iso: string | undefined) => iso && <span className={styles.quiet}>{formats.day(iso)}</span>
  return [
    {
      id: 'customer',
      head: say('customer'),
      sort: 'name',
      width: 'minmax(200px, 2fr)',
      cell: ({ customer }) => (
        <Link to="/customers/$id" params={{ id: customer.id }} className={styles.customer}>
          {customer.name ?? customer.id}
        </Link>
      ),
    },
    {
      id: 'unit',
      head: say('unit'),
      width: 'minmax(130px, 1.3fr)',
      phone: 'hidden',
      cell: ({ unit }) => unit.name ?? unit.id,
    },
    {
      id: 'stage',
      head: say('stage'),
      sort: 'stage',
      width: '130px',
      phone: 'hidden',
      cell: ({ stage }) => <StageName of={stage} />,
    },
    {
      id: 'score',
      head: say('score'),
      width: '200px',
      phone: 'second',
      cell: ({ spark }) => <SmallScore of={spark} now={now} {...(isPhone && { width: phoneScoreWidth })} />,
    },
    {
      id: 'since',
      head: say('since'),
      width: '96px',
      phone: status === 'passive' ? 'hidden' : 'named',
      cell: ({ statusSince }) => day(statusSince),
    },
    ...(status === 'passive'
      ? [
          {
            id: 'lostFrom',
            head: say('lostFrom'),
            width: '112px',
            phone: 'named' as const,
            cell: ({ next }: Row) => day(next?.from),
          },
        ]
      : []),
    {
      id: 'bought',
      head: say('boughtHead'),
      sort: 'bought',
      numeric: true,
      width: '90px',
      phone: 'end',
      cell: ({ boughtGroupMinor }) => group?.currency && formats.money(boughtGroupMinor, group.currency),
    },
    {
      id: 'lastTouch',
      head: say('lastTouch'),
      sort: 'lastTouch',
      numeric: true,
      width: '92px',
      phone: 'hidden',
      cell: ({ lastTouch, lastTouchOn }) => day(lastTouchOn ?? lastTouch),
    },
    {
      id: 'owner',
      head: say('owner'),
      sort: 'owner',
      width: 'minmax(130px, 1.3fr)',
      cell: ({ owner }) => <PersonalValue of={owner?.name} />,
    },
  ]
}
