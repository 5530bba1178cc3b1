/** Bars under each other, one for each value of the dimension; the name leads further in, the bar to its events. */
import { Link } from '@tanstack/react-router'
import { type Metric, within } from '../address.js'
import type { AskedFigures } from '../asked.js'
import { eventsOf } from '../links.js'
import { isOfFew } from '../words/change.js'
import { ChangeSaid } from '../words/change-said.js'
import { type Said, useSaid } from '../words/said.js'
import styles from './chart.module.css'
import { barOf, type Measure, measureOf } from './geometry.js'
import type { Cell, Group } from './groups.js'
import { type ChartProps, diamond, Of, useLabel } from './marks.js'
import { useWidth } from './width.js'

/** px of a row and of the bar in it: fewer are larger. */
function sizeOf(rows: number): { row: number; bar: number } {
  if (rows <= 6) return { row: 52, bar: 32 }
  return rows <= 14 ? { row: 38, bar: 22 } : { row: 30, bar: 16 }
}

export function Bars({ metric, asked, groups }: ChartProps) {
  const [track, width] = useWidth<HTMLDivElement>()
  const said = useSaid()(metric)
  const measure = measureOf(groups, [0, Math.max(1, width)], metric.unit === 'percent')
  return (
    <div className={styles.bars}>
      <div className={styles.row} aria-hidden>
        <span />
        <div ref={track}>{width > 0 && <Axis measure={measure} width={width} said={said} />}</div>
      </div>
      <ol>
        {groups.map((group) => (
          <Row
            key={group.code ?? ''}
            group={group}
            metric={metric}
            asked={asked}
            measure={measure}
            size={{ width, ...sizeOf(groups.length) }}
          />
        ))}
      </ol>
    </div>
  )
}

function Axis({ measure: { at, ticks }, width, said }: { measure: Measure; width: number; said: Said }) {
  return (
    <svg className={styles.axis} width={width} height={18} aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={at(tick)} y={12} textAnchor={anchorOf(at(tick), width)}>
          {said.short(tick)}
        </text>
      ))}
    </svg>
  )
}

const anchorOf = (x: number, width: number) => (x < 20 ? 'start' : x > width - 20 ? 'end' : 'middle')

/** In px: of the track, of a row, and of the bar in it. */
interface Size {
  width: number
  row: number
  bar: number
}

interface RowProps {
  group: Group
  metric: Metric
  asked: AskedFigures
  measure: Measure
  size: Size
}

function Row({ group: { code, name, cells }, metric, asked, measure, size }: RowProps) {
  const said = useSaid()(metric)
  const cell = cells[0] ?? {}
  const label = useLabel(name, cell, metric, said)
  const drawn = size.width > 0 && <BarDrawn cell={cell} metric={metric} measure={measure} size={size} />
  return (
    <li className={styles.row}>
      <Narrow asked={asked} code={code} name={name} />
      <Link {...eventsOf(asked, cell, code)} aria-label={label} className={styles.track}>
        {drawn}
      </Link>
      <span className={styles.number} aria-hidden>
        <b>{said.short(cell.value)}</b> <Of cell={cell} />
      </span>
      <span className={styles.change}>
        <ChangeSaid metric={metric} value={cell.value} compared={cell.compared} />
      </span>
    </li>
  )
}

/** Leads to the same question of this value alone. */
function Narrow({ asked: { by }, code, name }: { asked: AskedFigures; code: string | undefined; name: string }) {
  const further = by && within[by]
  if (!by || !further || code === undefined || code === '*') return <span className={styles.name}>{name}</span>
  return (
    <Link
      to="/figures"
      search={(before) => ({ ...before, [by]: code, by: further })}
      className={styles.name}
      activeProps={{ 'aria-current': undefined }}
    >
      {name}
    </Link>
  )
}

interface BarDrawnProps {
  cell: Cell
  metric: Metric
  measure: Measure
  size: Size
}

function BarDrawn({ cell, metric, measure, size: { width, row, bar } }: BarDrawnProps) {
  const { x, width: long, compared, told } = barOf(cell, measure)
  const top = (row - bar) / 2
  return (
    <svg width={width} height={row} aria-hidden="true">
      {measure.ticks.map((tick) => (
        <line key={tick} className={styles.grid} x1={measure.at(tick)} x2={measure.at(tick)} y1={0} y2={row} />
      ))}
      <rect className={isOfFew(metric, cell) ? styles.few : styles.bar} x={x} width={long} y={top} height={bar} />
      {compared !== undefined && (
        <line className={styles.before} x1={compared} x2={compared} y1={top - 3} y2={top + bar + 3} />
      )}
      {told !== undefined && <path className={styles.told} d={diamond(told, row / 2)} />}
    </svg>
  )
}
