/** A list as a table: only the rows in sight are drawn, and what is not here yet comes as one reaches it. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useRef } from 'react'
import { useTexts } from '../../language/language.js'
import { usePhone } from '../../look/matches.js'
import type { Column } from './column.js'
import { SortChoice } from './sort-choice.js'
import styles from './table.module.css'
import { tableTexts } from './texts.js'
import { TwoLines } from './two-lines.js'

export interface TableProps<R> {
  label: string
  columns: readonly Column<R>[]
  /** Those that are still on their way are holes. */
  rows: readonly (R | undefined)[]
  /** Of all pages. */
  total: number
  keyOf(row: R): string
  /** Field, with `-` in front for the greatest first. */
  sort?: string
  onSort?(sort: string): void
  /** Asked for when the end of what is there comes near. */
  onMore?(): void
  /** Told which rows are in sight. */
  onSight?(first: number, last: number): void
  /** What is listed: where that changes, the list is shown from its beginning. */
  question?: string
  chosen?: string
  onChoose?(key: string): void
}

/** px */
const rowHeight = { wide: 35, phone: 62 }
const aheadRows = 30
const usualWidth = 'minmax(90px, 1fr)'

export function Table<R>({
  label,
  columns,
  rows,
  total,
  keyOf,
  sort,
  onSort,
  onMore,
  onSight,
  question,
  chosen,
  onChoose,
}: TableProps<R>) {
  const scroller = useRef<HTMLDivElement>(null)
  const isPhone = usePhone()
  const height = isPhone ? rowHeight.phone : rowHeight.wide
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height stand elsewhere
  useEffect(() => virtual.measure(), [height, virtual])
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (last >= rows.length - aheadRows) onMore?.()
  }, [last, rows.length, onMore])
  useEffect(() => onSight?.(first, last), [first, last, onSight])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its first row
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [question])
  const at = chosen === undefined ? -1 : rows.findIndex((row) => row !== undefined && keyOf(row) === chosen)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])
  const widths = isPhone ? undefined : columns.map(({ width = usualWidth }) => width).join(' ')
  const kind = isPhone ? styles.onPhone : ''
  const shown = new Set<string>()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={label}>
      <table
        className={`${styles.table} ${kind}`}
        style={{ minWidth: isPhone ? undefined : leastWidth(columns) }}
        aria-label={label}
        aria-rowcount={total + 1}
      >
        <thead>
          <tr className={styles.head} aria-rowindex={1} style={{ gridTemplateColumns: widths }}>
            {isPhone ? (
              <SortChoice label={label} columns={columns} sort={sort} onSort={onSort} />
            ) : (
              columns.map((column) => <Head key={column.id} column={column} sort={sort} onSort={onSort} />)
            )}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            const place = { height, transform: `translateY(${start}px)` }
            if (row === undefined) return <Coming key={`${index}`} index={index} place={place} />
            const key = keyOf(row)
            // Rows move between two pages that are asked for one after the other.
            const isTwice = shown.has(key)
            shown.add(key)
            return (
              <tr
                key={isTwice ? `${key} ${index}` : key}
                aria-rowindex={index + 2}
                aria-current={key === chosen ? 'true' : undefined}
                className={key === chosen ? styles.chosen : styles.row}
                style={{ ...place, gridTemplateColumns: widths }}
                onClick={({ target }) => isOfRow(target) && onChoose?.(key)}
              >
                {isPhone ? (
                  <TwoLines columns={columns} row={row} />
                ) : (
                  columns.map(({ id, cell, numeric }) => (
                    <td key={id} className={numeric ? styles.number : styles.cell}>
                      {cell(row)}
                    </td>
                  ))
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** A row that is still on its way. */
function Coming({ index, place }: { index: number; place: CSSProperties }) {
  return (
    <tr aria-rowindex={index + 2} aria-busy className={styles.coming} style={place}>
      <td />
    </tr>
  )
}

const gap = 16

/** px below which a table is scrolled sideways; above it, what is long is cut. */
function leastWidth(columns: readonly { width?: string }[]): number {
  const least = columns.map(({ width = usualWidth }) => Number(/(\d+)px/.exec(width)?.[1] ?? 0) + gap)
  return least.reduce((sum, each) => sum + each, 0)
}

/** A link or button in a row does what it does, and nothing besides. */
const isOfRow = (target: EventTarget): boolean => !(target instanceof Element && target.closest('a, button, input'))

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
