/** Columns by period, a panel for each value of the dimension, all by one measure, so that they compare side by side. */
import { Link } from '@tanstack/react-router'
import { useFormats, useTexts } from '../../../language/language.js'
import type { Metric } from '../address.js'
import type { AskedFigures } from '../asked.js'
import { eventsOf } from '../links.js'
import { isOfFew } from '../words/change.js'
import { useSaid } from '../words/said.js'
import { figuresTexts } from '../words/texts.js'
import styles from './chart.module.css'
import { type ColumnPlace, columnsOf, type Measure, measureOf } from './geometry.js'
import type { Group } from './groups.js'
import { type ChartProps, diamond, useLabel } from './marks.js'
import { periodName } from './period-names.js'
import { useWidth } from './width.js'

const mostPanels = 12
const lowHeight = 150
const highHeight = 300
const axisWidth = 54
const topSpace = 8
const labelSpace = 18

export function Panels({ metric, asked, groups }: ChartProps) {
  const say = useTexts(figuresTexts)
  const shown = groups.slice(0, mostPanels)
  const height = shown.length === 1 ? highHeight : lowHeight
  const measure = measureOf(shown, [height, topSpace], metric.unit === 'percent')
  return (
    <>
      <div className={shown.length === 1 ? styles.single : styles.panels}>
        {shown.map((group) => (
          <Panel key={group.code ?? ''} group={group} metric={metric} asked={asked} measure={measure} height={height} />
        ))}
      </div>
      {groups.length > shown.length && <p>{say('furtherBelow', { count: groups.length - shown.length })}</p>}
    </>
  )
}

interface PanelProps {
  group: Group
  metric: Metric
  asked: AskedFigures
  measure: Measure
  height: number
}

function Panel({ group: { code, name, cells }, metric, asked, measure, height }: PanelProps) {
  const [panel, width] = useWidth<HTMLDivElement>()
  const said = useSaid()(metric)
  const formats = useFormats()
  const named = Math.max(...cells.map(({ period }) => (period ? periodName(period, formats).length : 0)))
  const columns = columnsOf(cells, { left: axisWidth, width, named }, measure)
  return (
    <section aria-label={name}>
      <h2 className={styles.panelName}>{name}</h2>
      <div ref={panel}>
        {width > 0 && (
          // biome-ignore lint/a11y/noSvgWithoutTitle: each mark in it is a link with a name of its own
          <svg width={width} height={height + labelSpace} className={styles.panel}>
            {measure.ticks.map((tick) => (
              <g key={tick}>
                <line className={styles.grid} x1={axisWidth} x2={width} y1={measure.at(tick)} y2={measure.at(tick)} />
                <text className={styles.tick} x={axisWidth - 6} y={measure.at(tick) + 4} textAnchor="end">
                  {said.short(tick)}
                </text>
              </g>
            ))}
            {columns.map((column) => (
              <ColumnDrawn
                key={column.cell.period?.name ?? ''}
                column={column}
                of={{ metric, asked, code, name }}
                bottom={height}
              />
            ))}
          </svg>
        )}
      </div>
    </section>
  )
}

interface ColumnDrawnProps {
  column: ColumnPlace
  of: { metric: Metric; asked: AskedFigures; code: string | undefined; name: string }
  /** px of the line on which all stand. */
  bottom: number
}

function ColumnDrawn({ column, of: { metric, asked, code, name }, bottom }: ColumnDrawnProps) {
  const formats = useFormats()
  const said = useSaid()(metric)
  const { cell, x, width, y, height, compared, told, isLabelled } = column
  const period = cell.period ? periodName(cell.period, formats) : ''
  const label = useLabel([name, period].filter(Boolean).join(', '), cell, metric, said)
  const middle = x + width / 2
  const drawn = (
    <>
      {/* The whole height can be pointed at. */}
      <rect className={styles.target} x={x} width={width} y={0} height={bottom} />
      <rect className={isOfFew(metric, cell) ? styles.few : styles.bar} x={x} width={width} y={y} height={height} />
      {compared !== undefined && (
        <line className={styles.before} x1={x - 2} x2={x + width + 2} y1={compared} y2={compared} />
      )}
      {told !== undefined && <path className={styles.told} d={diamond(middle, told)} />}
    </>
  )
  return (
    <>
      <Link {...eventsOf(asked, cell, code)} aria-label={label} className={styles.column}>
        <title>{label}</title>
        {drawn}
      </Link>
      {isLabelled && (
        <text className={styles.tick} x={middle} y={bottom + 14} textAnchor="middle">
          {period}
        </text>
      )}
    </>
  )
}
