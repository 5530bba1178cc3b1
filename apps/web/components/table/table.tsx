/** A list as a table: only the rows in sight are drawn, and more pages come as one reaches them. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../../language/language.js'
import styles from './table.module.css'
import { tableTexts } from './texts.js'

export interface Column<R> {
  id: string
  head: string
  cell(row: R): ReactNode
  /** Field by which the list sorts; not at all where there is none. */
  sort?: string
  numeric?: boolean
  /** CSS width in a grid; its share of what is left unless told. */
  width?: string
}

export interface TableProps<R> {
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  /** Of all pages. */
  total: number
  keyOf(row: R): string
  /** Field, with `-` in front for the greatest first. */
  sort?: string
  onSort?(sort: string): void
  /** Asked for when the end of what is there comes near. */
  onMore?(): void
  chosen?: string
  onChoose?(key: string): void
}

const rowHeight = 35
const aheadRows = 30

export function Table<R>({
  label,
  columns,
  rows,
  total,
  keyOf,
  sort,
  onSort,
  onMore,
  chosen,
  onChoose,
}: TableProps<R>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - aheadRows) onMore?.()
  }, [last, rows.length, onMore])
  const at = chosen === undefined ? -1 : rows.findIndex((row) => keyOf(row) === chosen)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])
  const widths = columns.map(({ width }) => width ?? 'minmax(90px, 1fr)').join(' ')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={label}>
      <table className={styles.table} aria-label={label} aria-rowcount={total + 1}>
        <thead>
          <tr className={styles.head} aria-rowindex={1} style={{ gridTemplateColumns: widths }}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index] as R
            const key = keyOf(row)
            return (
              <tr
                key={key}
                aria-rowindex={index + 2}
                className={key === chosen ? styles.chosen : styles.row}
                style={{ gridTemplateColumns: widths, transform: `translateY(${start}px)` }}
                onClick={() => onChoose?.(key)}
              >
                {columns.map(({ id, cell, numeric }) => (
                  <td key={id} className={numeric ? styles.number : styles.cell}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

interface HeadProps<R> {
  column: Column<R>
  sort: string | undefined
  onSort: ((sort: string) => void) | undefined
}

function Head<R>({ column: { head, sort: field, numeric }, sort, onSort }: HeadProps<R>) {
  const say = useTexts(tableTexts)
  const direction = directionOf(field, sort)
  const next = direction === 'ascending' ? `-${field}` : (field ?? '')
  const isSorting = field !== undefined && onSort !== undefined
  return (
    <th scope="col" aria-sort={direction} className={numeric ? styles.number : styles.cell}>
      {isSorting ? (
        <button type="button" className={styles.sort} title={say('sort', { by: head })} onClick={() => onSort(next)}>
          {head}
          <span aria-hidden>{arrows[direction]}</span>
        </button>
      ) : (
        head
      )}
    </th>
  )
}

const arrows = { ascending: ' ↑', descending: ' ↓', none: '' }

function directionOf(field: string | undefined, sort: string | undefined): keyof typeof arrows {
  if (field === undefined || sort?.replace(/^-/, '') !== field) return 'none'
  return sort.startsWith('-') ? 'descending' : 'ascending'
}
