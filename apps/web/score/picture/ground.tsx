/** What the picture is drawn on: the axis, what lies ahead, the names of rows, and since when anything was written down. */
import { useMemo } from 'react'
import { useFormats, useTexts } from '../../language/language.js'
import type { TimeAxis } from '../axis/axis.js'
import { axisLines, labelInset } from '../axis/labels.js'
import { cutTo, onTwoLines } from '../geometry/own.js'
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
  const lines = useMemo(() => {
    const words = { year: (day: string) => day.slice(0, 4), month: formats.monthName, day: formats.dayAndMonth }
    return axisLines(axis, { of: ({ of, day }) => words[of](day), width: textWidth })
  }, [axis, formats])
  const top = measures.head - 12
  const future = axis.x(now)
  return (
    <g>
      {now < axis.to && (
        <rect className={styles.future} x={future} y={top} width={axis.right - future} height={rows.height - top} />
      )}
      {lines.map(({ x, of, day, label, isBegun }) => (
        <g key={isBegun ? 'begun' : day} className={styles[of]}>
          {!isBegun && <line x1={x} x2={x} y1={of === 'year' ? top - 4 : top} y2={rows.height} />}
          {label !== undefined && (
            <text x={x + labelInset} y={top - 5}>
              {label}
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
  axis: TimeAxis
  rows: Rows
  measures: Measures
  /** By unit: what stands under its name. */
  under: ReadonlyMap<string, readonly string[]>
  /** By unit: since when it is lost. */
  lost: ReadonlyMap<string, string>
}

/** Characters of a name left of its row. */
const nameLength = 21
const apart = 8

/** A name above its row, what stands beside it, and since when it is lost, each as far as there is room. */
function namesAbove(parts: { name: string; beside: string; gone: string }, width: number) {
  const room = (text: string) => (text === '' ? 0 : textWidth(text) + apart)
  const name = cutTo(parts.name, Math.floor((width - room(parts.gone)) / textWidth('n')))
  const left = width - textWidth(name) - room(parts.gone) - apart
  const most = Math.floor(left / textWidth('n'))
  return { name, beside: most < leastBeside ? '' : cutTo(parts.beside, most), gone: parts.gone }
}

const leastBeside = 8

/** Left of the rows, or above them. */
export function RowNames({ axis, rows, measures, under, lost }: RowNamesProps) {
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
          const said = namesAbove({ name, beside: lines.join(' · '), gone: gone ?? '' }, axis.right)
          return (
            <text key={id} className={styles.name} x={0} y={y}>
              {said.name}
              {said.beside && (
                <tspan className={styles.under} dx={apart}>
                  {said.beside}
                </tspan>
              )}
              {said.gone && (
                <tspan className={styles.lost} dx={apart}>
                  {said.gone}
                </tspan>
              )}
            </text>
          )
        }
        const named = onTwoLines(name, nameLength)
        return (
          <g key={id}>
            {named.some((line) => line.endsWith('…')) && <title>{name}</title>}
            {named.map((line, n) => (
              <text key={line} className={styles.name} x={0} y={y - 15 * (named.length - 1 - n)}>
                {line}
              </text>
            ))}
            {lines.map((line, n) => (
              <text key={line} className={styles.under} x={0} y={y + 15 * (n + 1)}>
                {cutTo(line, nameLength + 2)}
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
