/** What the picture is drawn on: the axis, what lies ahead, the names of rows, and since when anything was written down. */
import { useMemo } from 'react'
import { useFormats, useTexts } from '../../language/language.js'
import type { TimeAxis } from '../axis/axis.js'
import { axisLines } from '../axis/labels.js'
import { cutTo } from '../geometry/own.js'
import type { Measures, Rows } from '../geometry/rows.js'
import { textWidth } from '../geometry/stages.js'
import { scoreTexts } from '../texts.js'
import styles from './score.module.css'

export interface GroundProps {
  axis: TimeAxis
  rows: Rows
  measures: Measures
  /** ms. */
  now: number
  writtenSince: number | undefined
}

const dayMs = 86_400_000

export function GroundPicture({ axis, rows, measures, now, writtenSince }: GroundProps) {
  const formats = useFormats()
  const lines = useMemo(() => axisLines(axis), [axis])
  const top = measures.head - 12
  const future = axis.x(now)
  return (
    <g>
      {now < axis.to && (
        <rect className={styles.future} x={future} y={top} width={axis.right - future} height={rows.height - top} />
      )}
      {lines.map(({ x, of, day, isLabelled }) => (
        <g key={day} className={styles[of]}>
          <line x1={x} x2={x} y1={of === 'year' ? top - 4 : top} y2={rows.height} />
          {isLabelled && (
            <text x={x + 3} y={top - 5}>
              {of === 'year' ? day.slice(0, 4) : of === 'month' ? formats.monthName(day) : formats.dayAndMonth(day)}
            </text>
          )}
        </g>
      ))}
      {rows.units.map(({ id, base }) => (
        <line key={id} className={styles.base} x1={axis.left} x2={axis.right} y1={base + 0.5} y2={base + 0.5} />
      ))}
      {writtenSince !== undefined && <WrittenSince axis={axis} since={writtenSince} rows={rows} top={top} />}
    </g>
  )
}

interface WrittenSinceProps {
  axis: TimeAxis
  since: number
  rows: Rows
  top: number
}

/** Left of it silence means that nothing was recorded; right of it, that nothing happened. */
function WrittenSince({ axis, since, rows, top }: WrittenSinceProps) {
  const say = useTexts(scoreTexts)
  const formats = useFormats()
  if (since < axis.from + 30 * dayMs || since > axis.to) return null
  const x = axis.x(since)
  const text = say('writtenSince', { month: formats.shortMonth(new Date(since).toISOString()) })
  const isLeft = x - axis.left > textWidth(text)
  return (
    <g className={styles.written}>
      <line x1={x} x2={x} y1={top} y2={rows.height + 14} />
      <text x={isLeft ? x - 5 : x + 5} y={rows.height + 11} textAnchor={isLeft ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  )
}

export interface RowNamesProps {
  rows: Rows
  measures: Measures
  /** By unit: what stands under its name. */
  under: ReadonlyMap<string, readonly string[]>
  /** By unit: since when it is lost. */
  lost: ReadonlyMap<string, string>
}

const nameLength = { wide: 21, compact: 44, besideLost: 28 }

/** Left of the rows, or above them. */
export function RowNames({ rows, measures, under, lost }: RowNamesProps) {
  const say = useTexts(scoreTexts)
  const { isCompact, stair, heading, head } = measures
  const own = rows.own && (
    <text className={styles.name} x={0} y={isCompact ? head + 14 : head + 12}>
      {say('customer')}
    </text>
  )
  return (
    <g>
      {own}
      {rows.units.map(({ id, name, base }) => {
        const lines = under.get(id) ?? []
        const gone = lost.get(id)
        const y = isCompact ? base - stair - heading + 14 : base - stair + 26
        if (isCompact) {
          return (
            <text key={id} className={styles.name} x={0} y={y}>
              {name}
              <tspan className={styles.under} dx={8}>
                {cutTo(lines.join(' · '), gone ? nameLength.besideLost : nameLength.compact)}
              </tspan>
              {gone && (
                <tspan className={styles.lost} dx={8}>
                  {gone}
                </tspan>
              )}
            </text>
          )
        }
        return (
          <g key={id}>
            <text className={styles.name} x={0} y={y}>
              {cutTo(name, nameLength.wide)}
            </text>
            {lines.map((line, n) => (
              <text key={line} className={styles.under} x={0} y={y + 15 * (n + 1)}>
                {cutTo(line, nameLength.wide + 2)}
              </text>
            ))}
            {gone && (
              <text className={styles.lost} x={0} y={y + 15 * (lines.length + 1)}>
                {gone}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
