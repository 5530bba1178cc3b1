/** Opportunities as a table: what each is worth in group currency beside what was stated, and weighted. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { list } from '../../../api/questions.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { retried, useMore } from '../../../components/table/paging.js'
import { useRowLinks } from '../../../components/table/row-links.js'
import { Table } from '../../../components/table/table.js'
import styles from '../opportunities.module.css'
import { type DealsShown, useDealColumns } from './deal-columns.js'

export interface DealTableProps {
  label: string
  filter: string | undefined
  sort: string
  search: string | undefined
  /** Said where there is none. */
  empty: string
  onSort(sort: string): void
  shown: DealsShown
}

const rowsAtOnce = 100

export function DealTable({ label, filter, sort, search, empty, onSort, shown }: DealTableProps) {
  const columns = useDealColumns(shown)
  const table = useRowLinks()
  const asked = useInfiniteQuery(list('/api/v1/opportunities', { query: { limit: rowsAtOnce, filter, sort, search } }))
  const rows = useMemo(() => asked.data?.pages.flatMap((page) => page.rows) ?? [], [asked.data])
  const more = useMore(asked)
  if (asked.isLoadingError) return <Failed error={asked.error} retry={retried(asked)} />
  if (asked.isPending) return <Loading />
  if (rows.length === 0) return <Empty>{empty}</Empty>
  return (
    <>
      {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
      <div ref={table} className={styles.table}>
        <Table
          label={label}
          columns={columns}
          rows={rows}
          total={asked.data?.pages[0]?.total ?? rows.length}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={onSort}
          onMore={more}
        />
      </div>
    </>
  )
}
