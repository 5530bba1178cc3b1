/** Opportunities as a table: what each is worth in group currency beside what was stated, and weighted. */
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { useRowLinks } from '../../../components/table/row-links.js'
import { Table } from '../../../components/table/table.js'
import { useWindowed } from '../../../components/table/windowed/use-windowed.js'
import { ReasonFirst, useWantsReason } from '../../../shell/member/reason.js'
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

/** Whether a name is found tells it: who reads names for a reason gives one first. */
export function DealTable(props: DealTableProps) {
  const wants = useWantsReason()
  return wants && props.search !== undefined ? <ReasonFirst /> : <Deals {...props} />
}

function Deals({ label, filter, sort, search, empty, onSort, shown }: DealTableProps) {
  const columns = useDealColumns(shown)
  const table = useRowLinks()
  const asked = useWindowed('/api/v1/opportunities', { query: { filter, sort, search } })
  const { rows, error, retry } = asked
  if (asked.isPending) return error ? <Failed error={error} retry={retry} /> : <Loading />
  if (rows.length === 0) return <Empty>{empty}</Empty>
  return (
    <>
      {error && <Failed error={error} retry={retry} />}
      <div ref={table} className={styles.table}>
        <Table
          label={label}
          columns={columns}
          rows={rows}
          total={rows.length}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={onSort}
          onSight={asked.onSight}
          question={asked.question}
        />
      </div>
    </>
  )
}
