/** A row with all its columns under each other, for where its two lines leave some out. */

import type { Column } from './column.js'
import styles from './in-full.module.css'

export interface InFullProps<R> {
  columns: readonly Column<R>[]
  row: R
}

export function InFull<R>({ columns, row }: InFullProps<R>) {
  return (
    <dl className={styles.full}>
      {columns.map(({ id, head, cell }) => (
        <div key={id}>
          <dt>{head}</dt>
          <dd>{cell(row)}</dd>
        </div>
      ))}
    </dl>
  )
}
