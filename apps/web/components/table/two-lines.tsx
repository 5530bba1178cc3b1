/** A row on a phone: two lines, so that nothing of it stands beyond the edge. */
import type { Column } from './column.js'
import styles from './table.module.css'

export interface TwoLinesProps<R> {
  columns: readonly Column<R>[]
  row: R
}

/** Of columns that do not say where they stand. */
const usualFirst = 2

export function TwoLines<R>({ columns, row }: TwoLinesProps<R>) {
  const placed = columns.map((column, n) => ({ column, place: column.phone ?? (n < usualFirst ? 'first' : 'second') }))
  const parts = (...places: (typeof placed)[number]['place'][]) =>
    placed
      .filter(({ place }) => places.includes(place))
      .map(({ column, place }) => <Part key={column.id} column={column} row={row} place={place} />)
  return (
    <td className={styles.pair}>
      <div className={styles.line}>
        {parts('first')}
        {parts('end')}
      </div>
      <div className={styles.line}>{parts('second', 'named')}</div>
    </td>
  )
}

interface PartProps<R> {
  column: Column<R>
  row: R
  place: NonNullable<Column<R>['phone']>
}

function Part<R>({ column: { head, cell, numeric = false }, row, place }: PartProps<R>) {
  const shown = cell(row)
  const isThere = shown !== undefined && shown !== null && shown !== false && shown !== ''
  const isAtEnd = place === 'end' || (numeric && place !== 'first')
  return (
    <span className={isAtEnd ? styles.end : styles.part}>
      {place === 'named' && isThere && <span className={styles.named}>{head} </span>}
      {shown}
    </span>
  )
}
